import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { request as requestTls } from 'node:https';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createEndpoints, type FrontEnd, type PracticeEndpoints } from '../../../../../src/plugins/environments/sandbox/endpoints/endpoints.ts';

const folder = mkdtempSync(join(tmpdir(), 'amltls-endpoints-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Pair {
  readonly chainPem: string;
  readonly keyPem: string;
}

/** A chain of three made by openssl: leaf, intermediate, root. */
function makeChain(name: string): Pair & { readonly leaf: string; readonly intermediate: string; readonly root: string } {
  const path = (file: string) => join(folder, `${name}-${file}`);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const ca = ['-addext', 'basicConstraints=critical,CA:TRUE'];
  openssl('req', '-x509', ...ec, ...ca, '-keyout', path('root.key'), '-out', path('root.pem'), '-subj', '/CN=root', '-days', '30');
  const issue = (file: string, subject: string, issuer: string, extra: string[]) =>
    openssl(
      'req',
      '-x509',
      ...ec,
      '-keyout',
      path(`${file}.key`),
      '-out',
      path(`${file}.pem`),
      '-subj',
      subject,
      '-days',
      '20',
      '-CA',
      path(`${issuer}.pem`),
      '-CAkey',
      path(`${issuer}.key`),
      ...extra,
    );
  issue('intermediate', '/CN=intermediate', 'root', ca);
  issue('leaf', `/CN=${name}`, 'intermediate', ['-addext', `subjectAltName=DNS:${name}`, '-addext', 'basicConstraints=critical,CA:FALSE']);
  const read = (file: string) => readFileSync(path(file), 'utf8');
  const [leaf, intermediate, root] = [read('leaf.pem'), read('intermediate.pem'), read('root.pem')];
  return { chainPem: leaf + intermediate, keyPem: read('leaf.key'), leaf, intermediate, root };
}

/** What the server sent, as `openssl s_client` shows it: no client's own completion. */
async function servedBy(connect: string, sni: string): Promise<readonly string[]> {
  const client = spawn('openssl', ['s_client', '-connect', connect, '-servername', sni, '-showcerts'], { stdio: ['pipe', 'pipe', 'ignore'] });
  client.stdin.end();
  let shown = '';
  for await (const chunk of client.stdout) shown += chunk;
  return blocks(shown);
}

const blocks = (pem: string) => pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];

async function protocolOf(connect: string, maxVersion: 'TLSv1.2' | 'TLSv1.3', minVersion: 'TLSv1.2' | 'TLSv1.3'): Promise<string | null> {
  const [host, port] = connect.split(':');
  return new Promise((resolve, reject) => {
    const socket = connectTls({ host, port: Number(port), rejectUnauthorized: false, minVersion, maxVersion }, () => {
      resolve(socket.getProtocol());
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

async function score(url: string, options: { readonly method: string }): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? requestTls : request;
    const outgoing = send(url, { ...options, agent: false, rejectUnauthorized: false } as object, (incoming) => {
      let body = '';
      incoming.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, body }));
    });
    outgoing.on('error', reject);
    outgoing.end(options.method === 'POST' ? '{"data":[1]}' : undefined);
  });
}

function refusal(connect: string): Promise<string | undefined> {
  const [host, port] = connect.split(':');
  return new Promise((resolve) => {
    const socket = createConnection({ host: host ?? '', port: Number(port) });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    socket.on('connect', () => {
      resolve(undefined);
      socket.destroy();
    });
  });
}

let first: ReturnType<typeof makeChain>;
let second: ReturnType<typeof makeChain>;
beforeAll(() => {
  first = makeChain('www.contoso.com');
  second = makeChain('new.contoso.com');
});

const IP = '203.0.113.10';
const path = '/api/v1/service/credit-scorer/score';
let world: FrontEnd[] = [];
let endpoints: PracticeEndpoints;
const aks = (tls: Pair | null): FrontEnd[] => [
  { ip: IP, tls, tls12Only: true, scoringPath: null },
  { ip: IP, tls, tls12Only: true, scoringPath: path },
];
const connect = () => endpoints.connect(IP) ?? 'nowhere';

beforeEach(async () => {
  world = aks(null);
  endpoints = createEndpoints(() => world);
  await endpoints.sync();
});
afterEach(() => endpoints[Symbol.asyncDispose]());

describe('a front end', () => {
  test('without TLS scores over http, on that path alone', async () => {
    expect(await score(`http://${connect()}${path}`, { method: 'POST' })).toEqual({ status: 200, body: '{"result":[0.5]}' });
    expect((await score(`http://${connect()}${path}`, { method: 'GET' })).status).toBe(405);
    expect((await score(`http://${connect()}/score`, { method: 'POST' })).status).toBe(404);
  });

  test('serves exactly the uploaded chain, whatever name is asked for', async () => {
    world = aks(first);
    expect(await servedBy(connect(), 'www.contoso.com')).toEqual(blocks(first.chainPem));
    expect(await servedBy(connect(), 'elsewhere.example')).toEqual(blocks(first.chainPem));
    expect((await score(`https://${connect()}${path}`, { method: 'POST' })).status).toBe(200);
  });

  test('completes nothing and leaves nothing out', async () => {
    world = aks({ ...first, chainPem: first.leaf });
    expect(await servedBy(connect(), 'www.contoso.com')).toEqual(blocks(first.leaf));
    world = aks({ ...first, chainPem: first.leaf + first.root + first.intermediate });
    expect(await servedBy(connect(), 'www.contoso.com')).toEqual(blocks(first.leaf + first.root + first.intermediate));
  });

  test('shows another certificate at the next handshake, on the same port', async () => {
    world = aks(first);
    const before = connect();
    expect((await servedBy(before, 'x'))[0]).toBe(blocks(first.leaf)[0]);
    world = aks(second);
    expect((await servedBy(before, 'x'))[0]).toBe(blocks(second.leaf)[0]);
    world = aks(null);
    expect((await score(`http://${before}${path}`, { method: 'POST' })).status).toBe(200);
  });

  test('speaks TLS 1.2 only on AKS, newer elsewhere', async () => {
    world = aks(first);
    expect(await protocolOf(connect(), 'TLSv1.3', 'TLSv1.2')).toBe('TLSv1.2');
    await expect(protocolOf(connect(), 'TLSv1.3', 'TLSv1.3')).rejects.toThrow(/protocol version/i);
    world = world.map((frontEnd) => ({ ...frontEnd, tls12Only: false }));
    expect(await protocolOf(connect(), 'TLSv1.3', 'TLSv1.2')).toBe('TLSv1.3');
  });

  test('refuses connections when it does not answer, and comes back where it was', async () => {
    const before = connect();
    world = [];
    await endpoints.sync();
    expect(endpoints.connect(IP)).toBeUndefined();
    expect(await refusal(before)).toBe('ECONNREFUSED');
    world = aks(null);
    await endpoints.sync();
    expect(connect()).toBe(before);
  });

  test('survives a pair that cannot be served, and clients that speak nonsense', async () => {
    world = aks({ chainPem: first.chainPem, keyPem: second.keyPem });
    await expect(protocolOf(connect(), 'TLSv1.3', 'TLSv1.2')).rejects.toThrow();
    world = aks(first);
    await expect(score(`http://${connect()}${path}`, { method: 'POST' })).rejects.toThrow();
    expect((await score(`https://${connect()}${path}`, { method: 'POST' })).status).toBe(200);
  });
});
