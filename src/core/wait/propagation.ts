import type { DnsRecord, DnsRow, DnsServer, DnsZone, Environment, WaitEvent } from '../contracts/index.ts';
import { poll } from './poll.ts';
import { rememberingRows } from './propagation/history.ts';
import { type Looking, lookAtServer, lookAtSet, type SetLook, type Shown } from './propagation/look-at-set.ts';
import { type RecordSet, recordSets } from './propagation/record-set.ts';
import { asCached, isInternal, tells, together, type Verdict, verdictOf } from './propagation/verdicts.ts';
import { splitOf, viewOf } from './propagation/views.ts';
import { waitFor, waitOver, waitSeen } from './propagation/words.ts';
import { rememberingZones, type ZoneOf } from './propagation/zones.ts';

type Outside = Pick<Environment, 'dns' | 'clock'>;

export type { Verdict };

export interface RecordsLook {
  readonly rows: readonly DnsRow[];
  /** Of the authoritative servers alone. */
  readonly authority: Verdict;
  /** Of all. */
  readonly verdict: Verdict;
  /** A set at a time: its zone, and what each authoritative server said. */
  readonly sets: readonly SetLook[];
}

const AUTHORITY_PAUSE_MS = 4_000; // a change is to be noticed within 5 s
const RESOLVER_PAUSE_MS = 30_000;
const SHORTEST_PAUSE_MS = 2_000; // at most one look a server in this time
const ROUNDING_MS = 1_000; // TTLs are whole seconds

export interface LookOptions {
  readonly zoneOf?: ZoneOf;
  readonly serials?: Looking['serials'];
}

/** Asks the authoritative servers alone, every one of them; no cache hears of the names. */
export async function lookAtAuthority(
  env: Outside,
  records: readonly DnsRecord[],
  signal: AbortSignal,
  { zoneOf, serials }: LookOptions = {},
): Promise<RecordsLook> {
  const zones = zoneOf ?? rememberingZones(env.dns, env.clock);
  const looking = { dns: env.dns, now: () => env.clock.now(), signal, ...(serials === undefined ? {} : { serials }) };
  const sets = await Promise.all(recordSets(records).map((set) => lookAtSet(set, zones, looking)));
  const authority = together(sets.map((set) => verdictOf(set.servers)));
  return { rows: sets.flatMap((set) => rowsOf(set.set, set.servers, sets.length)), authority, verdict: authority, sets };
}

/**
 * Asks the authoritative servers, then, once those are right, the resolvers: asked earlier, they would remember the absence.
 * A server that cannot be reached says nothing for or against. Where no authoritative server can be reached at all (port 53 closed), nobody else
 * could tell: the resolvers are asked, and what they all show counts. So it is for private addresses, which public DNS need not know.
 * @param resolverNames as in the profile; empty for the environment's default
 */
export async function lookAtRecords(
  env: Outside,
  records: readonly DnsRecord[],
  resolverNames: readonly string[],
  signal: AbortSignal,
  options: LookOptions = {},
): Promise<RecordsLook> {
  const look = await lookAtAuthority(env, records, signal, options);
  const resolvers = env.dns.resolvers(resolverNames);
  const outside = look.authority !== 'right';
  const inside = outside && isInternal(records);
  if (outside && !isSilent(look) && !inside) return { ...look, rows: [...look.rows, ...resolvers.map(notAsked)] };
  const asked = inside ? resolvers.filter((server) => viewOf(server) === 'inside') : resolvers;
  const looking = { dns: env.dns, now: () => env.clock.now(), signal };
  const shown = await Promise.all(
    look.sets.map(async ({ set }) => {
      const servers = await Promise.all(asked.map((server) => lookAtServer(server, set, looking)));
      return { set, servers: outside ? servers : servers.map(asCached) };
    }),
  );
  const left = resolvers.filter((server) => !asked.includes(server));
  const seen = together(shown.map(({ servers }) => verdictOf(servers)));
  const zone = inside && seen === 'right' ? look.rows.map(notNeeded) : look.rows;
  const rows = [...zone, ...shown.flatMap(({ set, servers }) => rowsOf(set, servers, shown.length)), ...left.map(notAsked)];
  return { ...look, rows, verdict: outside ? seen : seen === 'wrong' ? 'wrong' : 'right' };
}

export interface WaitForRecords {
  readonly env: Outside;
  readonly records: readonly DnsRecord[];
  /** As in the profile; empty for the environment's default. */
  readonly resolvers: readonly string[];
  /** ms since the epoch of the environment's clock */
  readonly deadline?: number;
  /** When the wait began, for one that is taken up again. */
  readonly startedAt?: number;
  /** Which servers are authoritative, where that is not to be found out. */
  readonly zoneOf?: ZoneOf;
  readonly signal: AbortSignal;
  /** Told after each look, before its event. */
  looked?(look: RecordsLook): void;
}

/** Looks until all agree or the time is up; every event carries the table as it stands, the last one too. */
export async function* waitForRecords(wait: WaitForRecords): AsyncGenerator<WaitEvent, { right: boolean; rows: readonly DnsRow[] }, void> {
  const { env, records, signal, deadline } = wait;
  const zoneOf = wait.zoneOf ?? rememberingZones(env.dns, env.clock);
  const remember = rememberingRows();
  const startedAt = wait.startedAt ?? env.clock.now();
  let last: RecordsLook = { rows: [], authority: 'cannot-tell', verdict: 'cannot-tell', sets: [] };
  let looks = 0;
  const event = ({ attempt, nextAt }: { readonly attempt: number; readonly nextAt: number }): WaitEvent => ({
    type: 'wait',
    id: `dns:${records.map(({ type, name }) => `${type}/${name}`).join(',')}`,
    for: waitFor(records),
    attempt,
    startedAt,
    nextAt,
    ...(deadline === undefined ? {} : { deadline }),
    seen: waitSeen(last.rows, records),
    rows: last.rows,
    ...splitIn(last.rows),
    ...etaOf(last),
  });
  const right = yield* poll<true, WaitEvent>({
    clock: env.clock,
    signal,
    startedAt,
    ...(deadline === undefined ? {} : { deadline }),
    async look(attempt) {
      looks = attempt;
      const look = await lookAtRecords(env, records, wait.resolvers, signal, { zoneOf, serials: 'always' });
      last = { ...look, rows: remember(look.rows, env.clock.now()) };
      wait.looked?.(last);
      return last.verdict === 'right' ? { done: true, value: true } : { done: false };
    },
    pause: () => pauseAfter(last, env.clock.now()),
    event,
  });
  const end = event({ attempt: looks, nextAt: env.clock.now() });
  yield right === true ? { ...end, over: waitOver(records) } : end;
  return { right: right === true, rows: last.rows };
}

/** Dense while the record itself is missing; then as long as the next cache needs to forget. */
function pauseAfter(look: RecordsLook, now: number): number {
  if (look.authority !== 'right' && !isSilent(look)) return AUTHORITY_PAUSE_MS;
  const expiries = look.rows.flatMap(({ until }) => (until === undefined ? [] : [until + ROUNDING_MS - now]));
  return Math.max(SHORTEST_PAUSE_MS, Math.min(RESOLVER_PAUSE_MS, ...expiries));
}

/** When the last cache will have forgotten; nothing can be told while the zone itself is not right, nor of a cache that keeps its own truth. */
function etaOf(look: RecordsLook): { readonly eta?: number } {
  const late = look.rows.filter((row) => tells(row) && row.verdict !== 'right');
  if (look.authority !== 'right' || late.length === 0 || late.some(({ verdict }) => verdict === 'wrong' || verdict === 'absent')) return {};
  return { eta: Math.max(...late.map(({ until = 0 }) => until)) + ROUNDING_MS };
}

function splitIn(rows: readonly DnsRow[]): Pick<WaitEvent, 'split'> {
  const split = splitOf(rows);
  return split === undefined ? {} : { split };
}

/** True where not one authoritative server gave an answer, be it a refusal. */
function isSilent(look: RecordsLook): boolean {
  return look.sets.every((set) => set.servers.every(({ reply }) => reply === undefined));
}

// With several sets a server has a row for each.
function rowsOf(set: RecordSet, servers: readonly Shown[], sets: number): readonly DnsRow[] {
  return servers.map(({ row }) => (sets === 1 ? row : { ...row, server: `${row.server} ${set.type} ${set.name}` }));
}

function notAsked(server: DnsServer): DnsRow {
  return { server: server.label, role: server.role, view: viewOf(server), answer: '', verdict: 'not-asked' };
}

/** What is right inside nobody outside has to find. */
function notNeeded(row: DnsRow): DnsRow {
  return row.view === 'outside' && row.verdict === 'absent' ? { ...row, verdict: 'not-needed' } : row;
}

/** The zones that a look has found, each once. */
export function zonesOf(look: RecordsLook): readonly DnsZone[] {
  const zones = look.sets.flatMap(({ zone }) => (zone === undefined ? [] : [zone]));
  return [...new Map(zones.map((zone) => [zone.zone, zone])).values()];
}
