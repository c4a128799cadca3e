import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clusterIdOf, MINUTE, pairFor } from '../world/practice.ts';
import { computePath, type Server, startServer } from './server.ts';

let server: Server;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server[Symbol.asyncDispose]());

const attach = (properties: object = {}, cluster = 'aks2') => ({
  location: 'eastus',
  properties: { computeType: 'AKS', resourceId: clusterIdOf(cluster), properties },
});

describe('a long-running operation', () => {
  it('is followed by Azure-AsyncOperation until it has ended', async () => {
    const put = await server.send('PUT', computePath('second'), { body: attach() });
    expect(put).toMatchObject({ status: 201, body: { name: 'second', properties: { provisioningState: 'Creating', isAttachedCompute: true } } });
    const url = put.headers['azure-asyncoperation'] ?? '';
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/subscriptions\/.*\/computeOperationsStatus\/[0-9a-f-]{36}\?api-version=2022-10-01$/);
    expect(Number(put.headers['retry-after'])).toBeGreaterThan(0);
    expect((await server.send('GET', url)).body).toMatchObject({ status: 'InProgress' });
    server.advance(5 * MINUTE);
    expect((await server.send('GET', url)).body).toMatchObject({ status: 'Succeeded', endTime: '2026-11-01T00:05:00.0000000+00:00' });
    expect((await server.send('GET', computePath('second'))).body).toMatchObject({ properties: { provisioningState: 'Succeeded', provisioningErrors: [] } });
  });

  it('tells of its failure, nested once more for old versions', async () => {
    const [one, other] = await Promise.all([pairFor('ml.contoso.com'), pairFor('ml.contoso.com')]);
    const sslConfiguration = { status: 'Enabled', cname: 'ml.contoso.com', cert: one.chainPem, key: other.keyPem };
    const put = await server.send('PUT', computePath('aks-prod'), { body: attach({ sslConfiguration }, 'aks1') });
    server.advance(2 * MINUTE);
    const url = put.headers['azure-asyncoperation'] ?? '';
    const error = { code: 'InvalidSslConfiguration', message: expect.stringContaining('does not match') };
    expect((await server.send('GET', url)).body).toMatchObject({ status: 'Failed', error });
    expect((await server.send('GET', url.replace('2022-10-01', '2018-11-19'))).body).toMatchObject({ error: { error } });
    const { body } = await server.send('GET', computePath('aks-prod'));
    expect(body).toMatchObject({ properties: { provisioningState: 'Failed', provisioningErrors: [{ error }] } });
  });

  it('is followed by Location after a delete', async () => {
    const gone = await server.send('DELETE', `${computePath('aks-prod')}&underlyingResourceAction=Detach`);
    expect(gone.status).toBe(202);
    expect((await server.send('GET', gone.headers['location'] ?? '')).status).toBe(202);
    server.advance(MINUTE);
    expect((await server.send('GET', gone.headers['location'] ?? '')).status).toBe(200);
    expect((await server.send('GET', computePath('aks-prod'))).status).toBe(404);
  });

  it('is in the saved state before its answer', async () => {
    await server.send('PUT', computePath('second'), { body: attach() });
    expect(JSON.parse(await readFile(server.stateFile, 'utf8'))).toMatchObject({ operations: [{ kind: 'attach' }] });
  });
});

describe('a read-back', () => {
  it('never has certificate and key, nor the six characters', async () => {
    const { chainPem, keyPem } = await pairFor('ml.contoso.com');
    await server.send('PUT', computePath('aks-prod'), {
      body: attach({ sslConfiguration: { status: 'Enabled', cname: 'ml.contoso.com', cert: chainPem, key: keyPem } }, 'aks1'),
    });
    const own = (await server.send('GET', computePath('aks-prod'))).body;
    expect(own).toMatchObject({ properties: { properties: { sslConfiguration: { status: 'Enabled', cert: null, key: null, cname: 'ml.contoso.com' } } } });
    server.advance(2 * MINUTE);
    await server.send('PUT', computePath('aks-prod'), { body: attach({ sslConfiguration: { status: 'Auto', leafDomainLabel: 'contoso' } }, 'aks1') });
    server.advance(2 * MINUTE);
    expect((await server.send('GET', computePath('aks-prod'))).body).toMatchObject({
      properties: {
        properties: {
          sslConfiguration: { status: 'Auto', cert: null, key: null, cname: '', leafDomainLabel: 'contoso', overwriteExistingDomain: false },
          systemServices: [{ publicIpAddress: '203.0.113.10' }],
        },
      },
    });
  });

  it('can be sent back without its TLS, as the SDK does', async () => {
    const { body } = await server.send('GET', computePath('aks-prod'));
    const { sslConfiguration, loadBalancerType, loadBalancerSubnet, ...rest } = JSON.parse(JSON.stringify(body)).properties.properties;
    expect([sslConfiguration.status, loadBalancerType, loadBalancerSubnet]).toEqual(['Disabled', 'PublicIp', null]);
    const sent = { ...body, properties: { ...body['properties'], properties: rest } };
    expect(await server.send('PUT', computePath('aks-prod'), { body: sent })).toMatchObject({
      status: 201,
      body: { properties: { provisioningState: 'Updating' } },
    });
  });
});

describe('two changes at the same time', () => {
  it('never both begin', async () => {
    const body = attach({ sslConfiguration: { status: 'Auto', leafDomainLabel: 'contoso' } }, 'aks1');
    const replies = await Promise.all(Array.from({ length: 5 }, () => server.send('PUT', computePath('aks-prod'), { body })));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
  });
});

it('gives keys of the cluster on listKeys only', async () => {
  const reply = await server.send('POST', computePath('aks-prod').replace('?', '/listKeys?'));
  expect(reply).toMatchObject({ status: 200, body: { computeType: 'AKS', userKubeConfig: expect.any(String), imagePullSecretName: expect.any(String) } });
});
