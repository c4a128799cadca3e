import { createSecureServer } from 'node:http2';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { decode, encode } from 'dns-packet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDnsClient } from '../../../../src/plugins/shared/dns/index.ts';
import { writeCertificate } from '../../../../src/plugins/shared/x509/write-certificate.ts';

const { signal } = new AbortController();
const question = { name: 'www.contoso.com', type: 'A' } as const;
const HOUR = 3_600_000;

type Kind = 'right' | 'aged' | 'html' | 'endless' | 'forged' | 'redirect';

describe('DNS over HTTPS', () => {
  let port = 0;
  let close: () => Promise<void>;
  const asked: string[] = [];
  let portOfHttp2 = 0;

  beforeAll(async () => {
    const life = { from: Date.now() - HOUR, to: Date.now() + HOUR, algorithm: 'ecdsa-p256' } as const;
    const ca = await writeCertificate({ commonName: 'DoH test root', ...life, ca: {} });
    const pair = await writeCertificate({ commonName: 'localhost', names: ['localhost'], ...life, issuer: ca });
    setDefaultCACertificates([...getCACertificates(), ca.certPem]);
    const server = createServer({ cert: pair.certPem, key: pair.keyPem }, (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const query = decode(Buffer.concat(chunks));
        const kind = request.url?.slice(1) as Kind;
        asked.push(`${request.method} ${request.headers['content-type']}`);
        const id = kind === 'forged' ? (query.id ?? 0) ^ 1 : (query.id ?? 0);
        const answers = [{ name: question.name, type: 'A', class: 'IN', ttl: 300, data: '20.0.0.4' }] as const;
        const body = encode({ type: 'response', id, flags: 0x20, questions: query.questions ?? [], answers: [...answers] });
        if (kind === 'redirect') return void response.writeHead(302, { location: '/right' }).end();
        if (kind === 'html') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Sign in to the network');
        response.writeHead(200, { 'content-type': 'application/dns-message', ...(kind === 'aged' ? { age: '120' } : {}) });
        response.end(kind === 'endless' ? Buffer.alloc(200_000) : body);
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    port = (server.address() as AddressInfo).port;
    const newer = createSecureServer({ cert: pair.certPem, key: pair.keyPem, allowHTTP1: false });
    newer.on('stream', (stream, headers) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        asked.push(`HTTP/2 ${headers[':method']} ${headers['content-type']}`);
        const { id = 0, questions = [] } = decode(Buffer.concat(chunks));
        const answers = [{ name: question.name, type: 'A', class: 'IN', ttl: 300, data: '20.0.0.4' }] as const;
        const html = headers[':path'] === '/html';
        stream.respond({ ':status': 200, 'content-type': html ? 'text/html' : 'application/dns-message', age: '120' });
        stream.end(encode({ type: 'response', id, questions, answers: [...answers] }));
      });
    });
    await new Promise<void>((listening) => newer.listen(0, '127.0.0.1', listening));
    portOfHttp2 = (newer.address() as AddressInfo).port;
    close = async () => {
      await Promise.all([server, newer].map((each) => new Promise<void>((closed) => each.close(() => closed()))));
    };
  });
  afterAll(async () => await close());

  const ask = async (kind: Kind, guarded = false, at = port) => {
    const dns = createDnsClient({ guarded });
    const [server] = dns.resolvers([`https://localhost:${at}/${kind}`]);
    if (server === undefined) throw new Error('a resolver');
    return await dns.ask(server, question, signal);
  };

  it('asks by POST and believes what belongs to the question', async () => {
    expect(await ask('right')).toMatchObject({ transport: 'https', validated: true, answers: [{ data: '20.0.0.4', ttl: 300 }] });
    expect(asked).toEqual(['POST application/dns-message']);
  });

  it('speaks HTTP/2 where the server has nothing else, and knows it the next time', async () => {
    const before = asked.length;
    for (let time = 1; time <= 2; time += 1) {
      expect(await ask('right', false, portOfHttp2)).toMatchObject({ transport: 'https', answers: [{ data: '20.0.0.4', ttl: 180 }] });
    }
    expect(asked.slice(before)).toEqual(['HTTP/2 POST application/dns-message', 'HTTP/2 POST application/dns-message']);
    await expect(ask('html', false, portOfHttp2)).rejects.toMatchObject({ problem: { code: 'dns-unreachable' } });
    await expect(ask('right', true, portOfHttp2)).rejects.toMatchObject({ problem: { code: 'dns-unreachable' } });
    expect(asked.slice(before)).toHaveLength(3);
  });

  it('counts the time in an HTTP cache', async () => {
    expect((await ask('aged')).answers).toMatchObject([{ ttl: 180 }]);
  });

  it.each(['html', 'endless', 'forged', 'redirect'] as const)('makes a problem of %s', async (kind) => {
    await expect(ask(kind)).rejects.toMatchObject({ problem: { code: 'dns-unreachable' } });
  });

  it('connects to no inner address for a file that is not the user’s own', async () => {
    const before = asked.length;
    await expect(ask('right', true)).rejects.toMatchObject({ problem: { code: 'dns-unreachable' } });
    expect(asked).toHaveLength(before);
    const guarded = createDnsClient({ guarded: true });
    for (const name of ['10.0.0.53', '127.0.0.1:5353', 'https://192.168.1.1/dns-query', 'https://[::1]/dns-query']) {
      expect(() => guarded.resolvers([name])).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'dns-address-private' }) }));
    }
    expect(guarded.resolvers(['9.9.9.9', 'system'])).not.toEqual([]);
  });

  it('takes HTTPS where port 53 does not answer', async () => {
    const closed = await freePort();
    const dns = createDnsClient();
    const url = `https://localhost:${port}/right`;
    const server = { label: '1.1.1.1', address: '127.0.0.1', port: closed, role: 'resolver', url, overHttps: 'fallback' } as const;
    expect(await dns.ask(server, question, signal)).toMatchObject({ transport: 'https', rcode: 'NOERROR' });
    expect(createDnsClient().resolvers(['1.1.1.1', '8.8.8.8:5353'])).toMatchObject([{ overHttps: 'fallback' }, { port: 5353 }]);
  });

  it.each(['http://1.1.1.1/dns-query', 'https://user:secret@dns.example/dns-query', 'https://'])('refuses %s', (name) => {
    expect(() => createDnsClient().resolvers([name])).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'dns-resolver-invalid' }) }));
  });
});

async function freePort(): Promise<number> {
  const { createServer: tcp } = await import('node:net');
  const server = tcp();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((closed) => server.close(() => closed()));
  return port;
}
