import { type Document, isAlias, isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import type { Json } from '../contracts/index.ts';
import { isNested, type Nested } from './flatten.ts';
import { sameAnswer } from './same-answer.ts';

/** Sets a profile to these values and touches nothing else: comments, order and style of what stays are kept. */
export function setProfile(document: Document, name: string, profile: Nested): void {
  profilesMap(document);
  apply(document, ['profiles', name], profile);
}

export function deleteProfile(document: Document, name: string): void {
  document.deleteIn(['profiles', name]);
}

/** Keeps the place and the comments. */
export function renameProfile(document: Document, from: string, to: string): void {
  const pair = pairOf(document, from);
  if (pair !== undefined && isScalar(pair.key)) pair.key.value = to;
}

/** A copy with the comments inside it. */
export function copyProfile(document: Document, from: string, to: string): void {
  const pair = pairOf(document, from);
  if (pair !== undefined) profilesMap(document).set(to, isAlias(pair.value) ? pair.value.resolve(document)?.clone() : cloneOf(pair.value));
}

function cloneOf(node: unknown): unknown {
  return isMap(node) ? node.clone() : node;
}

function profilesMap(document: Document): YAMLMap {
  const there: unknown = document.getIn(['profiles'], true);
  if (isMap(there)) {
    // An empty `{}` written by hand grows in block style.
    if (there.items.length === 0) there.flow = false;
    return there;
  }
  const made = document.createNode({}) as YAMLMap;
  document.setIn(['profiles'], made);
  return made;
}

function pairOf(document: Document, name: string): Pair | undefined {
  return profilesMap(document).items.find((item) => isScalar(item.key) && item.key.value === name);
}

function apply(document: Document, path: readonly string[], wanted: Nested): void {
  const there: unknown = document.getIn(path, true);
  if (!isMap(there)) {
    document.setIn(path, document.createNode(wanted));
    return;
  }
  for (const item of [...there.items]) {
    const key = isScalar(item.key) ? String(item.key.value) : '';
    if (!Object.hasOwn(wanted, key)) there.delete(item.key);
  }
  for (const [key, json] of Object.entries(wanted)) {
    if (isNested(json)) apply(document, [...path, key], json);
    else if (!sameAnswer(there.toJSON()?.[key], json)) setValue(document, [...path, key], json);
  }
}

// A scalar keeps its node, and with it the comment behind it.
function setValue(document: Document, path: readonly string[], json: Json): void {
  const there: unknown = document.getIn(path, true);
  if (isScalar(there) && !Array.isArray(json)) there.value = json;
  else document.setIn(path, document.createNode(json));
}
