import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DnsClient } from '../../../src/core/contracts/index.ts';
import { createDnsClient } from '../../../src/plugins/shared/dns/index.ts';
import { systemClock } from '../../../src/plugins/shared/local/index.ts';
import { freePort } from './daemon.ts';
import { type Knot, type KnotZone, startKnot } from './knot.ts';
import { startUnbound } from './unbound.ts';

/** Addresses of a documentation network; each leads to a server on loopback. `closed`: nobody listens there. */
export const AT = { parent: '192.0.2.10', one: '192.0.2.1', two: '192.0.2.2', closed: '192.0.2.3', resolver: '192.0.2.53' } as const;
type Place = keyof typeof AT;

/** A registered domain and who serves it. */
export interface Domain {
  readonly zone: string;
  /** Where the delegation sends clients; default `one`. */
  readonly delegated?: readonly Place[];
  /** Further lines of the delegation. */
  readonly delegation?: string;
  /** What the first server has, after SOA, NS and the address of ns1; missing: it does not know the zone. */
  readonly text?: string;
  /** NS records of the zone itself; default those of the delegation. */
  readonly listed?: readonly Place[];
  /** What the second server has: a zone of its own, a copy, or a zone that cannot be loaded. */
  readonly second?: { readonly text: string } | 'copy' | 'broken';
  readonly signed?: boolean;
  readonly keyed?: boolean;
}

export interface Internet extends AsyncDisposable {
  readonly env: { readonly dns: DnsClient; readonly clock: typeof systemClock };
  readonly ports: Readonly<Record<'parent' | 'one' | 'two' | 'resolver', number>>;
  /** The caching resolver asks too: what somebody's client did too early. */
  askResolver(name: string): Promise<void>;
}

export interface InternetOptions {
  readonly inside?: readonly string[];
  /** Zones that validate with their own key, and zones whose DS record is another key's. */
  readonly trusted?: readonly string[];
  readonly betrayed?: readonly string[];
}

const TOPS = ['test', 'net'];

/** Registry, two name servers and a validating cache: Knot DNS and Unbound as Debian ships them. */
export async function startInternet(domains: readonly Domain[], options: InternetOptions = {}): Promise<Internet> {
  const folder = await mkdtemp(join(tmpdir(), 'amltls-dns-'));
  const inFolder = async (name: string) => {
    const path = join(folder, name);
    await mkdir(path);
    return path;
  };
  const stack = new AsyncDisposableStack();
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  try {
    const parent = stack.use(
      await startKnot(
        await inFolder('parent'),
        TOPS.map((top) => topZone(top, domains)),
      ),
    );
    const one = stack.use(await startKnot(await inFolder('one'), domains.flatMap(firstZone)));
    const two = stack.use(
      await startKnot(
        await inFolder('two'),
        domains.flatMap((domain) => secondZone(domain, one.port)),
      ),
    );
    const closed = await freePort();
    const resolver = stack.use(
      await startUnbound(await inFolder('unbound'), {
        stubs: { ...Object.fromEntries(TOPS.map((top) => [top, parent.port])), ...Object.fromEntries(domains.map(({ zone }) => [zone, one.port])) },
        anchors: await anchorsOf(one, options),
        ...(options.inside === undefined ? {} : { inside: options.inside }),
      }),
    );
    const ports = { parent: parent.port, one: one.port, two: two.port, resolver: resolver.port };
    const at: Readonly<Record<string, number>> = Object.fromEntries(
      Object.entries(AT).map(([place, address]) => [address, place === 'closed' ? closed : ports[place as Exclude<Place, 'closed'>]]),
    );
    const dns = createDnsClient({ system: () => [AT.resolver], route: ({ address }) => ({ address: '127.0.0.1', port: at[address] ?? closed }) });
    const { signal } = new AbortController();
    const owned = stack.move();
    return {
      env: { dns, clock: systemClock },
      ports,
      async askResolver(name) {
        const [server] = dns.resolvers([]);
        if (server !== undefined) await dns.ask(server, { name, type: 'A' }, signal);
      },
      [Symbol.asyncDispose]: () => owned.disposeAsync(),
    };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

async function anchorsOf(knot: Knot, { trusted = [], betrayed = [] }: InternetOptions): Promise<string[]> {
  const own = await Promise.all([...trusted, ...betrayed].map(async (zone) => ({ zone, ds: await knot.ds(zone) })));
  return own.map(({ zone, ds }) => {
    const anchor = `${zone}. 60 IN DS ${ds.replace(/^.* DS /, '')}`;
    return betrayed.includes(zone) ? anchor.replace(/[0-9a-f]{8}$/i, '00000000') : anchor;
  });
}

const soa = (server: string, serial = 10) => `@ 60 SOA ${server} hostmaster ${serial} 3600 900 1209600 60\n@ NS ${server}\n${server} A ${AT.parent}`;
const serverName = (place: Place) => ({ one: 'ns1', two: 'ns2', closed: 'ns3', parent: 'ns4', resolver: 'ns5' })[place];

function topZone(top: string, domains: readonly Domain[]): KnotZone {
  const below = domains.filter(({ zone }) => zone.endsWith(`.${top}`) && zone.split('.').length === 2);
  const lines = below.flatMap(({ zone, delegated = ['one'], delegation }) => [
    ...delegated.flatMap((place) => [`${zone}. NS ${serverName(place)}.${zone}.`, `${serverName(place)}.${zone}. A ${AT[place]}`]),
    ...(delegation === undefined ? [] : [delegation]),
  ]);
  return { zone: top, text: [soa('ns'), ...lines].join('\n') };
}

function apex({ delegated = ['one'], listed = delegated }: Domain, serial = 10): string {
  const [first = 'one'] = listed;
  return [
    `@ 60 SOA ${serverName(first)} hostmaster ${serial} 3600 900 1209600 60`,
    ...listed.flatMap((place) => [`@ NS ${serverName(place)}`, `${serverName(place)} A ${AT[place]}`]),
  ].join('\n');
}

function firstZone(domain: Domain): readonly KnotZone[] {
  const { zone, text, signed, keyed } = domain;
  if (text === undefined) return [];
  return [{ zone, text: `${apex(domain)}\n${text}`, ...(signed === true ? { signed } : {}), ...(keyed === true ? { keyed } : {}) }];
}

function secondZone(domain: Domain, primary: number): readonly KnotZone[] {
  const { zone, second } = domain;
  if (second === undefined) return [];
  if (second === 'broken') return [{ zone }];
  return [second === 'copy' ? { zone, primary } : { zone, text: `${apex(domain)}\n${second.text}` }];
}
