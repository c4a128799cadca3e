import { afterAll, beforeAll, expect, it } from 'vitest';
import { MINUTE, pairFor } from '../world/practice.ts';
import { definitions, deviations } from './conformity.ts';
import { type Server, startServer } from './server.ts';

const described = definitions('kubernetesconfiguration-extensions-2021-05-01-preview.json');
const GROUP = '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-practice/providers';
const pathOn = (cluster: string) => `${GROUP}/${cluster}/providers/Microsoft.KubernetesConfiguration/extensions/azureml?api-version=2023-05-01`;
// Of the common types, which lie elsewhere.
const COMMON = /^\/(id|name|type): not in the description$/;

let server: Server;
beforeAll(async () => {
  server = await startServer({});
});
afterAll(() => server[Symbol.asyncDispose]());

async function put(path: string, cname: string) {
  const { chainPem, keyPem } = await pairFor('www.contoso.com');
  const coded = (pem: string) => Buffer.from(pem).toString('base64');
  return await server.send('PUT', path, {
    body: {
      identity: { type: 'SystemAssigned' },
      properties: {
        extensionType: 'microsoft.azureml.kubernetes',
        scope: { cluster: { releaseNamespace: 'azureml' } },
        configurationSettings: { enableInference: 'True', sslCname: cname },
        configurationProtectedSettings: { 'scoringFe.sslCert': coded(chainPem), 'scoringFe.sslKey': coded(keyPem) },
      },
    },
  });
}

const strayed = (body: unknown) => deviations(body, { $ref: 'Extension' }, described).filter((text) => !COMMON.test(text));

it.each(['Microsoft.ContainerService/managedClusters/aks2', 'Microsoft.Kubernetes/connectedClusters/arc1'])(
  'an extension on %s holds to the description while it is made, when it is there, and when it has failed',
  async (cluster) => {
    const path = pathOn(cluster);
    const made = await put(path, 'www.contoso.com');
    expect([made.status, strayed(made.body)]).toEqual([201, []]);
    server.advance(10 * MINUTE);
    const there = await server.send('GET', path);
    expect(there.body).toMatchObject({ properties: { provisioningState: 'Succeeded' } });
    expect(strayed(there.body)).toEqual([]);
    const changed = await put(path, 'other.contoso.com');
    expect(changed.status).toBe(200);
    const operation = changed.headers['azure-asyncoperation'] ?? '';
    server.advance(10 * MINUTE);
    const failed = await server.send('GET', path);
    expect(failed.body).toMatchObject({
      properties: { provisioningState: 'Failed', errorInfo: { message: expect.stringContaining('E40007') }, statuses: [{ level: 'Error' }] },
    });
    expect(strayed(failed.body)).toEqual([]);
    const { body } = await server.send('GET', operation);
    expect(body).toMatchObject({ status: 'Failed', error: { code: 'ExtensionOperationFailed' } });
    expect(deviations(body, { $ref: 'OperationStatusResult' }, described).filter((text) => !text.startsWith('/error'))).toEqual([]);
  },
);
