import { constants } from 'node:crypto';
import { once } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, createSecureContext, type SecureContext, type TLSSocket } from 'node:tls';
import type { Layer, Peek, PeekTarget } from '../../../core/contracts/index.ts';
import { greetOld } from './old-hello.ts';
import { LOOK_MS, unseen } from './reason.ts';
import { servedChain } from './served-chain.ts';
import { Tap } from './tap.ts';
import { within } from './within.ts';

export interface PeekOptions {
  /** Wall time, ms; default 10 s. */
  readonly timeoutMs?: number;
}

/**
 * The certificates that a server shows, as it sends them, without a verdict. Old versions and weak ciphers are spoken, too:
 * looking needs no strength. Never through a proxy.
 * @returns `seen: false` with the layer at which it ended; rejects only with the reason of `signal`
 */
export async function peekTls(target: PeekTarget, signal: AbortSignal, options: PeekOptions = {}): Promise<Peek> {
  signal.throwIfAborted();
  using limited = within(signal, options.timeoutMs ?? LOOK_MS);
  const limit = limited.signal;
  let layer: Layer = isIP(target.address) === 0 ? 'dns' : 'tcp';
  const socket = connect({ host: target.address, port: target.port });
  socket.once('lookup', (error: Error | null) => {
    if (error === null) layer = 'tcp';
  });
  // `once` below hears the first error; one after that must not end the process.
  socket.on('error', () => {});
  try {
    await once(socket, 'connect', { signal: limit });
    layer = 'tls';
    if (target.maxVersion === 'TLSv1.1') {
      const address = socket.remoteAddress ?? target.address;
      return { address, ...(await greetOld(socket, target.servername, limit)) };
    }
    return await shakeHands(socket, target, limit);
  } catch (error) {
    signal.throwIfAborted();
    return unseen(limit.aborted ? new Error('timed out') : error, layer);
  } finally {
    socket.destroy();
  }
}

async function shakeHands(socket: Socket, target: PeekTarget, signal: AbortSignal): Promise<Peek> {
  const address = socket.remoteAddress ?? target.address;
  const tap = new Tap(socket);
  const tls = connectTls({
    socket: tap,
    ...(target.servername === undefined || isIP(target.servername) !== 0 ? {} : { servername: target.servername }),
    rejectUnauthorized: false,
    secureContext: contextFor(target.maxVersion),
  });
  tls.on('error', () => {});
  const keyLog: Buffer[] = [];
  tls.on('keylog', (line: Buffer) => keyLog.push(line));
  try {
    await Promise.race([once(tls, 'secureConnect', { signal }), closed(tls)]);
    const protocol = tls.getProtocol() ?? 'unknown';
    const handshake = {
      protocol,
      suite: tls.getCipher().name,
      received: tap.received(),
      keyLog: Buffer.concat(keyLog).toString('latin1'),
    };
    return { seen: true, address, protocol, chain: servedChain(handshake) ?? builtChain(tls) };
  } finally {
    tls.destroy();
  }
}

const contexts = new Map<PeekTarget['maxVersion'], SecureContext>();

// Making one costs as much as half a handshake, and they differ in nothing else.
function contextFor(maxVersion: PeekTarget['maxVersion']): SecureContext {
  const known = contexts.get(maxVersion);
  if (known !== undefined) return known;
  const made = createSecureContext({
    minVersion: 'TLSv1',
    ...(maxVersion === undefined ? {} : { maxVersion }),
    ciphers: 'DEFAULT:@SECLEVEL=0',
    // The verdict is made elsewhere, at the environment's time: OpenSSL has nothing to read and nothing to verify.
    ca: [],
    ecdhCurve: 'X25519:prime256v1:secp384r1:secp521r1:X448',
    secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
  });
  contexts.set(maxVersion, made);
  return made;
}

async function closed(tls: TLSSocket): Promise<never> {
  await once(tls, 'close');
  throw new Error('connection closed during the handshake');
}

// OpenSSL's own chain, for handshakes that could not be read: no certificate is there twice.
function builtChain(tls: TLSSocket): readonly Uint8Array[] {
  const chain: Uint8Array[] = [];
  const seen = new Set<string>();
  for (let certificate = tls.getPeerX509Certificate(); certificate !== undefined && !seen.has(certificate.fingerprint256); ) {
    seen.add(certificate.fingerprint256);
    chain.push(new Uint8Array(certificate.raw));
    certificate = certificate.issuerCertificate;
  }
  return chain;
}
