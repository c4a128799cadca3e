import type { ChainLink } from '../../../../core/certificates/inspect/chain-view.ts';
import type { Finding, Text } from '../../../../core/contracts/index.ts';
import { worstFirst } from '../../../text/check-words.ts';
import { BROWSE, type Browse, reduceBrowse } from '../../components/browse/state.ts';
import { is, type Press } from '../../keys.ts';
import { scrolled } from '../scroll.ts';

/** Where certificates were found, and what is wrong with them. */
export interface CertificateSource {
  readonly id: 'served' | 'files';
  readonly links: readonly ChainLink[];
  readonly findings: readonly Finding[];
  /** Why there are none. */
  readonly note?: Text;
}

export interface CertificatesState extends Browse {
  /** The profile or the name that is looked at. */
  readonly about: string;
  /** What is being answered in the wizard: nothing of it is deployed yet. */
  readonly answered: boolean;
  readonly ids: readonly CertificateSource['id'][];
  readonly shown: CertificateSource['id'];
  readonly sources: Readonly<Partial<Record<CertificateSource['id'], CertificateSource>>>;
  readonly explained?: true;
}

export type CertificatesResult = { readonly type: 'back' } | { readonly type: 'quit' };

export function createCertificates(about: string, ids: readonly CertificateSource['id'][], answered = false): CertificatesState {
  return { ...BROWSE, about, answered, ids, shown: ids[0] ?? 'served', sources: {} };
}

export function receiveSource(state: CertificatesState, source: CertificateSource): CertificatesState {
  return { ...state, sources: { ...state.sources, [source.id]: { ...source, findings: worstFirst(source.findings) } } };
}

/** The marked finding; undefined where a certificate is marked. */
export function markedFinding({ sources, shown, index }: CertificatesState): Finding | undefined {
  const source = sources[shown];
  return source?.findings[index - source.links.length];
}

const countOf = ({ sources, shown }: CertificatesState): number => (sources[shown]?.links.length ?? 0) + (sources[shown]?.findings.length ?? 0);

export function reduceCertificates(state: CertificatesState, press: Press): { readonly state: CertificatesState; readonly result?: CertificatesResult } {
  const { explained, ...rest } = state;
  if (explained === true) {
    if (is(press, 'close') || is(press, 'explain')) return { state: { ...rest, scroll: 0 } };
    return { state: { ...state, scroll: scrolled(state.scroll, press) } };
  }
  if (state.open) return { state: reduceBrowse(state, countOf(state), press) };
  if (is(press, 'back')) return { state, result: { type: 'back' } };
  if (is(press, 'explain')) return { state: markedFinding(state) === undefined ? state : { ...state, explained: true, scroll: 0 } };
  if (is(press, 'open')) return { state: countOf(state) === 0 ? state : { ...state, open: true, scroll: 0 } };
  if (is(press, 'switch') && state.ids.length > 1) {
    const next = state.ids[(state.ids.indexOf(state.shown) + 1) % state.ids.length] ?? state.shown;
    return { state: { ...state, ...BROWSE, shown: next } };
  }
  return { state: reduceBrowse(state, countOf(state), press) };
}
