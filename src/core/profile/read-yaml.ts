import { type Document, isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument, type YAMLError } from 'yaml';
import type { Json } from '../contracts/index.ts';
import { say, value } from '../text/say.ts';
import type { Fault } from './faults.ts';

/** A YAML or JSON text, kept with its comments and the place of every value. */
export interface YamlText {
  readonly document: Document;
  readonly json: Json;
  /** What the parser refused; `json` is null then. */
  readonly faults: readonly Fault[];
  /** 1-based place of the value at a path, or of its key. */
  placeOf(path: readonly PropertyKey[], what: 'key' | 'value'): { readonly line: number; readonly column: number };
}

/** JSON is read as the YAML that it is. Tags run nothing: an unknown one is a fault. */
export function readYaml(text: string): YamlText {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, stringKeys: true, version: '1.2' });
  const faults: Fault[] = [...document.errors, ...document.warnings].map((error) => yamlFault(error, counter));
  let json: Json = null;
  if (faults.length === 0) {
    try {
      json = document.toJS({ maxAliasCount: 50 });
    } catch (thrown) {
      faults.push({ line: 1, column: 1, key: '', message: unreadable(thrown) });
    }
  }
  const placeAt = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  return { document, json, faults, placeOf: (path, what) => placeAt(offsetOf(document, path, what)) };
}

function yamlFault(error: YAMLError, counter: LineCounter): Fault {
  const { line, col } = counter.linePos(error.pos[0]);
  return {
    line: Math.max(1, line),
    column: Math.max(1, col),
    key: '',
    message: say('This is no valid YAML: {reason}', 'YAML として正しくありません: {reason}', { reason: value(error.message) }),
  };
}

function unreadable(thrown: unknown) {
  const reason = value(thrown instanceof Error ? thrown.message : String(thrown));
  return say('This YAML cannot be read: {reason}', 'この YAML は読み取れません: {reason}', { reason });
}

// The closest place that exists: the value itself, its key, or what it would stand in.
function offsetOf(document: Document, path: readonly PropertyKey[], what: 'key' | 'value'): number {
  for (let length = path.length; length > 0; length -= 1) {
    const asked = path.slice(0, length);
    const offset = what === 'key' || length < path.length ? (keyOffset(document, asked) ?? valueOffset(document, asked)) : valueOffset(document, asked);
    if (offset !== undefined) return offset;
  }
  return document.contents?.range?.[0] ?? 0;
}

function valueOffset(document: Document, path: readonly PropertyKey[]): number | undefined {
  const found: unknown = document.getIn(path, true);
  return isNode(found) ? rangeStart(found) : undefined;
}

function keyOffset(document: Document, path: readonly PropertyKey[]): number | undefined {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1));
  return pair !== undefined && isScalar(pair.key) ? rangeStart(pair.key) : undefined;
}

function rangeStart(node: Node): number | undefined {
  return node.range?.[0];
}
