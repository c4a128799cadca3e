import * as z from 'zod';
import type { AcmeAccount } from '../state/acme.ts';
import { AcmeError, malformed, unauthorized } from './acme-error.ts';
import { type Answer, accountOf, type Call, newId } from './authority.ts';
import { thumbprintOf } from './key.ts';
import { payloadOf } from './signed-request.ts';

const contact = z.array(z.string());
const registration = z.object({
  contact: contact.default([]),
  termsOfServiceAgreed: z.boolean().default(false),
  onlyReturnExisting: z.boolean().default(false),
});
const update = z.object({ contact: contact.optional(), status: z.literal('deactivated').optional() });

/** RFC 8555 7.3. An account binding is neither asked for nor looked at. */
export function newAccount({ authority, state, request }: Call): Answer {
  if (request.kid !== undefined) throw malformed('A new account is asked for with its key (jwk).');
  const wish = payloadOf(registration, request);
  const thumbprint = thumbprintOf(request.jwk);
  const known = state.accounts.find((account) => account.thumbprint === thumbprint);
  if (known?.status === 'deactivated') throw unauthorized('That account was closed.');
  if (known !== undefined) return { status: 200, ...shown(known, authority.base()) };
  if (wish.onlyReturnExisting) throw new AcmeError('accountDoesNotExist', 'There is no account with this key.');
  if (!wish.termsOfServiceAgreed) throw malformed('The terms of service have to be agreed to.');
  const account: AcmeAccount = { id: newId(), jwk: request.jwk, thumbprint, status: 'valid', contact: checked(wish.contact) };
  state.accounts.push(account);
  return { status: 201, ...shown(account, authority.base()) };
}

/** Shows it, changes whom to write to, or closes it (7.3.2, 7.3.6). */
export function account(call: Call): Answer {
  const own = accountOf(call);
  if (own.id !== call.id) throw unauthorized('That is another account.');
  if (call.request.payload !== undefined) {
    const wish = payloadOf(update, call.request);
    if (wish.contact !== undefined) own.contact = checked(wish.contact);
    if (wish.status !== undefined) own.status = wish.status;
  }
  return shown(own, call.authority.base());
}

/** 7.1.2.1 */
export function ordersOf(call: Call): Answer {
  const own = accountOf(call);
  if (own.id !== call.id) throw unauthorized('That is another account.');
  return { body: { orders: call.state.orders.filter(({ account: of }) => of === own.id).map(({ id }) => `${call.authority.base()}/order/${id}`) } };
}

function checked(addresses: readonly string[]): string[] {
  for (const address of addresses) {
    if (!address.startsWith('mailto:')) throw new AcmeError('unsupportedContact', `${address} is no mailto address.`);
    if (!/^mailto:[^@\s,?]+@[^@\s,?]+$/.test(address)) throw new AcmeError('invalidContact', `${address} is not one mail address.`);
  }
  return [...addresses];
}

const shown = ({ id, status, contact: addresses }: AcmeAccount, base: string): Answer => ({
  location: `/account/${id}`,
  body: { status, contact: addresses, termsOfServiceAgreed: true, orders: `${base}/account/${id}/orders` },
});
