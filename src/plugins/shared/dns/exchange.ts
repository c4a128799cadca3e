import { randomInt } from 'node:crypto';
import type { DnsReply, DnsQuestion as Question } from '../../../core/contracts/index.ts';
import { isAbort } from '../../../core/problems/to-problem.ts';
import { within } from '../net/within.ts';
import { encodeQuery, type Message, type Query, readReply } from './message.ts';
import { overTcp } from './tcp.ts';
import { turns } from './turns.ts';
import { type HostPort, overUdp, type Send } from './udp.ts';

export type { Question };

/** Where a question goes: port 53, or HTTPS. */
export interface Place extends HostPort {
  readonly url?: string;
  readonly overHttps?: 'always' | 'fallback';
  /** A URL that leads out of the public Internet is refused. */
  readonly guarded?: boolean;
  /** A server of this program's own: it may be asked as often as one likes. */
  readonly own?: boolean;
}

export interface Exchanged extends Message {
  readonly transport: DnsReply['transport'];
}

/** One question to one address; `recursive`: RD is set. */
export type Ask = (at: Place, question: Question, recursive: boolean, signal: AbortSignal) => Promise<Exchanged>;

const TRIES = 2;
const TRY_MS = 2_000;
const HTTPS_MS = 5_000;

/**
 * Asks one server: over UDP with EDNS, over TCP where the answer did not fit, without EDNS where the server does not know it, over HTTPS
 * where the place says so. Ends within 8 s of its turns (5 s more over HTTPS): two tries, 2 s for each packet that is waited for.
 * @throws the last error of the transport, or the signal's reason
 */
export async function exchange(at: Place, question: Question, recursive: boolean, signal: AbortSignal): Promise<Exchanged> {
  const query = () => ({ ...question, id: randomInt(0x10000), recursive, edns: true });
  if (at.url !== undefined && at.overHttps === 'always') return await askOverHttps({ ...at, url: at.url }, query(), signal);
  let last: unknown;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    try {
      return await tryOnce(at, query(), signal);
    } catch (error) {
      if (isAbort(error, signal)) throw error;
      last = error;
    }
  }
  if (at.url === undefined) throw last;
  return await askOverHttps({ ...at, url: at.url }, query(), signal);
}

async function tryOnce(at: Place, query: Query, signal: AbortSignal): Promise<Exchanged> {
  const reply = await inTurn(at, query, overUdp, signal);
  if (reply.truncated) {
    const whole = await inTurn(at, query, overTcp, signal);
    if (whole.truncated) throw new Error('truncated over TCP');
    return { ...whole, transport: 'tcp' };
  }
  if (query.edns && reply.rcode === 'FORMERR') return await tryOnce(at, { ...query, id: randomInt(0x10000), edns: false }, signal);
  return { ...reply, transport: 'udp' };
}

async function inTurn(at: Place, query: Query, over: typeof overUdp<Message>, signal: AbortSignal): Promise<Message> {
  using turn = await turns.take(at.own === true ? undefined : `${at.address}:${at.port}`, signal);
  using limit = within(signal, TRY_MS);
  return await over(
    at,
    encodeQuery(query),
    (bytes) => readReply(bytes, query),
    limit.signal,
    async (write) => {
      // Waiting for its turn is no silence of the server.
      limit.rest();
      await turn.send(write, signal);
      limit.again();
    },
  );
}

async function askOverHttps(at: Place & { readonly url: string }, query: Query, signal: AbortSignal): Promise<Exchanged> {
  const { overHttps } = await import('./https.ts');
  using turn = await turns.take(at.url, signal);
  using limit = within(signal, HTTPS_MS);
  const inTime: Send = async (write) => {
    limit.rest();
    await turn.send(write, signal);
    limit.again();
  };
  const reply = await overHttps(at, encodeQuery(query), (bytes) => readReply(bytes, query), limit.signal, inTime);
  if (reply.truncated) throw new Error('truncated over HTTPS');
  return { ...reply, transport: 'https' };
}
