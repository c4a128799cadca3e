import { createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** TLS record content types (RFC 8446 5.1). */
export const CONTENT = { handshake: 22, applicationData: 23 } as const;

export interface Record {
  readonly type: number;
  readonly header: Uint8Array;
  readonly body: Uint8Array;
}

/** The whole records of a stream; a cut-off last one is left out. */
export function* recordsOf(stream: Uint8Array): Generator<Record> {
  for (let offset = 0; offset + 5 <= stream.length; ) {
    const header = stream.subarray(offset, offset + 5);
    const end = offset + 5 + (((header[3] ?? 0) << 8) | (header[4] ?? 0));
    if (end > stream.length) return;
    yield { type: header[0] ?? 0, header, body: stream.subarray(offset + 5, end) };
    offset = end;
  }
}

interface Suite {
  readonly cipher: 'aes-128-gcm' | 'aes-256-gcm' | 'chacha20-poly1305';
  readonly hash: 'sha256' | 'sha384';
  readonly keyLength: number;
}

const SUITES: Readonly<{ [name: string]: Suite }> = {
  TLS_AES_128_GCM_SHA256: { cipher: 'aes-128-gcm', hash: 'sha256', keyLength: 16 },
  TLS_AES_256_GCM_SHA384: { cipher: 'aes-256-gcm', hash: 'sha384', keyLength: 32 },
  TLS_CHACHA20_POLY1305_SHA256: { cipher: 'chacha20-poly1305', hash: 'sha256', keyLength: 32 },
};

/**
 * Opens the server's encrypted handshake of TLS 1.3 (RFC 8446 5.2, 5.3, 7.3).
 * @param suite OpenSSL's name, as `TLSSocket.getCipher()` gives it
 * @param secret the server handshake traffic secret
 * @returns per record the plaintext without padding, or undefined once a record belongs to other keys
 */
export function handshakeOpener(suite: string, secret: Uint8Array): ((record: Record) => Uint8Array | undefined) | undefined {
  const known = SUITES[suite];
  if (known === undefined) return undefined;
  // Bytes where OpenSSL takes a key cost as much as the work itself, each time.
  const from = createSecretKey(secret);
  const key = createSecretKey(expandLabel(known.hash, from, 'key', known.keyLength));
  const iv = expandLabel(known.hash, from, 'iv', 12);
  let sequence = 0;
  return ({ header, body }) => {
    const nonce = Buffer.from(iv);
    nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ sequence) >>> 0, 8);
    sequence += 1;
    try {
      const options = { authTagLength: 16 };
      const decipher =
        known.cipher === 'chacha20-poly1305' ? createDecipheriv(known.cipher, key, nonce, options) : createDecipheriv(known.cipher, key, nonce, options);
      decipher.setAAD(header, { plaintextLength: body.length - 16 });
      decipher.setAuthTag(body.subarray(-16));
      const inner = Buffer.concat([decipher.update(body.subarray(0, -16)), decipher.final()]);
      const end = inner.findLastIndex((octet) => octet !== 0);
      return inner[end] === CONTENT.handshake ? inner.subarray(0, end) : undefined;
    } catch {
      return undefined;
    }
  };
}

// HKDF-Expand-Label for outputs of at most one hash length (RFC 8446 7.1, RFC 5869 2.3).
function expandLabel(hash: string, secret: KeyObject, label: string, length: number): Buffer {
  const name = Buffer.from(`tls13 ${label}`);
  const info = Buffer.from([0, length, name.length, ...name, 0, 1]);
  return createHmac(hash, secret).update(info).digest().subarray(0, length);
}
