import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computePath, DATA, type Server, startServer, WORKSPACE } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server[Symbol.asyncDispose]());

describe('the bearer token', () => {
  it.each([
    ['', 'AuthenticationFailed'],
    ['Bearer wrong', 'InvalidAuthenticationToken'],
    ['Basic abc', 'InvalidAuthenticationToken'],
  ])('%j is refused in the words of the resource manager', async (authorization, code) => {
    const reply = await server.send('GET', '/subscriptions?api-version=2022-12-01', {
      headers: authorization === '' ? { authorization: '' } : { authorization },
    });
    expect(reply).toMatchObject({ status: 401, body: { error: { code: authorization === '' ? expect.any(String) : code } } });
    expect(reply.headers['www-authenticate']).toMatch(/^Bearer authorization_uri=/);
  });

  it('is asked for by the data plane and the discovery too, without the wrapper', async () => {
    for (const path of [`${DATA}/services`, '/discovery/workspaces/x']) {
      expect(await server.send('GET', path, { headers: { authorization: 'Bearer no' } })).toMatchObject({
        status: 401,
        body: { code: 'InvalidAuthenticationToken', statusCode: 401, correlation: { RequestId: expect.any(String) } },
      });
    }
  });
});

describe('api-version', () => {
  it.each([
    [`${WORKSPACE}/computes`, 'MissingApiVersionParameter'],
    [`${WORKSPACE}/computes?api-version=2031-01-01`, 'InvalidApiVersionParameter'],
    [`${WORKSPACE}/services?api-version=2022-10-01`, 'InvalidApiVersionParameter'],
    ['/subscriptions?api-version=latest', 'InvalidApiVersionParameter'],
  ])('%s is refused with %s', async (path, code) => {
    expect(await server.send('GET', path)).toMatchObject({ status: 400, body: { error: { code } } });
  });

  it('may be spelt in any case, and is not asked for at the data plane', async () => {
    expect((await server.send('GET', `${WORKSPACE}/computes?Api-Version=2021-04-01`)).status).toBe(200);
    expect((await server.send('GET', `${DATA}/services`)).status).toBe(200);
  });
});

describe('errors', () => {
  const version = '?api-version=2022-10-01';
  it.each([
    [`/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups${version}`, 'SubscriptionNotFound'],
    [`${WORKSPACE.replace('rg-practice', 'rg-none')}${version}`, 'ResourceGroupNotFound'],
    [`${WORKSPACE.replace('ws-practice', 'ws-none')}/computes${version}`, 'ResourceNotFound'],
    [`${WORKSPACE}/computes/none${version}`, 'ResourceNotFound'],
    [`${WORKSPACE}/jobs${version}`, 'ResourceTypeNotFound'],
  ])('%s is 404 %s', async (path, code) => {
    const reply = await server.send('GET', path);
    expect(reply).toMatchObject({ status: 404, body: { error: { code, message: expect.any(String) } } });
    expect(reply.headers['x-ms-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('tell a wrong method, broken JSON, a broken path and a body too large apart', async () => {
    expect(await server.send('PATCH', computePath('aks-prod'), { body: {} })).toMatchObject({ status: 405, body: { error: { code: 'MethodNotAllowed' } } });
    expect(await server.send('PUT', computePath('aks-prod'), { text: '{' })).toMatchObject({ status: 400, body: { error: { code: 'InvalidRequestContent' } } });
    expect(await server.send('GET', `${WORKSPACE}/computes/%ff${version}`)).toMatchObject({ status: 400 });
    expect(await server.send('PUT', computePath('aks-prod'), { text: 'x'.repeat(5 * 1024 * 1024) })).toMatchObject({ status: 413 });
  });

  it('come unwrapped from the data plane', async () => {
    expect(await server.send('GET', `${DATA}/services/none`)).toMatchObject({ status: 404, body: { code: 'ServiceNotFound', statusCode: 404 } });
    expect(await server.send('PATCH', `${DATA}/services/scorer`, { body: [] })).toMatchObject({ status: 415, body: { code: 'UnsupportedMediaType' } });
  });
});

describe('paths', () => {
  it('compare without case, names come back as they were made', async () => {
    const reply = await server.send('GET', computePath('AKS-PROD').replace('resourceGroups', 'resourcegroups').replace('rg-practice', 'RG-Practice'));
    expect(reply).toMatchObject({ status: 200, body: { name: 'aks-prod', id: `${WORKSPACE}/computes/aks-prod` } });
  });

  it('of foreign hosts lead nowhere else', async () => {
    expect((await server.send('GET', '/?x=//example.com')).status).toBe(404);
  });
});
