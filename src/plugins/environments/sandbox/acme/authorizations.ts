import * as z from 'zod';
import type { AcmeAuthorization } from '../state/acme.ts';
import { malformed } from './acme-error.ts';
import { type Answer, type Authority, type Call, ownOf, timeOf } from './authority.ts';
import { payloadOf } from './signed-request.ts';
import { validate } from './validate.ts';

const update = z.object({ status: z.literal('deactivated') });

/** RFC 8555 7.5 */
export function authorization(call: Call): Answer {
  const { authority, state, now, request } = call;
  const own = ownOf(call, state.authorizations, 'authorization');
  if (request.payload !== undefined) own.status = payloadOf(update, request).status;
  goOn(authority, own);
  const { name, wildcard, expires } = own;
  const status = statusOf(own, now);
  return {
    body: {
      identifier: { type: 'dns', value: name },
      status,
      expires: timeOf(expires),
      challenges: [challengeOf(authority, own)],
      ...(wildcard ? { wildcard } : {}),
    },
  };
}

/** The client says that the record is there (7.5.1); it is looked at once, and the client asks what came of it. */
export function challenge(call: Call): Answer {
  const { authority, state, now, request } = call;
  const own = ownOf(call, state.authorizations, 'challenge');
  if (request.payload !== undefined) {
    payloadOf(z.object({}), request);
    if (statusOf(own, now) === 'expired') throw malformed('The authorization has expired.');
    if (own.status === 'pending') own.offered = true;
  }
  goOn(authority, own);
  return { body: challengeOf(authority, own), up: `/authorization/${own.id}` };
}

// Also what a host that has left had begun.
function goOn(authority: Authority, authorization: AcmeAuthorization): void {
  if (authorization.offered && authorization.status === 'pending') validate(authority, authorization);
}

export function statusOf({ status, expires }: AcmeAuthorization, now: number): AcmeAuthorization['status'] | 'expired' {
  return now > expires && (status === 'pending' || status === 'valid') ? 'expired' : status;
}

function challengeOf(authority: Authority, { id, token, status, offered, validated, error }: AcmeAuthorization): object {
  const url = `${authority.base()}/challenge/${id}`;
  const pending = offered ? 'processing' : 'pending';
  return {
    type: 'dns-01',
    url,
    token,
    status: status === 'pending' ? pending : status === 'deactivated' ? 'invalid' : status,
    ...(validated === undefined ? {} : { validated: timeOf(validated) }),
    ...(error === undefined ? {} : { error }),
  };
}
