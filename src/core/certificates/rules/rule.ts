import type { Severity, Span, Text } from '../../contracts/index.ts';
import { say, value } from '../../text/say.ts';
import type { Certificate } from '../certificate.ts';

/** What a rule was broken by; texts in it are foreign. */
export interface About {
  /** What a person calls the certificate or file. */
  readonly name: Span;
  readonly certificate?: Certificate | undefined;
  /** What exactly: a name, a number, an algorithm. */
  readonly detail: Span | Text;
}

/** One rule as data: what is wrong, why that matters, what to do, and who says so. */
export interface Rule {
  readonly severity: Severity;
  /** Where the chain ends at a public root: clients ask more of those. */
  readonly publicly?: Severity;
  /** `web`: public CAs alone have to keep it; left out with `--rules private`. */
  readonly scope?: 'web';
  /** RFC and section, or the CA/Browser Forum's Baseline Requirements (BR). */
  readonly source: string;
  readonly says: (about: About) => Text;
  readonly why: Text;
  readonly cure: Text;
}

export type Rules = Readonly<Record<string, Rule>>;

export const REISSUE = say('Ask your CA for a certificate without this fault.', 'この問題のない証明書を証明機関に依頼してください。');

/** `says` for a sentence that needs no more than the certificate's name and the detail. */
export function sentence(en: string, ja: string): Rule['says'] {
  return ({ name, detail }) => say(en, ja, { ...(en.includes('{name}') ? { name } : {}), ...(en.includes('{detail}') ? { detail } : {}) });
}

export const NO_DETAIL: Span = value('');
