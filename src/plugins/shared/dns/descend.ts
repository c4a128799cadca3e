import { isWithin, parentOf } from '../../../core/domain/dns-name.ts';
import type { Ask, Exchanged } from './exchange.ts';
import type { HostPort } from './udp.ts';

/** A name server by name, with the addresses it can be asked at. */
export interface NameServer {
  readonly name: string;
  readonly addresses: readonly HostPort[];
}

/** A zone as far as the way down has led; `servers` answer for it. */
export interface Standing {
  readonly zone: string;
  readonly servers: readonly NameServer[];
}

/** Where the names of a referral lead, given the addresses that came with it. */
export type FindServers = (names: readonly string[], glue: ReadonlyMap<string, readonly string[]>) => Promise<readonly NameServer[]>;

const MOST_STEPS = 24;
const AT_ONCE = 3;

/**
 * Follows referrals from `start` down to the closest zone around `name`, asking authoritative servers only: no cache hears of a name
 * that does not exist yet. A zone that is delegated to servers which do not answer, or do not know it, is found all the same; undefined where
 * the way down never began.
 */
export async function descend(
  name: string,
  start: Standing,
  { ask, find }: { readonly ask: Ask; readonly find: FindServers },
  signal: AbortSignal,
): Promise<Standing | undefined> {
  let at = start;
  let asked: string | undefined = name;
  for (let step = 0; step < MOST_STEPS && asked !== undefined && isWithin(asked, at.zone); step += 1) {
    const reply = await firstToKnow(at.servers, asked, ask, signal);
    if (reply === 'silent') break;
    const child = reply === 'unknowing' ? undefined : referral(reply, name, at.zone);
    if (child !== undefined) {
      at = { zone: child.zone, servers: await find(child.names, child.glue) };
      asked = name;
      continue;
    }
    const owner = reply === 'unknowing' ? undefined : reply.soa?.zone;
    if (owner !== undefined && isWithin(name, owner) && isWithin(owner, at.zone)) return { zone: owner, servers: at.servers };
    asked = parentOf(asked); // an alias at the name hides the SOA, and a fault may concern the name alone
  }
  return at === start ? undefined : at;
}

/** Asks a few at once and takes the first that answers for the name or refers on; tells servers that do not know from those that do not answer. */
async function firstToKnow(servers: readonly NameServer[], name: string, ask: Ask, signal: AbortSignal): Promise<Exchanged | 'unknowing' | 'silent'> {
  const addresses = servers.flatMap((server) => server.addresses);
  let heard = false;
  for (let from = 0; from < addresses.length; from += AT_ONCE) {
    try {
      return await Promise.any(addresses.slice(from, from + AT_ONCE).map((address) => knowing(address, name, ask, signal)));
    } catch (failed) {
      signal.throwIfAborted();
      heard ||= failed instanceof AggregateError && failed.errors.some((error) => error instanceof Unknowing);
    }
  }
  return heard ? 'unknowing' : 'silent';
}

class Unknowing extends Error {}

async function knowing(address: HostPort, name: string, ask: Ask, signal: AbortSignal): Promise<Exchanged> {
  const reply = await ask(address, { name, type: 'SOA' }, false, signal);
  const answers = reply.rcode === 'NOERROR' || reply.rcode === 'NXDOMAIN';
  if (answers && (reply.authoritative || reply.authorities.some(({ type }) => type === 'NS'))) return reply;
  throw new Unknowing(reply.rcode);
}

interface Referral {
  readonly zone: string;
  readonly names: readonly string[];
  readonly glue: ReadonlyMap<string, readonly string[]>;
}

// Only downwards and only towards the name: anything else would lead in circles or astray.
function referral(reply: Exchanged, name: string, above: string): Referral | undefined {
  if (reply.authoritative || reply.answers.length > 0) return undefined;
  const delegations = reply.authorities.filter(
    (record) => record.type === 'NS' && record.name !== above && isWithin(name, record.name) && isWithin(record.name, above),
  );
  const zone = delegations[0]?.name;
  if (zone === undefined) return undefined;
  const names = delegations.filter((record) => record.name === zone).map((record) => record.data);
  const glue = new Map<string, string[]>();
  for (const record of reply.additionals) {
    if ((record.type !== 'A' && record.type !== 'AAAA') || !names.includes(record.name)) continue;
    glue.set(record.name, [...(glue.get(record.name) ?? []), record.data]);
  }
  return { zone, names, glue };
}
