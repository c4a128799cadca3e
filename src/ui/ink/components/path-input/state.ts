import type { Span } from '../../../../core/contracts/index.ts';
import type { Press } from '../../keys.ts';
import { createTextInput, reduceTextInput, type TextInput, textOf } from '../text-input/state.ts';

/** What a file holds, by its public side; nothing else of it is kept. */
export interface Holds {
  readonly certificates: number;
  /** DNS and IP names of the leaf, or of the request where there is no certificate. */
  readonly names: readonly string[];
  /** ms since the epoch: when the leaf ends. */
  readonly notAfter?: number;
  readonly key: 'none' | 'plain' | 'encrypted';
  /** `EC prime256v1`, where it can be told without a passphrase. */
  readonly keyKind?: Span;
  readonly request: boolean;
  /** A container that only a passphrase opens. */
  readonly locked: boolean;
  /** Parts that cannot be read. */
  readonly damaged: boolean;
}

/** What lies at a typed path. */
export type Found =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'folder'; readonly entries: number }
  /** Without `holds`: too large to be of ours, or no file at all. */
  | { readonly kind: 'file'; readonly size: number; readonly holds?: Holds }
  | { readonly kind: 'unreadable' };

/** The answer of the file system to one typed text. `matches`: whole texts that could stand there, folders with a separator at the end. */
export interface Exploration {
  readonly of: string;
  readonly found: Found;
  readonly matches: readonly string[];
}

export interface PathInput {
  readonly input: TextInput;
  readonly ghost?: string;
  readonly seen?: Exploration;
  /** The marked match; -1 is what is typed. */
  readonly index: number;
  /** Tab was pressed before the file system had answered. */
  readonly completing: boolean;
}

export const createPathInput = (draft?: string): PathInput => ({ input: createTextInput(draft), index: -1, completing: false });

/** Matches for the text as it stands now; older answers do not count. */
export const matchesOf = (path: PathInput): readonly string[] => (path.seen?.of === textOf(path.input) ? path.seen.matches : []);

const isFolder = (text: string): boolean => /[\\/]$/.test(text);

export function reducePath(path: PathInput, press: Press): PathInput {
  if (press.type === 'key') {
    const count = matchesOf(path).length;
    if (press.name === 'up') return { ...path, index: Math.max(-1, path.index - 1) };
    if (press.name === 'down') return { ...path, index: Math.min(count - 1, path.index + 1) };
    if (press.name === 'tab') return complete(path);
  }
  const input = reduceTextInput(path.input, press);
  return input === path.input ? path : { ...path, input, index: -1, completing: false };
}

export function withExploration(path: PathInput, seen: Exploration): PathInput {
  if (seen.of !== textOf(path.input)) return path;
  const next = { ...path, seen, index: -1 };
  return path.completing ? complete({ ...next, completing: false }) : next;
}

function complete(path: PathInput): PathInput {
  const typed = textOf(path.input);
  if (typed === '' && path.ghost !== undefined && path.index < 0) return { ...path, input: createTextInput(path.ghost) };
  if (path.seen?.of !== typed) return { ...path, completing: true };
  const matches = path.seen.matches;
  const text = matches[path.index] ?? common(matches);
  return text.length <= typed.length && path.index < 0 ? path : { ...path, input: createTextInput(text), index: -1 };
}

function common(texts: readonly string[]): string {
  return texts.reduce((prefix, text) => {
    let at = 0;
    while (at < prefix.length && prefix[at] === text[at]) at += 1;
    return prefix.slice(0, at);
  }, texts[0] ?? '');
}

export type Taken = { readonly type: 'enter-folder'; readonly path: PathInput } | { readonly type: 'take'; readonly text: string } | { readonly type: 'none' };

/** What Enter means: go into the marked folder, take the marked file or the typed text, or the default. */
export function takeOf(path: PathInput): Taken {
  const marked = matchesOf(path)[path.index];
  if (marked !== undefined && isFolder(marked)) return { type: 'enter-folder', path: { ...path, input: createTextInput(marked), index: -1 } };
  const text = marked ?? (textOf(path.input).trim() || path.ghost);
  return text === undefined ? { type: 'none' } : { type: 'take', text };
}
