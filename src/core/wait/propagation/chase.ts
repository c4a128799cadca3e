import type { DnsClient, DnsQuestion, DnsReply, DnsServer, RecordType } from '../../contracts/index.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { type Followed, follow } from './follow.ts';

const MOST_ZONES = 8;

/** Follows an alias from zone to zone, asking the authoritative servers of each. Ends where nobody knows more. */
export async function chase(dns: DnsClient, target: string, type: RecordType, signal: AbortSignal): Promise<Followed> {
  const aliases: Followed['aliases'][number][] = [];
  let end = target;
  for (let hop = 0; hop < MOST_ZONES; hop += 1) {
    const reply = await askZone(dns, end, type, signal);
    if (reply === undefined) break;
    const found = follow(reply.answers, end, type);
    aliases.push(...found.aliases);
    if (found.records.length > 0) return { aliases, end: found.end, records: found.records };
    if (found.end === end || aliases.some(({ name }) => name === found.end)) break;
    end = found.end;
  }
  return { aliases, end, records: [] };
}

async function askZone(dns: DnsClient, name: string, type: RecordType, signal: AbortSignal): Promise<DnsReply | undefined> {
  const servers = await quietly(dns.zoneOf(name, signal)).then((zone) => zone?.servers ?? []);
  for (const server of servers) {
    const reply = await askQuietly(dns, server, { name, type }, signal);
    if (reply?.authoritative === true) return reply;
  }
  return undefined;
}

/** undefined where the server gave no usable answer. */
export function askQuietly(dns: DnsClient, server: DnsServer, question: DnsQuestion, signal: AbortSignal): Promise<DnsReply | undefined> {
  return quietly(dns.ask(server, question, signal));
}

/** undefined for what could not be found out; only an interruption goes on up. */
export async function quietly<T>(asking: Promise<T>): Promise<T | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}
