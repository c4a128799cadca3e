import type { Answers, Finding, Severity } from '../contracts/index.ts';
import { domainOf } from '../domain/domain-of.ts';
import { dueFrom } from '../renewal/due.ts';
import type { CheckedEndpoint } from './check.ts';
import type { LastLook, LookKey } from './last-look.ts';

export interface Looking {
  readonly key: LookKey;
  readonly practice: boolean;
  /** ms since the epoch of the environment's clock */
  readonly at: number;
  readonly answers: Answers;
  readonly endpoint: CheckedEndpoint;
  readonly findings: readonly Finding[];
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** A look as it is remembered. */
export function lookOf({ key, practice, at, answers, endpoint: { host, served }, findings }: Looking): LastLook {
  return {
    version: 1,
    ...key,
    practice,
    at: new Date(at).toISOString(),
    host: host === '' ? null : host,
    notBefore: served?.notBefore ?? null,
    notAfter: served?.notAfter ?? null,
    renewFrom: served === null ? null : new Date(dueFrom(domainOf(answers), served)).toISOString(),
    severity: ORDER.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'ok',
    codes: [...new Set(findings.map((finding) => finding.code))],
  };
}
