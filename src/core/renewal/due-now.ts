import { lifetime } from '../certificates/lifetime.ts';
import type { Text } from '../contracts/index.ts';
import type { Parts } from '../engine/parts.ts';
import type { OpenWait } from '../wait/open-wait.ts';
import { lookAtEndpoints } from './baseline.ts';
import { dueFrom, type ServedDates } from './due.ts';
import { noAddress, unreachable } from './unseen.ts';

/** Whether a profile has anything to do now. */
export type DueNow =
  /** TLS is off: there is nothing to renew. */
  | { readonly state: 'off' }
  /** Azure was asked before; nobody has seen the end of it yet. */
  | { readonly state: 'asked'; readonly wait: OpenWait }
  /** An earlier run left something unfinished. */
  | { readonly state: 'unfinished' }
  /** `overdue`: so little is left that somebody has to hear of it. */
  | { readonly state: 'due'; readonly overdue: boolean; readonly notAfter: string }
  /** ms since the epoch */
  | { readonly state: 'later'; readonly from: number }
  | { readonly state: 'cannot-tell'; readonly why: Text };

interface Soonest extends ServedDates {
  readonly fingerprintSha256: string;
}

/** By what is served, on every address, and what its authority says of it; behind an internal load balancer by what was deployed last. @throws ProblemError what the service refuses */
export async function dueNow({ context, domain, kept, target, certificate }: Parts): Promise<DueNow> {
  if (domain.kind === 'none') return { state: 'off' };
  const wait = await kept.waits.get('renewal');
  if (wait !== undefined && wait.askedAt !== null) return { state: 'asked', wait };
  const begun = (await kept.journal()).open();
  if (wait !== undefined || (domain.kind === 'custom' && begun.length > 0)) return { state: 'unfinished' };
  const endpoints = await target.endpoints(domain, context);
  const looks = endpoints === undefined ? [] : await lookAtEndpoints(endpoints, context);
  const served = looks.flatMap((look): Soonest[] => (look.seen ? [look.leaf] : []));
  const [soonest] = (served.length > 0 ? served : await deployedDates(kept, endpoints?.internal === true)).toSorted(byEnd);
  if (soonest === undefined) {
    const silent = looks.find((look) => !look.seen);
    return { state: 'cannot-tell', why: silent === undefined || silent.seen ? noAddress(endpoints?.host) : unreachable(silent) };
  }
  const now = context.env.clock.now();
  const from = (await saidFrom({ certificate, domain, context }, soonest)) ?? dueFrom(domain, soonest);
  if (now < from) return { state: 'later', from };
  return { state: 'due', overdue: lifetime(soonest.notBefore, soonest.notAfter, now).severity === 'error', notAfter: soonest.notAfter };
}

// What the authority says of another certificate than the served one says nothing here: that one has yet to be deployed.
async function saidFrom({ certificate, domain, context }: Pick<Parts, 'certificate' | 'domain' | 'context'>, { fingerprintSha256 }: Soonest) {
  if (domain.kind !== 'custom') return undefined;
  const said = await certificate?.dueFrom?.([domain.fqdn], context);
  return said !== undefined && said.fingerprintSha256 === fingerprintSha256 ? said.from : undefined;
}

async function deployedDates(kept: Parts['kept'], internal: boolean): Promise<readonly Soonest[]> {
  const [last] = internal ? await kept.pairs.list() : [];
  return last === undefined ? [] : [{ notBefore: last.at, notAfter: last.notAfter, fingerprintSha256: last.fingerprintSha256 }];
}

function byEnd(one: ServedDates, other: ServedDates): number {
  return Date.parse(one.notAfter) - Date.parse(other.notAfter);
}
