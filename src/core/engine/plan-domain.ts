import type { DnsRecord, Finding, StepPlan } from '../contracts/index.ts';
import { diagnoseName } from '../dns/diagnose.ts';
import { listAnswer } from '../dns/list-answer.ts';
import { beforehand, outlookOf } from '../dns/outlook.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { Parts } from './parts.ts';

/**
 * The first step has no changes, but it looks: does the zone exist, who hosts it, what is there now, what has to change, how long that takes.
 * @param records what the name has to show; empty before the service has an address
 */
export async function planDomain({ domain, context }: Pick<Parts, 'domain' | 'context'>, records: readonly DnsRecord[]): Promise<StepPlan> {
  const nothing: StepPlan = { step: 'domain', changes: [], findings: [], notes: [] };
  if (domain.kind !== 'custom') return nothing;
  const { env, answers, signal } = context;
  try {
    const { facts, findings } = await diagnoseName({ env, name: domain.fqdn, records, resolvers: listAnswer(answers['dns.resolvers']), signal });
    return { ...nothing, findings: beforehand(findings), notes: outlookOf(facts) };
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    const { code, message, next } = thrown.problem;
    const finding: Finding = { code, severity: 'warning', subject: domain.fqdn, message, next };
    return { ...nothing, findings: [finding] };
  }
}
