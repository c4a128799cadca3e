import { createHash } from 'node:crypto';
import { caaCauses } from '../../../../core/dns/causes/caa.ts';
import { follow } from '../../../../core/wait/propagation/follow.ts';
import type { AcmeAuthorization } from '../state/acme.ts';
import type { Store } from '../state/store.ts';
import { zoneOf } from '../state/zone-of.ts';
import { AcmeError, unauthorized } from './acme-error.ts';
import type { Authority } from './authority.ts';

/** The practice CA as CAA records name it. */
export const CAA_IDENTITY = 'practice-ca.example';
const PATIENCE_MS = 10_000;

const running = new WeakSet<AcmeAuthorization>();

/** Asks the zone's server for the record (RFC 8555 8.4) and whether this CA may issue (RFC 8659), and remembers what came of it. Begun once, however often it is asked for. */
export function validate(authority: Authority, authorization: AcmeAuthorization): void {
  if (running.has(authorization)) return;
  running.add(authorization);
  void outcome(authority, authorization)
    .then(async (problem) => {
      // Given up in the meantime.
      if (authorization.status !== 'pending') return;
      authorization.status = problem === undefined ? 'valid' : 'invalid';
      if (problem === undefined) authorization.validated = authority.clock.now();
      else authorization.error = problem.problem;
      await authority.store.save();
    })
    .catch(() => undefined)
    .finally(() => running.delete(authorization));
}

async function outcome(authority: Authority, authorization: AcmeAuthorization): Promise<AcmeError | undefined> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    await checkRecord(authority, authorization, signal);
    await checkCaa(authority, authorization, signal);
    return undefined;
  } catch (thrown) {
    return thrown instanceof AcmeError ? thrown : new AcmeError('dns', 'The name server of the zone did not answer.');
  }
}

/** What the record has to hold. */
export function digestOf(token: string, thumbprint: string): string {
  return createHash('sha256').update(`${token}.${thumbprint}`).digest('base64url');
}

async function checkRecord({ dns, server, store }: Authority, { name, token, account }: AcmeAuthorization, signal: AbortSignal): Promise<void> {
  const at = `_acme-challenge.${name}`;
  const thumbprint = store.state.acme.accounts.find(({ id }) => id === account)?.thumbprint ?? '';
  const reply = await dns.ask(server(), { name: at, type: 'TXT' }, signal);
  if (reply.rcode !== 'NOERROR') throw new AcmeError('dns', `DNS problem: ${reply.rcode} looking up TXT for ${at}`);
  const found = follow(reply.answers, at, 'TXT').records.map(({ data }) => data);
  if (found.includes(digestOf(token, thumbprint))) return;
  const [first] = found;
  if (first === undefined) throw unauthorized(`No TXT record found at ${at}`);
  const more = found.length > 1 ? ` (and ${found.length - 1} more)` : '';
  throw unauthorized(`Incorrect TXT record "${first}"${more} found at ${at}`);
}

async function checkCaa({ dns, server, store }: Authority, { name, wildcard }: AcmeAuthorization, signal: AbortSignal): Promise<void> {
  const zone = { zone: practiceZone(store, name) ?? name, servers: [server()] };
  const issuer = { title: 'the practice CA', names: [CAA_IDENTITY], now: true, method: 'dns-01', wildcard };
  const [forbidden] = await caaCauses({ name, zone, knowing: server(), domain: zone.zone }, issuer, { dns, zoneOf: async () => zone, signal });
  if (forbidden === undefined) return;
  throw new AcmeError('caa', `CAA record for ${name} prevents issuance: it does not name ${CAA_IDENTITY}`, 403);
}

/** The practice zone that a name is in; undefined for names that nobody here can prove. */
export function practiceZone({ state }: Pick<Store, 'state'>, name: string): string | undefined {
  return zoneOf(
    state.dns.zones.map(({ zone }) => zone),
    name,
  );
}
