import { afterAll, describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../../src/core/problems/problem-error.ts';
import { signInFailed } from '../../../../src/plugins/shared/credentials/sign-in-problem.ts';
import { startArmServer } from './arm-server.ts';
import { armFor, countingCredential, get, problemOf, signal } from './setup.ts';
import { throwawayCertificate } from './throwaway-ca.ts';

const certificate = throwawayCertificate();
const server = await startArmServer(certificate);
afterAll(() => server[Symbol.asyncDispose]());
const arm = armFor(server, certificate);
const PUT = { method: 'PUT', path: '/computes/aks1', apiVersion: '2022-10-01' } as const;

describe('a request', () => {
  it('carries the token, the user agent and the version, and comes back with status, headers and body', async () => {
    server.answer({ status: 200, headers: { 'X-Ms-Request-Id': 'r1' }, body: { name: 'aks1' } });
    const reply = await arm.send({ method: 'GET', path: '/computes/aks1', apiVersion: '2022-10-01' }, signal);
    expect(reply).toMatchObject({ status: 200, body: { name: 'aks1' } });
    expect(reply.headers['x-ms-request-id']).toBe('r1');
    expect(server.seen[0]).toMatchObject({ method: 'GET', url: '/computes/aks1?api-version=2022-10-01', body: '' });
    expect(server.seen[0]?.headers.authorization).toMatch(/^Bearer token-/);
    expect(server.seen[0]?.headers['user-agent']).toMatch(/^amltls\/test /);
  });

  it('leaves a version alone that the service gave', async () => {
    server.answer({ status: 200 });
    await arm.send({ method: 'GET', path: `${server.url}/operations/1?Api-Version=2019-06-01&t=%2B`, apiVersion: '2022-10-01' }, signal);
    expect(server.seen[0]?.url).toBe('/operations/1?Api-Version=2019-06-01&t=%2B');
  });

  it('carries a body as it is, with properties that the typed model would drop', async () => {
    server.answer({ status: 200 });
    const body = { properties: { properties: { sslConfiguration: { status: 'Auto', leafDomainLabel: 'contoso', renew: true } } } };
    await arm.send({ ...PUT, body }, signal);
    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual(body);
    expect(server.seen[0]?.headers['content-type']).toBe('application/json');
    await arm.send(
      { method: 'PATCH', path: '/services/s', body: [{ op: 'replace', path: '/sslEnabled', value: true }], contentType: 'application/json-patch+json' },
      signal,
    );
    expect(server.seen[1]?.headers['content-type']).toBe('application/json-patch+json');
  });

  it.each([400, 403, 404, 409, 412])('gives a %i back and does not throw it', async (status) => {
    server.answer({ status, body: { error: { code: 'X' } } });
    expect(await get(arm, '/x')).toMatchObject({ status, body: { error: { code: 'X' } } });
    expect(server.seen).toHaveLength(1);
  });

  it('gives a body back that is not the JSON it claims to be', async () => {
    server.answer({ status: 200, text: '<html>proxy</html>', headers: { 'content-type': 'application/json' } });
    expect(await get(arm, '/x')).toMatchObject({ status: 200, body: '<html>proxy</html>' });
  });

  it('that changes something has a connection of its own: a kept one may be closing', async () => {
    server.answer({ status: 200 });
    const fresh = armFor(server, certificate);
    for (const method of ['GET', 'GET', 'PUT', 'POST', 'GET'] as const) await fresh.send({ method, path: '/x' }, signal);
    const [first, second, put, post, last] = server.seen.map((each) => each.port);
    expect(second).toBe(first);
    expect(last).toBe(first);
    expect(new Set([first, put, post]).size).toBe(3);
  });

  it('follows no redirect', async () => {
    server.answer({ status: 307, headers: { location: `${server.url}/elsewhere` } });
    expect(await get(arm, '/x')).toMatchObject({ status: 307 });
    expect(server.seen).toHaveLength(1);
  });
});

describe('what is repeated', () => {
  it.each([429, 500, 502, 503, 504, 408])('a GET after %i, until it is answered', async (status) => {
    server.answer({ status }, { status }, { status: 200, body: 'ok' });
    expect(await get(arm, '/x')).toMatchObject({ status: 200, body: 'ok' });
    expect(server.seen).toHaveLength(3);
  });

  it('a GET after a reset', async () => {
    server.answer('reset', 'reset', { status: 200 });
    expect(await get(arm, '/x')).toMatchObject({ status: 200 });
  });

  it('not for ever: the last answer is given back', async () => {
    server.answer({ status: 500, body: { error: { code: 'InternalServerError' } } });
    expect(await get(arm, '/x')).toMatchObject({ status: 500 });
    expect(server.seen).toHaveLength(5);
  });

  it('not before Retry-After, and not where that is longer than anybody waits in silence', async () => {
    server.answer({ status: 429, headers: { 'retry-after': '1' } }, { status: 200 });
    const begun = performance.now();
    expect(await get(arm, '/x')).toMatchObject({ status: 200 });
    expect(performance.now() - begun).toBeGreaterThan(900);
    server.answer({ status: 429, headers: { 'retry-after': '3600' } });
    expect(await get(arm, '/x')).toMatchObject({ status: 429 });
    expect(server.seen).toHaveLength(1);
  });

  it('a PUT that was throttled: nothing was done', async () => {
    server.answer({ status: 429, headers: { 'retry-after-ms': '1' } }, { status: 201 });
    expect(await arm.send({ ...PUT, body: {} }, signal)).toMatchObject({ status: 201 });
    expect(server.seen.map((each) => each.method)).toEqual(['PUT', 'PUT']);
  });

  it('a POST never, once it may have arrived', async () => {
    server.answer({ status: 500 });
    expect(await arm.send({ method: 'POST', path: '/services', body: {} }, signal)).toMatchObject({ status: 500 });
    expect(server.seen).toHaveLength(1);
    server.answer('reset');
    const problem = await problemOf(arm.send({ method: 'POST', path: '/services', body: { sslKey: 'KEY-MATERIAL' } }, signal));
    expect(problem.code).toBe('answer-lost');
    expect(server.seen).toHaveLength(1);
    expect(JSON.stringify(problem)).not.toContain('KEY-MATERIAL');
    expect(problem.cause).toBeUndefined();
  });
});

describe('a PUT whose answer was lost', () => {
  const updating = { properties: { provisioningState: 'Creating' } };

  it.each(['reset', { status: 502 }] as const)('was taken where a look shows Azure at work (%o)', async (lost) => {
    server.answer(lost, { status: 200, body: updating });
    expect(await arm.send({ ...PUT, body: {} }, signal)).toMatchObject({ status: 200, body: updating });
    expect(server.seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'PUT /computes/aks1?api-version=2022-10-01',
      'GET /computes/aks1?api-version=2022-10-01',
    ]);
  });

  it('goes out again where nothing is there', async () => {
    server.answer('reset', { status: 404 }, { status: 201, body: updating });
    expect(await arm.send({ ...PUT, body: {} }, signal)).toMatchObject({ status: 201 });
    expect(server.seen.map((each) => each.method)).toEqual(['PUT', 'GET', 'PUT']);
  });

  it('does not take its own first request for a conflict', async () => {
    server.answer('reset', { status: 404 }, { status: 409 }, { status: 200, body: updating });
    expect(await arm.send({ ...PUT, body: {} }, signal)).toMatchObject({ status: 200, body: updating });
  });

  it('gives a true conflict back', async () => {
    server.answer({ status: 409 });
    expect(await arm.send({ ...PUT, body: {} }, signal)).toMatchObject({ status: 409 });
    expect(server.seen).toHaveLength(1);
  });

  it('ends with a problem that says so', async () => {
    server.answerBy(({ method }) => (method === 'PUT' ? 'reset' : { status: 404 }));
    expect((await problemOf(arm.send({ ...PUT, body: {} }, signal))).code).toBe('answer-lost');
    expect(server.seen.filter((each) => each.method === 'PUT')).toHaveLength(4);
  });
});

describe('the token', () => {
  it('is asked for once, and again when it was refused', async () => {
    const credential = countingCredential();
    const fresh = armFor(server, certificate, { credential });
    server.answer({ status: 200 });
    await get(fresh, '/1');
    await get(fresh, '/2');
    expect(credential.state.tokens).toBe(1);
    server.answer({ status: 401 }, { status: 200 });
    expect(await get(fresh, '/3')).toMatchObject({ status: 200 });
    expect(server.seen.map((each) => each.headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
    server.answer({ status: 401 });
    expect(await get(fresh, '/4')).toMatchObject({ status: 401 });
    expect(server.seen).toHaveLength(2);
  });

  it('goes to no foreign host', async () => {
    server.answer({ status: 200 });
    const problem = await problemOf(get(arm, `https://localhost:${new URL(server.url).port}/x`));
    expect(problem.code).toBe('arm-foreign-host');
    expect(server.seen).toHaveLength(0);
  });

  it('cannot be had: the caller gets what the credential says', async () => {
    const refused = signInFailed(new Error('AADSTS50076: long words'), { title: 'Azure', azName: 'AzureCloud' });
    const fresh = armFor(server, certificate, { credential: { getToken: () => Promise.reject(refused) } });
    expect(await problemOf(get(fresh, '/x'))).toBe(refused.problem);
  });
});

describe('no answer at all', () => {
  it('is a problem of the network, not of the person', async () => {
    const closed = await startArmServer(certificate);
    await closed[Symbol.asyncDispose]();
    const problem = await problemOf(get(armFor(closed, certificate), '/x'));
    expect(problem.code).toBe('network-unreachable');
    expect(exitCodeOf(problem)).toBe(1);
  });

  it('ends after the time limit', async () => {
    server.answer('silence');
    expect((await problemOf(get(armFor(server, certificate, { timeoutMs: 50 }), '/x'))).code).toBe('network-unreachable');
    const put = armFor(server, certificate, { timeoutMs: 50 }).send({ ...PUT, body: {} }, signal);
    expect((await problemOf(put)).code).toBe('answer-lost');
  });

  it('says so where the certificate is not trusted', async () => {
    const other = throwawayCertificate();
    const problem = await problemOf(get(armFor(server, other), '/x'));
    expect(problem.code).toBe('network-untrusted');
    expect((await problemOf(armFor(server, other).send({ ...PUT, body: {} }, signal))).code).toBe('network-untrusted');
  });

  it('ends with the reason of the signal when that is given', async () => {
    server.answer('silence');
    const controller = new AbortController();
    const reason = new Error('Ctrl-C');
    const sending = arm.send({ method: 'GET', path: '/x' }, controller.signal);
    await expect.poll(() => server.seen.length).toBe(1);
    controller.abort(reason);
    await expect(sending).rejects.toBe(reason);
    server.answer({ status: 500 });
  });
});
