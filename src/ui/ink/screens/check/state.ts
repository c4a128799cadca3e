import type { CheckedEndpoint } from '../../../../core/check/check.ts';
import type { Finding } from '../../../../core/contracts/index.ts';
import { worstFirst } from '../../../text/check-words.ts';
import { BROWSE, type Browse, reduceBrowse } from '../../components/browse/state.ts';
import { is, type Press } from '../../keys.ts';
import { scrolled } from '../scroll.ts';

/** One profile, or one host, from the moment it is looked at. */
export interface CheckRow {
  readonly name: string;
  /** It is no profile: the name is a host, with a port or without. */
  readonly host?: true;
  readonly seen?: { readonly endpoint: CheckedEndpoint; readonly findings: readonly Finding[] };
}

export interface CheckState extends Browse {
  readonly rows: readonly CheckRow[];
  /** The marked row by itself: its findings, one of them marked. */
  readonly detail?: Browse;
  /** The marked finding at length. */
  readonly explained?: true;
}

export type CheckResult =
  | { readonly type: 'again'; readonly state: CheckState }
  | { readonly type: 'add'; readonly state: CheckState }
  | { readonly type: 'certificate'; readonly name: string; readonly state: CheckState }
  | { readonly type: 'back' }
  | { readonly type: 'quit' };

type Step = { readonly state: CheckState; readonly result?: CheckResult };

export const createCheck = (names: readonly string[]): CheckState => ({ ...BROWSE, rows: names.map((name) => ({ name })) });

/** What was seen of one; the mark stays where it is. */
export function receiveLook(state: CheckState, name: string, seen: NonNullable<CheckRow['seen']>): CheckState {
  const sorted = { ...seen, findings: worstFirst(seen.findings) };
  return { ...state, rows: state.rows.map((row) => (row.name === name ? { ...row, seen: sorted } : row)) };
}

/** A host more, marked. */
export function withHost(state: CheckState, name: string): CheckState {
  const known = state.rows.findIndex((row) => row.name === name);
  return known >= 0 ? { ...state, index: known } : { ...state, rows: [...state.rows, { name, host: true }], index: state.rows.length };
}

/** Forgotten, to be looked at anew: the one in detail, or all. */
export function forgotten(state: CheckState): CheckState {
  const forget = ({ seen: _seen, ...row }: CheckRow): CheckRow => row;
  return { ...state, rows: state.rows.map((row, at) => (state.detail === undefined || at === state.index ? forget(row) : row)) };
}

export const findingsOf = ({ rows, index }: CheckState): readonly Finding[] => rows[index]?.seen?.findings ?? [];

export function reduceCheck(state: CheckState, press: Press): Step {
  if (state.explained === true) {
    if (!is(press, 'close') && !is(press, 'explain')) return { state: { ...state, scroll: scrolled(state.scroll, press) } };
    const { explained: _closed, ...rest } = state;
    return { state: { ...rest, scroll: 0 } };
  }
  if (is(press, 'again')) return { state, result: { type: 'again', state: forgotten(state) } };
  if (is(press, 'addHost') && state.detail === undefined) return { state, result: { type: 'add', state } };
  const marked = state.rows[state.index];
  const name = marked?.name;
  if (is(press, 'certificate') && name !== undefined && marked?.host !== true) return { state, result: { type: 'certificate', name, state } };
  if (state.detail === undefined) {
    if (is(press, 'back')) return { state, result: { type: 'back' } };
    if (is(press, 'open')) return name === undefined ? { state } : { state: { ...state, detail: BROWSE, scroll: 0 } };
    return { state: reduceBrowse(state, state.rows.length, press) };
  }
  return { state: reduceDetail(state, state.detail, press) };
}

function reduceDetail(state: CheckState, detail: Browse, press: Press): CheckState {
  const findings = findingsOf(state);
  if (is(press, 'back')) {
    const { detail: _left, ...list } = state;
    return { ...list, scroll: 0 };
  }
  if (is(press, 'explain') || is(press, 'open')) return findings[detail.index] === undefined ? state : { ...state, explained: true, scroll: 0 };
  const next = reduceBrowse({ ...detail, scroll: state.scroll }, findings.length, press);
  return { ...state, detail: next, scroll: next.scroll };
}
