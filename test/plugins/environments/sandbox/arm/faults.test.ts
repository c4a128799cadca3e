import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clusterIdOf, MINUTE, pairFor } from '../world/practice.ts';
import { computePath, DATA, type Server, startServer } from './server.ts';

let server: Server;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server[Symbol.asyncDispose]());

const get = () => server.send('GET', computePath('aks-prod'));
const sha256 = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

describe('faults', () => {
  it('strike as often as they say, with their headers and body', async () => {
    server.store.state.faults.push({ match: 'GET .*/computes/aks-prod$', status: 429, headers: { 'Retry-After': '1' }, times: 2 });
    const replies = [await get(), await get(), await get()];
    expect(replies.map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(replies[0]).toMatchObject({ headers: { 'retry-after': '1' }, body: { error: { code: 'TooManyRequests' } } });
    server.store.state.faults.push({ match: '/services', status: 500, body: { code: 'Mine' } });
    expect(await server.send('GET', `${DATA}/services`)).toMatchObject({ status: 500, body: { code: 'Mine' } });
  });

  it('reset the connection, and nothing is done', async () => {
    server.store.state.faults.push({ match: 'DELETE', reset: true, times: 1 });
    const path = `${computePath('aks-prod')}&underlyingResourceAction=detach`;
    await expect(server.send('DELETE', path)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect((await get()).body).toMatchObject({ properties: { provisioningState: 'Succeeded' } });
    expect(server.store.state.requests.map(({ method, status }) => [method, status])).toContainEqual(['DELETE', 0]);
    expect((await server.send('DELETE', path)).status).toBe(202);
  });

  it('hold an answer back after the work is done', async () => {
    server.store.state.faults.push({ match: 'DELETE', delayMs: 400, times: 1 });
    const slow = server.send('DELETE', `${computePath('aks-prod')}&underlyingResourceAction=detach`);
    await expect.poll(() => server.store.state.requests.at(-1)?.status).toBe(202);
    const began = performance.now();
    expect((await slow).status).toBe(202);
    expect(performance.now() - began).toBeGreaterThan(200);
  });

  it('make a request that was taken fail in provisioning', async () => {
    server.store.state.faults.push({ match: 'PUT', provisioningErrors: [{ code: 'QuotaExceeded', message: 'No cores left.' }], times: 1 });
    const put = await server.send('PUT', computePath('fresh'), { body: { location: 'eastus', properties: { computeType: 'AKS' } } });
    expect(put.status).toBe(201);
    server.advance(10 * MINUTE);
    expect((await server.send('GET', put.headers['azure-asyncoperation'] ?? '')).body).toMatchObject({ status: 'Failed', error: { code: 'QuotaExceeded' } });
    expect((await server.send('GET', computePath('fresh'))).body).toMatchObject({ properties: { provisioningErrors: [{ error: { code: 'QuotaExceeded' } }] } });
  });

  it('reject a token', async () => {
    server.store.state.faults.push({ match: '.*', status: 401, times: 1 });
    expect(await get()).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': expect.any(String) },
      body: { error: { code: 'ExpiredAuthenticationToken' } },
    });
  });
});

describe('the request log', () => {
  it('has every request, certificates and keys as digests', async () => {
    const { chainPem, keyPem } = await pairFor('ml.contoso.com');
    const sslConfiguration = { status: 'Enabled', cname: 'ml.contoso.com', cert: chainPem, key: keyPem };
    const body = { properties: { computeType: 'AKS', resourceId: clusterIdOf('aks1'), properties: { sslConfiguration } } };
    await server.send('PUT', computePath('aks-prod'), { body });
    await server.send('PATCH', `${DATA}/services/scorer`, {
      body: [
        { op: 'replace', path: '/sslKey', value: 'no PEM, a key all the same' },
        { op: 'add', path: '/description', value: 'ours' },
      ],
      headers: { 'content-type': 'application/json-patch+json' },
    });
    await server.send('PUT', computePath('aks-prod'), { text: `{"key": "${keyPem.slice(0, 60)}` });
    const [put, patch, broken] = server.store.state.requests;
    expect(put).toMatchObject({ method: 'PUT', path: computePath('aks-prod').split('?')[0], query: 'api-version=2022-10-01', status: 201 });
    expect(put?.body).toMatchObject({
      properties: { properties: { sslConfiguration: { cname: 'ml.contoso.com', cert: sha256(chainPem), key: sha256(keyPem) } } },
    });
    expect(patch?.body).toEqual([
      { op: 'replace', path: '/sslKey', value: sha256('no PEM, a key all the same') },
      { op: 'add', path: '/description', value: 'ours' },
    ]);
    expect(broken).toMatchObject({ status: 400, body: expect.stringMatching(/^sha256:/) });
    expect(JSON.stringify(server.store.state.requests)).not.toMatch(/BEGIN|all the same|Bearer/);
    expect(JSON.stringify(server.store.state.requests)).not.toContain(server.token);
  });

  it('forgets the oldest', async () => {
    const one = { at: 0, method: 'GET', path: '/old', query: '', body: null, status: 200 };
    server.store.state.requests.push(...Array.from({ length: 2000 }, () => one));
    await get();
    expect(server.store.state.requests).toHaveLength(2000);
    expect(server.store.state.requests.at(-1)?.path).toContain('aks-prod');
  });
});
