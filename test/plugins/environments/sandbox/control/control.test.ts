import { request } from 'node:https';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Environment } from '../../../../../src/core/contracts/index.ts';
import { startSandbox, type TestSandbox } from '../../../../helpers/sandbox.ts';

const never = new AbortController().signal;
const HOUR = 3_600_000;
const subscriptions = { method: 'GET', path: '/subscriptions', apiVersion: '2022-12-01' } as const;

let sandbox: TestSandbox;
let env: Environment;
beforeAll(async () => {
  sandbox = await startSandbox();
  env = await sandbox.environment();
});
afterAll(() => sandbox[Symbol.asyncDispose]());
beforeEach(() => sandbox.faults([]));

/** As another program would: bare https, the announced CA. */
async function call(method: string, path: string, body?: string, token = sandbox.host.info.token): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      new URL(path, sandbox.host.info.controlEndpoint),
      { method, ca: sandbox.host.caPem, agent: false, headers: { authorization: `Bearer ${token}`, 'content-length': Buffer.byteLength(body ?? '') } },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, body: text }));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

describe('the control endpoint', () => {
  test('wants the token', async () => {
    for (const path of ['/state', '/requests', '/host', '/nothing']) expect((await call('GET', path, undefined, 'wrong')).status).toBe(401);
    expect((await call('GET', '/state')).status).toBe(200);
  });

  test('says what it cannot take', async () => {
    expect((await call('GET', '/nothing')).status).toBe(404);
    expect((await call('POST', '/clock', '{')).status).toBe(400);
    expect((await call('POST', '/clock', '{"advanceSeconds":-1}')).status).toBe(400);
    expect((await call('PUT', '/faults', '[{"match":"("}]')).status).toBe(400);
    const missing = await call('PUT', '/records', '[{"zone":"example.org","name":"www","type":"A","data":"192.0.2.1"}]');
    expect(missing.status).toBe(404);
    expect(missing.body).toContain('example.org');
  });

  test('POST /clock jumps', async () => {
    const before = env.clock.now();
    const reply = await call('POST', '/clock', JSON.stringify({ advanceSeconds: 3600 }));
    expect(Date.parse(JSON.parse(reply.body).now)).toBeGreaterThanOrEqual(before + HOUR);
    expect(env.clock.now()).toBeGreaterThanOrEqual(before + HOUR);
    expect(Date.parse((await sandbox.state()).now)).toBeGreaterThanOrEqual(before + HOUR);
  });

  test('GET /state gives each service its address, and the front end under name null', async () => {
    const { services, computes } = await sandbox.state();
    expect(computes).toMatchObject([{ name: 'aks-prod', provisioningState: 'Succeeded', tls: { status: 'Disabled' } }]);
    expect(services.map(({ name, computeName }) => [name, computeName])).toEqual([
      [null, 'aks-prod'],
      ['credit-scorer', 'aks-prod'],
      ['scorer', null],
    ]);
    for (const service of services)
      expect(service).toMatchObject({ connect: expect.stringMatching(/^127\.0\.0\.1:\d+$/), ip: expect.stringMatching(/^203\.0\.113\./) });
    expect((await call('GET', '/state')).body).not.toContain('PRIVATE KEY');
  });

  test('GET /requests lists what the resource manager got', async () => {
    await env.arm.send(subscriptions, never);
    expect((await sandbox.requests()).at(-1)).toMatchObject({
      method: 'GET',
      path: '/subscriptions',
      body: null,
      status: 200,
      at: expect.stringMatching(/Z$/),
    });
  });
});

describe('PUT /faults', () => {
  test('makes the resource manager answer otherwise, so many times', async () => {
    await sandbox.faults([{ match: 'GET /subscriptions$', status: 418, times: 1 }]);
    expect((await env.arm.send(subscriptions, never)).status).toBe(418);
    expect((await env.arm.send(subscriptions, never)).status).toBe(200);
  });

  test('rejects a token that is right', async () => {
    await sandbox.faults([{ match: '.*', status: 401 }]);
    expect((await env.arm.send(subscriptions, never)).status).toBe(401);
  });

  test('a dropped connection is repeated, a host that is there is not looked for again', async () => {
    await sandbox.faults([{ match: 'GET /subscriptions$', reset: true, times: 1 }]);
    expect((await env.arm.send(subscriptions, never)).status).toBe(200);
    await sandbox.faults([{ match: 'GET /subscriptions$', reset: true }]);
    await expect(env.arm.send(subscriptions, never)).rejects.toMatchObject({ problem: { code: 'network-unreachable' } });
  });

  test('makes DNS fail for a name', async () => {
    await sandbox.faults([{ dns: '^broken\\.contoso\\.com A$', rcode: 'SERVFAIL' }]);
    const [system] = env.dns.resolvers(['system']);
    if (system === undefined) throw new Error('no resolver');
    expect((await env.dns.ask(system, { name: 'broken.contoso.com', type: 'A' }, never)).rcode).toBe('SERVFAIL');
    expect((await env.dns.ask(system, { name: 'whole.contoso.com', type: 'A' }, never)).rcode).toBe('NXDOMAIN');
  });
});

describe('records', () => {
  test('appear on the authoritative server at once, and the serial moves', async () => {
    const zone = await env.dns.zoneOf('shop.contoso.com', never);
    const [server] = zone?.servers ?? [];
    if (server === undefined) throw new Error('no server');
    const soa = async () => (await env.dns.ask(server, { name: 'contoso.com', type: 'SOA' }, never)).answers[0]?.data;
    const before = await soa();
    await sandbox.records([
      { zone: 'contoso.com', name: 'shop', type: 'A', data: '203.0.113.10', ttl: 30 },
      { zone: 'contoso.com', name: 'shop', type: 'A', data: '203.0.113.11', ttl: 30 },
    ]);
    const { answers, authoritative } = await env.dns.ask(server, { name: 'shop.contoso.com', type: 'A' }, never);
    expect(answers.map(({ data }) => data).sort()).toEqual(['203.0.113.10', '203.0.113.11']);
    expect(authoritative).toBe(true);
    expect(await soa()).not.toBe(before);
  });

  test('a resolver remembers the absence until practice time has passed', async () => {
    expect(await env.dns.lookup('late.fabrikam.com', never)).toEqual([]);
    await sandbox.records([{ zone: 'fabrikam.com', name: 'late', type: 'A', data: '203.0.113.10', ttl: 3600 }]);
    await sandbox.advance(HOUR);
    expect(await env.dns.lookup('late.fabrikam.com', never)).toEqual(['203.0.113.10']);
  });

  test('are taken away by set or one by one, with names as a registrar takes them', async () => {
    const put = (name: string, data: string) => ({ zone: 'fabrikam.com', name, type: 'A', data });
    await sandbox.records([put('@', '192.0.2.1'), put('@', '192.0.2.2'), put('www.fabrikam.com', '192.0.2.3')]);
    const named = async (name: string) => (await sandbox.state()).records.filter((record) => record.name === name).map(({ data }) => data);
    expect(await named('fabrikam.com')).toEqual(['192.0.2.1', '192.0.2.2']);
    expect((await call('DELETE', '/records', JSON.stringify([put('', '192.0.2.1')]))).status).toBe(200);
    expect(await named('fabrikam.com')).toEqual(['192.0.2.2']);
    await call('DELETE', '/records', JSON.stringify([{ zone: 'fabrikam.com', name: 'www', type: 'A' }]));
    expect(await named('www.fabrikam.com')).toEqual([]);
  });

  test('are set and removed by the registrar of the environment', async () => {
    const { registrar } = env;
    if (registrar === undefined) throw new Error('no registrar');
    const record = { name: 'api.contoso.com', type: 'A', data: '203.0.113.10', ttl: 60 } as const;
    await registrar.set([record], never);
    expect(await registrar.get('api.contoso.com', 'A', never)).toEqual([record]);
    await registrar.set([{ ...record, data: '203.0.113.11' }], never);
    expect(await registrar.get('api.contoso.com', 'A', never)).toEqual([{ ...record, data: '203.0.113.11' }]);
    await registrar.remove(record, never);
    expect(await registrar.get('api.contoso.com', 'A', never)).toEqual([]);
    await expect(registrar.set([{ ...record, name: 'www.example.org' }], never)).rejects.toMatchObject({ problem: { code: 'sandbox-zone' } });
  });
});
