import { lifetime } from '../certificates/lifetime.ts';
import type { Endpoints, Text, WaitEvent } from '../contracts/index.ts';
import type { Parts } from '../engine/parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { say, value } from '../text/say.ts';
import type { OpenWait } from '../wait/open-wait.ts';
import { lookAtEndpoints } from './baseline.ts';
import { judgeRenewal, type RenewalVerdict } from './judge-renewal.ts';

/** One look at the resource and at what its front end serves. */
export interface Seen {
  readonly endpoints: Endpoints | undefined;
  readonly verdict: RenewalVerdict;
  /** Why the resource could not be read; what is served was looked at all the same. */
  readonly unread?: Text;
}

/**
 * A look that survives hours: where Azure cannot be asked for a while (network, sign-in), the addresses of the last look are looked at.
 * The first look has none, and throws what is in the way: somebody can still act on it.
 */
export function lookAround({ target, domain, context }: Parts, wait: OpenWait): (signal: AbortSignal) => Promise<Seen> {
  let known: Endpoints | undefined;
  return async (signal) => {
    const looking = { ...context, signal };
    let unread: Text | undefined;
    try {
      known = (await target.endpoints(domain, looking)) ?? known;
    } catch (thrown) {
      if (known === undefined || !(thrown instanceof ProblemError)) throw thrown;
      unread = thrown.problem.message;
    }
    const looks = known === undefined ? [] : await lookAtEndpoints(known, looking);
    return { endpoints: known, verdict: judgeRenewal(looks, wait, known?.host), ...(unread === undefined ? {} : { unread }) };
  };
}

/** What a look adds to the wait's event. @param now ms since the epoch */
export function seenIn({ endpoints, verdict, unread }: Seen, now: number): Pick<WaitEvent, 'seen' | 'served' | 'state'> {
  const leaf = verdict.look?.leaf;
  const state = unread === undefined ? endpoints?.state : undefined;
  return {
    seen: seenText(verdict.text, state, unread),
    ...(leaf === undefined
      ? {}
      : {
          served: {
            fingerprintSha256: leaf.fingerprintSha256,
            serial: leaf.serial,
            notAfter: leaf.notAfter,
            daysLeft: lifetime(leaf.notBefore, leaf.notAfter, now).daysLeft,
          },
        }),
    ...(state === undefined ? {} : { state }),
  };
}

function seenText(seen: Text, state: string | undefined, unread: Text | undefined): Text {
  if (unread !== undefined) return say('{seen} Azure cannot be asked: {why}', '{seen} Azure に問い合わせできません: {why}', { seen, why: unread });
  return state === undefined ? seen : say('{seen} Azure says {state}.', '{seen} Azure の状態: {state}。', { seen, state: value(state) });
}
