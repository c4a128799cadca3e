import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { AcmeAuthorization, AcmeOrder, AcmeState } from '../state/acme.ts';
import { DAY } from '../world/timings.ts';
import { AcmeError, malformed } from './acme-error.ts';
import { type Answer, type Authority, accountOf, type Call, newId, ownOf, timeOf } from './authority.ts';
import { statusOf } from './authorizations.ts';
import { onlyLook, payloadOf } from './signed-request.ts';
import { practiceZone } from './validate.ts';

const wish = z.object({
  identifiers: z
    .array(z.object({ type: z.string(), value: z.string() }))
    .min(1)
    .max(100),
  notBefore: z.string().optional(),
  notAfter: z.string().optional(),
  replaces: z.string().optional(),
});

const LIFE_MS = 7 * DAY;
const KEPT_MS = 30 * DAY;

/** RFC 8555 7.4. Every name is proved anew. */
export function newOrder(call: Call): Answer {
  const { authority, state, now, request } = call;
  const account = accountOf(call);
  const { identifiers, notBefore, notAfter, replaces } = payloadOf(wish, request);
  if (notBefore !== undefined || notAfter !== undefined) throw malformed('The validity is not for the client to choose.');
  const stranger = identifiers.find(({ type }) => type !== 'dns');
  if (stranger !== undefined) throw new AcmeError('unsupportedIdentifier', `Identifiers of type ${stranger.type} are not taken.`);
  const names = [...new Set(identifiers.map(({ value }) => value.toLowerCase()))];
  for (const name of names) refuseStrange(name, authority);
  if (replaces !== undefined) checkReplaced(replaces, account.id, state);
  forgetOld(state, now);
  const expires = now + LIFE_MS;
  const authorizations = names.map(
    (name): AcmeAuthorization => ({
      id: newId(),
      account: account.id,
      name: name.replace(/^\*\./, ''),
      wildcard: name.startsWith('*.'),
      status: 'pending',
      expires,
      token: randomBytes(32).toString('base64url'),
      offered: false,
    }),
  );
  const order: AcmeOrder = {
    id: newId(),
    account: account.id,
    names,
    authorizations: authorizations.map(({ id }) => id),
    expires,
    ...(replaces === undefined ? {} : { replaces }),
  };
  state.authorizations.push(...authorizations);
  state.orders.push(order);
  return { status: 201, ...shown(order, call) };
}

export function order(call: Call): Answer {
  onlyLook(call.request);
  return shown(ownOf(call, call.state.orders, 'order'), call);
}

export function shown(order: AcmeOrder, { authority, state, now }: Pick<Call, 'authority' | 'state' | 'now'>): Answer {
  const base = authority.base();
  const failed = authorizationsOf(order, state).find(({ error }) => error !== undefined)?.error;
  return {
    location: `/order/${order.id}`,
    body: {
      status: statusOfOrder(order, state, now),
      expires: timeOf(order.expires),
      identifiers: order.names.map((value) => ({ type: 'dns', value })),
      authorizations: order.authorizations.map((id) => `${base}/authorization/${id}`),
      finalize: `${base}/order/${order.id}/finalize`,
      ...(order.certificate === undefined ? {} : { certificate: `${base}/certificate/${order.certificate}` }),
      ...(order.replaces === undefined ? {} : { replaces: order.replaces }),
      ...(failed === undefined ? {} : { error: failed }),
    },
  };
}

/** RFC 8555 7.1.6; issuing takes no time, so that nothing is ever `processing`. */
export function statusOfOrder(order: AcmeOrder, state: AcmeState, now: number): 'pending' | 'ready' | 'valid' | 'invalid' {
  if (order.certificate !== undefined) return 'valid';
  const each = authorizationsOf(order, state).map((authorization) => statusOf(authorization, now));
  if (now > order.expires || each.some((status) => status !== 'pending' && status !== 'valid')) return 'invalid';
  return each.every((status) => status === 'valid') ? 'ready' : 'pending';
}

const authorizationsOf = ({ authorizations }: AcmeOrder, state: AcmeState): readonly AcmeAuthorization[] =>
  state.authorizations.filter(({ id }) => authorizations.includes(id));

function refuseStrange(name: string, { store }: Authority): void {
  if (!/^(\*\.)?([a-z0-9_]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/.test(name)) throw malformed(`${name} is no host name.`);
  if (practiceZone(store, name.replace(/^\*\./, '')) === undefined)
    throw new AcmeError('rejectedIdentifier', `The practice CA issues for the zones of the practice registrar; ${name} is in none of them.`);
}

/** RFC 9773 5 */
function checkReplaced(replaces: string, account: string, { certificates, orders }: AcmeState): void {
  const replaced = certificates.find(({ renewalId }) => renewalId === replaces);
  if (replaced === undefined || replaced.account !== account) throw malformed('What it replaces is no certificate of this account.');
  if (orders.some((order) => order.replaces === replaces && order.certificate !== undefined))
    throw new AcmeError('alreadyReplaced', 'Another order has replaced that certificate.', 409);
}

// An order is worth nothing long after its end; what was issued stays known.
function forgetOld(state: AcmeState, now: number): void {
  state.orders = state.orders.filter(({ expires }) => now < expires + KEPT_MS);
  state.authorizations = state.authorizations.filter(({ expires }) => now < expires + KEPT_MS);
}
