import { X509Certificate } from 'node:crypto';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Peek, PeekTarget } from '../../../../src/core/contracts/index.ts';
import { peekTls } from '../../../../src/plugins/shared/net/peek-tls.ts';
import { type Issued, issue, issueChain, rsa } from '../../../helpers/openssl.ts';
import { tlsServer } from '../../../helpers/tls-server.ts';

let pki: { root: Issued; issuing: Issued; leaf: Issued };
beforeAll(() => {
  pki = issueChain({ commonName: 'www.contoso.com', key: rsa(2048) });
});

const signal = new AbortController().signal;
const peek = (port: number, more: Partial<PeekTarget> = {}, timeoutMs = 5_000) =>
  peekTls({ address: '127.0.0.1', port, servername: 'www.contoso.com', ...more }, signal, { timeoutMs });
const pems = (seen: Peek) => (seen.seen ? seen.chain.map((der) => new X509Certificate(der).toString()) : seen);
const serve = (certs: readonly Issued[], more: TlsOptions = {}) =>
  tlsServer({ cert: certs.map(({ certPem }) => certPem).join(''), key: certs[0]?.keyPem, ...more });

/** A TCP server that does as it is told. */
async function tcpServer(greet: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    greet(socket);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

describe('what a server shows', () => {
  const versions = [
    ['TLSv1.3', { minVersion: 'TLSv1.3' }],
    ['TLSv1.2', { maxVersion: 'TLSv1.2' }],
    ['TLSv1.1', { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' }],
    ['TLSv1', { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' }],
  ] as const;

  it.each(versions)('comes exactly as sent over %s: root, strangers, order and all', async (protocol, options) => {
    const stranger = issue({ commonName: 'stranger', ca: true });
    const sent = [pki.leaf, stranger, pki.root, pki.issuing];
    const seen = await peek(await serve(sent, options));
    expect(seen).toMatchObject({ seen: true, address: '127.0.0.1', protocol });
    expect(pems(seen)).toEqual(sent.map(({ certPem }) => certPem));
  });

  it.each(['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'])('is read through %s', async (ciphers) => {
    const seen = await peek(await serve([pki.leaf, pki.root], { minVersion: 'TLSv1.3', ciphers }));
    expect(pems(seen)).toEqual([pki.leaf.certPem, pki.root.certPem]);
  });

  it('may fill many records', async () => {
    const many = Array.from({ length: 3 }, (_, i) =>
      issue({
        commonName: `big ${i}`,
        extensions: ['subjectAltName=@n', '[n]', ...Array.from({ length: 600 }, (_, n) => `DNS.${n}=host-number-${n}.contoso.com`)],
      }),
    );
    const sent = [pki.leaf, ...many];
    for (const options of [{ minVersion: 'TLSv1.3' }, { maxVersion: 'TLSv1.2' }] as const) {
      expect(pems(await peek(await serve(sent, options)))).toEqual(sent.map(({ certPem }) => certPem));
    }
  });

  it('is what belongs to the name that was asked for', async () => {
    const other = issue({ commonName: 'api.contoso.com' });
    const names: (string | false)[] = [];
    const port = await serve([pki.leaf], {
      SNICallback: (name, done) => {
        names.push(name);
        import('node:tls').then(({ createSecureContext }) => done(null, createSecureContext({ cert: other.certPem, key: other.keyPem })), done);
      },
    });
    expect(pems(await peek(port, { servername: 'api.contoso.com' }))).toEqual([other.certPem]);
    expect(pems(await peekTls({ address: '127.0.0.1', port }, signal))).toEqual([pki.leaf.certPem]);
    expect(pems(await peek(port, { servername: '127.0.0.1' }))).toEqual([pki.leaf.certPem]);
    expect(names).toEqual(['api.contoso.com']);
  });

  it('is not judged: expired, weak and self-signed ones come, too', async () => {
    const weak = issue({ commonName: 'weak', key: rsa(1024), digest: 'sha1' });
    const seen = await peek(await serve([weak], { ciphers: 'DEFAULT:@SECLEVEL=0' }));
    expect(pems(seen)).toEqual([weak.certPem]);
  });

  it('may be asked of an old client, to see whether old versions are still spoken', async () => {
    const port = await serve([pki.leaf], { minVersion: 'TLSv1.2' });
    expect(await peek(port, { maxVersion: 'TLSv1.2' })).toMatchObject({ seen: true, protocol: 'TLSv1.2' });
    expect(await peek(port, { maxVersion: 'TLSv1.1' })).toMatchObject({ seen: false, layer: 'tls', reason: expect.stringMatching(/alert|closed/) });
  });

  it.each(['TLSv1', 'TLSv1.1'] as const)('is shown to an old client by a server that speaks %s', async (version) => {
    const port = await serve([pki.leaf, pki.issuing], { minVersion: 'TLSv1', maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' });
    const seen = await peek(port, { maxVersion: 'TLSv1.1' });
    expect(seen).toMatchObject({ seen: true, address: '127.0.0.1', protocol: version });
    expect(pems(seen)).toEqual([pki.leaf.certPem, pki.issuing.certPem]);
  });
});

describe('where nothing is shown, the layer is told', () => {
  it('dns: a name that does not exist', async () => {
    expect(await peek(443, { address: 'nowhere.invalid' })).toMatchObject({ seen: false, layer: 'dns', reason: expect.stringContaining('nowhere.invalid') });
  });

  it('tcp: nobody listens', async () => {
    const port = await tcpServer(() => undefined);
    const free = createServer();
    await new Promise<void>((listening) => free.listen(0, '127.0.0.1', listening));
    const silent = (free.address() as AddressInfo).port;
    await new Promise((closed) => free.close(closed));
    expect(silent).not.toBe(port);
    expect(await peek(silent)).toMatchObject({ seen: false, layer: 'tcp' });
  });

  it.each<[string, (socket: Socket) => void]>([
    ['the peer speaks something else', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['the peer hangs up', (socket) => socket.once('data', () => socket.end())],
    ['the peer resets', (socket) => socket.once('data', () => socket.resetAndDestroy())],
    ['the peer says nothing', () => undefined],
  ])('tls: %s', async (_, greet) => {
    const port = await tcpServer(greet);
    const nothing = { seen: false, layer: 'tls', reason: expect.stringMatching(/./) };
    expect(await peek(port, {}, 500)).toMatchObject(nothing);
    expect(await peek(port, { maxVersion: 'TLSv1.1' }, 500)).toMatchObject(nothing);
  });

  it('an abort is passed on, not reported', async () => {
    const port = await tcpServer((socket) => socket.once('data', () => abort.abort(new Error('enough'))));
    const abort = new AbortController();
    await expect(peekTls({ address: '127.0.0.1', port }, abort.signal)).rejects.toThrow('enough');
    await expect(peekTls({ address: '127.0.0.1', port }, abort.signal)).rejects.toThrow('enough');
  });
});
