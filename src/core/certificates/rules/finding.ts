import type { Finding, Severity, Span } from '../../contracts/index.ts';
import { say, value } from '../../text/say.ts';
import type { Certificate } from '../certificate.ts';
import { shownCertificate } from '../findings/shown.ts';
import { CATALOGUE, type RuleCode } from './catalogue.ts';
import { type About, NO_DETAIL } from './rule.ts';

export interface FindingParts {
  readonly certificate?: Certificate | undefined;
  readonly detail?: About['detail'] | undefined;
  /** The chain ends at a public root. */
  readonly publicly?: boolean;
  readonly severity?: Severity | undefined;
}

/** A broken rule in words: what was found and why it matters, the cure, the source. @param subject the file or host */
export function findingOfRule(code: RuleCode, subject: string, { certificate, detail = NO_DETAIL, publicly, severity }: FindingParts): Finding {
  const rule = CATALOGUE[code];
  const name: Span = certificate === undefined ? value(subject) : shownCertificate(certificate);
  return {
    code,
    severity: severity ?? (publicly === true ? rule.publicly : undefined) ?? rule.severity,
    subject,
    message: say('{fact} {why}', '{fact}{why}', { fact: rule.says({ name, certificate, detail }), why: rule.why }),
    next: [rule.cure],
    source: rule.source,
  };
}
