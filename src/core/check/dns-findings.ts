import type { DnsRecord, Environment, Finding } from '../contracts/index.ts';
import { diagnoseName } from '../dns/diagnose.ts';
import { issuerOf } from '../dns/issuers.ts';
import { isAbort, toProblem } from '../problems/to-problem.ts';

export interface DnsLook {
  readonly env: Environment;
  readonly host: string;
  /** What DNS has to show; empty where Azure could not be asked. */
  readonly records: readonly DnsRecord[];
  /** As in the profile. */
  readonly resolvers: readonly string[];
  /** Distinguished name of the served certificate's issuer. */
  readonly issuer: string | undefined;
  readonly signal: AbortSignal;
}

export interface DnsLooked {
  readonly findings: readonly Finding[];
  /** The servers of the zone were heard: what the machine's own resolver says is explained by the findings. */
  readonly told: boolean;
}

/** Who says what about a profile's name, and why. What keeps it from being looked at is a finding, not the end. */
export async function lookAtDns({ env, host, records, resolvers, issuer, signal }: DnsLook): Promise<DnsLooked> {
  const known = issuer === undefined ? undefined : issuerOf(issuer);
  try {
    const { facts, findings } = await diagnoseName({ env, name: host, records, resolvers, signal, ...(known === undefined ? {} : { issuer: known }) });
    return { findings, told: records.length > 0 && facts.look.authority !== 'cannot-tell' };
  } catch (thrown) {
    if (isAbort(thrown, signal)) throw thrown;
    const { code, message, next } = toProblem(thrown);
    return { findings: [{ code, severity: 'warning', subject: host, message, next }], told: false };
  }
}

const FROM_THE_MACHINE = ['name-not-found', 'dns-record-missing', 'dns-elsewhere', 'dns-extra-address'];

/** The findings of both looks; where the zone itself was heard, it knows better than the machine's resolver. */
export function withDns(others: readonly Finding[], { findings, told }: DnsLooked): readonly Finding[] {
  const kept = told ? others.filter(({ code }) => !FROM_THE_MACHINE.includes(code)) : others;
  return [...kept, ...findings.filter(({ code }) => !kept.some((each) => each.code === code))];
}
