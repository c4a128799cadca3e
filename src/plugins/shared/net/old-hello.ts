import { randomBytes } from 'node:crypto';
import { on } from 'node:events';
import { isIP, type Socket } from 'node:net';
import type { Peek } from '../../../core/contracts/index.ts';
import { CONTENT, recordsOf } from './record.ts';
import { servedChain } from './served-chain.ts';

type Seen = Omit<Extract<Peek, { seen: true }>, 'address'>;

const ALERT = 21;
const SERVER_HELLO = 2;
const VERSIONS: Readonly<Record<number, string>> = { 768: 'SSLv3', 769: 'TLSv1', 770: 'TLSv1.1' };
// What servers of before 2008 speak: AES and Camellia in CBC mode, 3DES, RC4, with every key exchange.
const SUITES = [
  ...[0xc00a, 0xc009, 0xc014, 0xc013, 0x0039, 0x0038, 0x0033, 0x0032, 0x0035, 0x002f, 0x0088, 0x0045, 0x0084, 0x0041],
  ...[0xc008, 0xc012, 0x0016, 0x0013, 0x000a, 0xc007, 0xc011, 0x0005, 0x0004],
];
const GROUPS = [0x001d, 0x0017, 0x0018, 0x0019];
const MOST = 256 * 1024;

/**
 * Whether a server answers somebody who speaks TLS 1.1 at the most: its certificate, if it does. Greeted by hand, for the OpenSSL of many machines
 * speaks no such version any more, and nothing has to be agreed on to know.
 * @throws Error with the alert's number, or where the connection ends
 */
export async function greetOld(socket: Socket, servername: string | undefined, signal: AbortSignal): Promise<Seen> {
  let received: Uint8Array = new Uint8Array();
  socket.write(clientHello(servername !== undefined && isIP(servername) === 0 ? servername : undefined));
  for await (const [chunk] of on(socket, 'data', { signal, close: ['close'] })) {
    received = Buffer.concat([received, chunk as Buffer]);
    const answer = answerIn(received);
    if (answer !== undefined) return answer;
    if (received.length > MOST) throw new Error('too long an answer');
  }
  throw new Error('connection closed during the handshake');
}

function answerIn(received: Uint8Array): Seen | undefined {
  const [first] = recordsOf(received);
  if (first === undefined) return undefined;
  if (first.type === ALERT) throw new Error(`alert ${first.body[1]}`);
  if (first.type !== CONTENT.handshake || first.body[0] !== SERVER_HELLO) throw new Error('not a TLS server');
  const protocol = VERSIONS[((first.body[4] ?? 0) << 8) | (first.body[5] ?? 0)];
  if (protocol === undefined) throw new Error('another version was answered than asked for');
  const chain = servedChain({ protocol, suite: '', received, keyLog: '' });
  return chain === undefined ? undefined : { seen: true, protocol, chain };
}

// RFC 4346 7.4.1.2, RFC 6066 3 (server name), RFC 8422 5.1 (groups, point formats), RFC 5746 3.4 (renegotiation).
function clientHello(servername: string | undefined): Buffer {
  const extensions = [
    ...(servername === undefined ? [] : [extension(0x0000, block16([0, ...block16(Buffer.from(servername))]))]),
    extension(0x000a, block16(GROUPS.flatMap(word))),
    extension(0x000b, [1, 0]),
    extension(0xff01, [0]),
  ].flat();
  const body = [0x03, 0x02, ...randomBytes(32), 0, ...block16(SUITES.flatMap(word)), 1, 0, ...block16(extensions)];
  return Buffer.from([CONTENT.handshake, 0x03, 0x01, ...block16([1, 0, ...block16(body)])]);
}

const word = (value: number): readonly number[] => [value >> 8, value & 0xff];
const block16 = (bytes: ArrayLike<number> & Iterable<number>): readonly number[] => [...word(bytes.length), ...bytes];
const extension = (type: number, body: readonly number[]): readonly number[] => [...word(type), ...block16(body)];
