import { CONTENT, handshakeOpener, recordsOf } from './record.ts';

const CERTIFICATE = 11;

/** What is needed to read a handshake after it is over. */
export interface Handshake {
  /** `TLSv1.3`, as node names it. */
  readonly protocol: string;
  readonly suite: string;
  /** All that the server sent. */
  readonly received: Uint8Array;
  /** NSS key log lines; TLS 1.3 needs SERVER_HANDSHAKE_TRAFFIC_SECRET. */
  readonly keyLog: string;
}

/**
 * The server's Certificate message: DER, in the order in which it was sent, nothing added and nothing dropped.
 * node's own peer certificate is a chain that OpenSSL built, sorted, completed from the roots, strangers left out.
 * undefined where it cannot be read.
 */
export function servedChain(handshake: Handshake): readonly Uint8Array[] | undefined {
  const tls13 = handshake.protocol === 'TLSv1.3';
  try {
    const message = certificateMessage(tls13 ? decrypted(handshake) : plain(handshake.received));
    return message === undefined ? undefined : readCertificateList(message, tls13);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function* plain(received: Uint8Array): Generator<Uint8Array> {
  for (const record of recordsOf(received)) if (record.type === CONTENT.handshake) yield record.body;
}

function* decrypted({ received, suite, keyLog }: Handshake): Generator<Uint8Array> {
  const secret = /^SERVER_HANDSHAKE_TRAFFIC_SECRET [0-9a-f]+ ([0-9a-f]+)$/mu.exec(keyLog)?.[1];
  const open = secret === undefined ? undefined : handshakeOpener(suite, Buffer.from(secret, 'hex'));
  if (open === undefined) return;
  for (const record of recordsOf(received)) {
    if (record.type !== CONTENT.applicationData) continue;
    const plaintext = open(record);
    if (plaintext === undefined) return;
    yield plaintext;
  }
}

// Messages may span records and share them.
function certificateMessage(fragments: Iterable<Uint8Array>): Uint8Array | undefined {
  let pending: Uint8Array = new Uint8Array();
  for (const fragment of fragments) {
    pending = Buffer.concat([pending, fragment]);
    while (pending.length >= 4) {
      const end = 4 + uint24(pending, 1);
      if (pending.length < end) break;
      if (pending[0] === CERTIFICATE) return pending.subarray(4, end);
      pending = pending.subarray(end);
    }
  }
  return undefined;
}

// RFC 5246 7.4.2; RFC 8446 4.4.2 puts a request context before the list and extensions behind each certificate.
function readCertificateList(message: Uint8Array, tls13: boolean): readonly Uint8Array[] {
  const start = tls13 ? 1 + (message[0] ?? 0) : 0;
  const end = start + 3 + uint24(message, start);
  const chain: Uint8Array[] = [];
  for (let offset = start + 3; offset < end; ) {
    const certificateEnd = offset + 3 + uint24(message, offset);
    if (certificateEnd > end) throw new RangeError('certificate cut off');
    chain.push(new Uint8Array(message.subarray(offset + 3, certificateEnd)));
    offset = tls13 ? certificateEnd + 2 + uint16(message, certificateEnd) : certificateEnd;
  }
  return chain;
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const uint16 = (bytes: Uint8Array, offset: number): number => view(bytes).getUint16(offset);
const uint24 = (bytes: Uint8Array, offset: number): number => view(bytes).getUint16(offset) * 256 + view(bytes).getUint8(offset + 2);
