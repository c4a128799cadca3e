import { afterEach, beforeEach, expect, it } from 'vitest';
import { MINUTE, pairFor } from '../world/practice.ts';
import { DATA, type Server, startServer, WORKSPACE } from './server.ts';

let server: Server;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server[Symbol.asyncDispose]());

const PATCH = { 'content-type': 'application/json-patch+json; charset=utf-8' };
const service = (name: string) => server.send('GET', `${DATA}/services/${name}?expand=true`);

it('secures an ACI service by the patch that the SDK sends', async () => {
  const { chainPem, keyPem } = await pairFor('aci.contoso.com');
  const body = Object.entries({ sslEnabled: true, sslCertificate: chainPem, sslKey: keyPem, cname: 'aci.contoso.com' }).map(([name, value]) => ({
    op: 'replace',
    path: `/${name}`,
    value,
  }));
  const patched = await server.send('PATCH', `${DATA}/services/scorer`, { body, headers: PATCH });
  expect(patched.status).toBe(202);
  const operation = patched.headers['operation-location'] ?? '';
  expect(operation).toMatch(new RegExp(`^${server.url}/modelmanagement/v1.0/subscriptions/.*/operations/[0-9a-f-]{36}$`));
  expect((await server.send('GET', operation)).body).toMatchObject({ state: 'Running' });
  expect((await service('scorer')).body).toMatchObject({ state: 'Transitioning', operationId: operation.split('/').at(-1) });
  server.advance(MINUTE);
  expect((await server.send('GET', operation)).body).toMatchObject({ state: 'Succeeded', operationDetails: { subOperationType: 'DeployService' } });
  const after = await service('scorer');
  expect(after.body).toMatchObject({
    state: 'Healthy',
    sslEnabled: true,
    cname: 'aci.contoso.com',
    scoringUri: 'https://aci.contoso.com/score',
    sslCertificate: '',
    sslKey: '',
  });
  expect(after.body).toMatchObject({ swaggerUri: 'https://aci.contoso.com/swagger.json', properties: { hasHttps: 'True' } });
});

it('makes, lists, shows and deletes services', async () => {
  const made = await server.send('POST', `${DATA}/services`, {
    body: { name: 'fresh', computeType: 'ACI', environmentImageRequest: { driverProgram: 'score.py' } },
  });
  expect(made.status).toBe(202);
  expect((await service('fresh')).body).toMatchObject({ state: 'Transitioning', scoringUri: null, environmentImageRequest: { driverProgram: 'score.py' } });
  server.advance(3 * MINUTE);
  expect((await service('fresh')).body).toMatchObject({ state: 'Healthy', publicFqdn: expect.stringMatching(/\.eastus\.azurecontainer\.io$/) });
  const aci = await server.send('GET', `${DATA}/services?computeType=ACI`);
  expect(aci.body).toMatchObject({ value: [{ name: 'scorer' }, { name: 'fresh' }] });
  expect((await server.send('POST', `${DATA}/services/fresh/listkeys`)).body).toMatchObject({ primaryKey: expect.any(String) });
  expect((await server.send('DELETE', `${DATA}/services/fresh`)).status).toBe(200);
  expect((await server.send('DELETE', `${DATA}/services/fresh`)).status).toBe(204);
});

it('shows the same services at the resource manager', async () => {
  const list = await server.send('GET', `${WORKSPACE}/services?api-version=2021-04-01`);
  expect(list.body).toMatchObject({
    value: [
      { name: 'credit-scorer', properties: { computeType: 'AKS' } },
      { name: 'scorer', properties: { computeType: 'ACI' } },
    ],
  });
  expect((await server.send('GET', `${WORKSPACE}/services/credit-scorer?api-version=2021-04-01`)).body).toMatchObject({
    properties: {
      computeName: 'aks-prod',
      scoringUri: 'http://203.0.113.10:80/api/v1/service/credit-scorer/score',
      swaggerUri: 'http://203.0.113.10/api/v1/service/credit-scorer/swagger.json',
      state: 'Healthy',
    },
  });
});
