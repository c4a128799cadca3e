import { isIPv4 } from 'node:net';
import type { DnsServer, DnsZone, RecordType } from '../../../core/contracts/index.ts';
import { parentOf } from '../../../core/domain/dns-name.ts';
import { isAbort } from '../../../core/problems/to-problem.ts';
import { descend, type FindServers, type NameServer, type Standing } from './descend.ts';
import type { Ask, Exchanged, Place, Question } from './exchange.ts';
import { DNS_PORT } from './servers.ts';

const MOST_SERVERS = 16;
const MOST_ASKED_FOR_LIST = 3;
const MOST_OF_TOP = 4; // a top-level domain has a dozen servers, and each name costs the resolver a question

/** Ways down that were found lately, by the name they lead to: names side by side in one zone ask for it once. */
export type Ways = Map<string, { readonly standing: Promise<Standing | undefined>; readonly until: number }>;

const KEPT_MS = 60_000;

export interface ZoneFinder {
  /** Asked for names of servers and of zones above; never for the name itself, whose absence they would remember. */
  readonly resolvers: readonly Place[];
  readonly ask: Ask;
  readonly ways: Ways;
}

/**
 * The closest zone around a name and all its servers: down from the top-level domain along the delegations. Where that way is closed (port 53
 * blocked, names that only an inner resolver knows) up from the name's parent by way of the resolver. undefined where neither finds one.
 */
export async function findZone(name: string, { resolvers, ask, ways }: ZoneFinder, signal: AbortSignal): Promise<DnsZone | undefined> {
  const resolve = resolveWith(resolvers, ask, signal);
  const find = finderOf(resolve);
  const found = await down(name);
  return found === undefined ? await climb(name, resolve, find) : await complete(found, ask, find, signal);

  async function down(to: string): Promise<Standing | undefined> {
    const parent = parentOf(to);
    if (parent === undefined || parent === '') return { zone: to, servers: await find((await listed(to, resolve)).slice(0, MOST_OF_TOP), NO_GLUE) };
    const start = (await known(parent)) ?? (await known(to.slice(to.lastIndexOf('.') + 1)));
    if (start === undefined) return undefined;
    // Servers that do not answer below a delegation: the delegation stands. At the top nothing has been found by then.
    return (await descend(to, start, { ask, find }, signal)) ?? (start.zone.includes('.') ? start : undefined);
  }

  function known(to: string): Promise<Standing | undefined> {
    const kept = ways.get(to);
    if (kept !== undefined && kept.until > performance.now()) return kept.standing;
    const standing = down(to);
    ways.set(to, { standing, until: performance.now() + KEPT_MS });
    // Another look, with a signal of its own, tries again.
    standing.then(
      (way) => way ?? ways.delete(to),
      () => ways.delete(to),
    );
    return standing;
  }
}

/** With the zone's own list of its servers, which may differ from the delegation's: clients may come to any of both. */
async function complete({ zone, servers }: Standing, ask: Ask, find: FindServers, signal: AbortSignal): Promise<DnsZone> {
  const delegated = servers.map(({ name }) => name).sort();
  for (const address of servers.flatMap((server) => server.addresses).slice(0, MOST_ASKED_FOR_LIST)) {
    const reply = await quietly(ask(address, { name: zone, type: 'NS' }, false, signal), signal);
    const names = reply === undefined || !reply.authoritative ? [] : dataOf(reply, zone, 'NS');
    if (names.length === 0) continue;
    const further = names.filter((name) => !delegated.includes(name));
    return { ...zoneOf(zone, [...servers, ...(await find(further, NO_GLUE))]), delegated, listed: [...names].sort() };
  }
  return { ...zoneOf(zone, servers), delegated };
}

async function climb(name: string, resolve: Resolve, find: FindServers): Promise<DnsZone | undefined> {
  for (let asked = parentOf(name); asked !== undefined && asked !== ''; asked = parentOf(asked)) {
    const zone = (await resolve({ name: asked, type: 'SOA' }))?.soa?.zone;
    if (zone === undefined || zone === '') continue;
    return zoneOf(zone, await find(await listed(zone, resolve), NO_GLUE));
  }
  return undefined;
}

type Resolve = (question: Question) => Promise<Exchanged | undefined>;

const NO_GLUE: ReadonlyMap<string, readonly string[]> = new Map();

function resolveWith(resolvers: readonly Place[], ask: Ask, signal: AbortSignal): Resolve {
  return async (question) => {
    for (const resolver of resolvers) {
      const reply = await quietly(ask(resolver, question, true, signal), signal);
      if (reply?.rcode === 'NOERROR' || reply?.rcode === 'NXDOMAIN') return reply;
    }
    return undefined;
  };
}

function finderOf(resolve: Resolve): FindServers {
  return (names, glue) =>
    Promise.all(
      names.slice(0, MOST_SERVERS).map(async (name): Promise<NameServer> => {
        const given = glue.get(name) ?? (await addressesOf(name, resolve));
        const four = given.filter((address) => isIPv4(address));
        return { name, addresses: (four.length > 0 ? four : given).map((address) => ({ address, port: DNS_PORT })) };
      }),
    );
}

// IPv6 only where there is nothing else: many machines have no way to it.
async function addressesOf(name: string, resolve: Resolve): Promise<readonly string[]> {
  const look = async (type: RecordType) =>
    ((await resolve({ name, type }))?.answers ?? []).filter((record) => record.type === type).map((record) => record.data);
  const four = await look('A');
  return four.length > 0 ? four : await look('AAAA');
}

async function listed(zone: string, resolve: Resolve): Promise<readonly string[]> {
  const reply = await resolve({ name: zone, type: 'NS' });
  return reply === undefined ? [] : dataOf(reply, zone, 'NS');
}

// A server that does not answer is one way less, not the end.
async function quietly<T>(asking: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (isAbort(error, signal)) throw error;
    return undefined;
  }
}

const dataOf = (reply: Exchanged, name: string, type: RecordType) =>
  reply.answers.filter((record) => record.name === name && record.type === type).map((record) => record.data);

function zoneOf(zone: string, servers: readonly NameServer[]): DnsZone {
  const all = servers.flatMap(({ name, addresses }) => addresses.map((at): DnsServer => ({ label: name, ...at, role: 'authoritative' })));
  const unresolvable = servers.filter(({ addresses }) => addresses.length === 0).map(({ name }) => name);
  return { zone, servers: all.slice(0, MOST_SERVERS), ...(unresolvable.length === 0 ? {} : { unresolvable }) };
}
