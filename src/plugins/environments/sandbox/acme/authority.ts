import { randomBytes } from 'node:crypto';
import type { Clock, DnsClient, DnsServer } from '../../../../core/contracts/index.ts';
import type { PracticeCa } from '../ca/practice-ca.ts';
import type { AcmeAccount, AcmeState } from '../state/acme.ts';
import type { Store } from '../state/store.ts';
import { AcmeError, notFound, unauthorized } from './acme-error.ts';
import type { SignedRequest } from './signed-request.ts';

/** What the parts of the practice authority share. */
export interface Authority {
  readonly store: Store;
  readonly clock: Pick<Clock, 'now'>;
  readonly issuer: Pick<PracticeCa, 'sign'>;
  /** Without a slash at the end: `https://127.0.0.1:PORT/acme`. */
  base(): string;
  /** How it looks at a zone: as everybody does, from outside. */
  readonly dns: DnsClient;
  /** The zone's own name server. */
  server(): DnsServer;
}

/** An answer; `location` and `up` (links) below the base. */
export interface Answer {
  readonly status?: number;
  readonly body?: object | string;
  readonly location?: string;
  readonly up?: string;
}

/** A request of an account, with what the path names. */
export interface Call {
  readonly authority: Authority;
  readonly state: AcmeState;
  readonly now: number;
  readonly request: SignedRequest;
  readonly id: string;
}

export const newId = (): string => randomBytes(9).toString('base64url');

/** Practice time as RFC 3339 has it. */
export const timeOf = (ms: number): string => new Date(ms).toISOString();

/** The account that signed. @throws AcmeError where it is none, or was closed */
export function accountOf({ authority, state, request }: Pick<Call, 'authority' | 'state' | 'request'>): AcmeAccount {
  if (request.kid === undefined) throw unauthorized('An account has to sign this, by its URL (kid).');
  return accountAt(authority, state, request.kid);
}

/** @param kid the account's URL @throws AcmeError */
export function accountAt(authority: Pick<Authority, 'base'>, state: AcmeState, kid: string): AcmeAccount {
  const account = state.accounts.find(({ id }) => kid === `${authority.base()}/account/${id}`);
  if (account?.status === 'valid') return account;
  if (account === undefined) throw new AcmeError('accountDoesNotExist', 'There is no such account.');
  throw unauthorized('That account was closed.');
}

/** One of the account's own things. @throws AcmeError 404, 403 */
export function ownOf<T extends { readonly id: string; readonly account: string }>(call: Call, things: readonly T[], what: string): T {
  const account = accountOf(call);
  const thing = things.find(({ id }) => id === call.id);
  if (thing === undefined) throw notFound(what);
  if (thing.account !== account.id) throw unauthorized(`That ${what} belongs to another account.`);
  return thing;
}
