import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE, pairFor } from '../world/practice.ts';
import { definitions, deviations, example, missing } from './conformity.ts';
import { computePath, DATA, type Server, startServer, WORKSPACE } from './server.ts';

const arm = definitions('machineLearningServices-2021-04-01.json');
const data = definitions('modelManagement-2019-09-30-preview.json');
const VERSION = 'api-version=2021-04-01';
let server: Server;
beforeAll(async () => {
  server = await startServer({
    computes: [
      { name: 'plain', cluster: 'aks1', clusterPurpose: 'FastProd', loadBalancerType: 'PublicIp' },
      {
        name: 'microsoft',
        cluster: 'aks2',
        clusterPurpose: 'FastProd',
        loadBalancerType: 'PublicIp',
        tls: { kind: 'microsoft', leafDomainLabel: 'contoso', daysLeft: 9 },
      },
      {
        name: 'own',
        cluster: 'aks-small',
        clusterPurpose: 'DevTest',
        loadBalancerType: 'InternalLoadBalancer',
        loadBalancerSubnet: 'aks-subnet',
        tls: { kind: 'custom', fqdn: 'ml.contoso.com', daysLeft: 9 },
      },
    ],
    services: [
      { kind: 'aks', name: 'on-aks', compute: 'microsoft' },
      { kind: 'aci', name: 'on-aci', location: 'eastus', tls: { kind: 'custom', fqdn: 'aci.contoso.com', daysLeft: 9 } },
    ],
  });
});
afterAll(() => server[Symbol.asyncDispose]());

const bodyOf = async (path: string): Promise<unknown> => (await server.send('GET', path)).body;

it('would see a wrong name, type or value', () => {
  const wrong = {
    name: 4,
    properties: { computeType: 'AKS', provisioningState: 'Provisioned', properties: { agentCount: 'three', sslConfiguration: { renew: true } } },
  };
  expect(deviations(wrong, { allOf: [{ $ref: 'ComputeResource' }, { properties: { properties: { $ref: 'AKS' } } }] }, arm)).toEqual([
    '/name: number instead of string',
    expect.stringContaining('/properties/provisioningState: Provisioned is not one of'),
    '/properties/properties/agentCount: string instead of integer',
    '/properties/properties/sslConfiguration/renew: not in the description',
  ]);
  expect(missing({ a: {} }, { a: { b: 1 }, c: 2 })).toEqual(['/a/b', '/c']);
});

describe('answers hold to the description of the resource manager', () => {
  it.each(['plain', 'microsoft', 'own'])('compute %s', async (name) => {
    const body = await bodyOf(computePath(name, '2021-04-01'));
    expect(deviations(body, { allOf: [{ $ref: 'ComputeResource' }, { properties: { properties: { $ref: 'AKS' } } }] }, arm)).toEqual([]);
    expect(missing(body, example('getAKSCompute.json').responses['200']?.body)).toEqual([]);
  });

  it('a compute that is being made, and one that failed', async () => {
    const put = await server.send('PUT', computePath('fresh'), { body: { location: 'eastus', properties: { computeType: 'AKS' } } });
    expect(missing(put.body, example('createBasicAKSCompute.json').responses['201']?.body)).toEqual([]);
    server.store.state.computes.find(({ name }) => name === 'plain')?.errors.push({ code: 'QuotaExceeded', message: 'No cores left.' });
    for (const name of ['fresh', 'plain']) {
      const body = await bodyOf(computePath(name, '2021-04-01'));
      expect(deviations(body, { allOf: [{ $ref: 'ComputeResource' }, { properties: { properties: { $ref: 'AKS' } } }] }, arm)).toEqual([]);
    }
  });

  it('keys of a compute', async () => {
    const { body } = await server.send('POST', computePath('own', '2021-04-01').replace('?', '/listKeys?'));
    expect(deviations(body, { $ref: 'AksComputeSecrets' }, arm)).toEqual([]);
    expect(missing(body, example('listKeysAKSCompute.json').responses['200']?.body)).toEqual([]);
  });

  it.each([
    ['on-aks', 'AKSServiceResponse', 'getService.json'],
    ['on-aci', 'ACIServiceResponse', 'createOrUpdateService.json'],
  ])('service %s', async (name, schema, file) => {
    const body = await bodyOf(`${WORKSPACE}/services/${name}?${VERSION}`);
    const lacking = missing(body, example(file).responses['200']?.body);
    expect(deviations(body, { allOf: [{ $ref: 'ServiceResource' }, { properties: { properties: { $ref: schema } } }] }, arm)).toEqual([]);
    // Models and probes of the example's own service; nothing here has them.
    expect(lacking.filter((path) => !/modelConfigMap|environmentImageRequest|livenessProbe/.test(path))).toEqual([]);
  });

  it('a workspace', async () => {
    const known: unknown = JSON.parse(JSON.stringify(await bodyOf(`${WORKSPACE}?${VERSION}`)));
    const later = /creationTime|mlFlowTrackingUri|publicNetworkAccess|v1LegacyMode/;
    expect(deviations(known, { $ref: 'Workspace' }, arm).filter((text) => !later.test(text))).toEqual([]);
  });
});

describe('answers hold to the description of the data plane', () => {
  it.each([
    ['on-aks', 'AKSServiceResponse'],
    ['on-aci', 'ACIServiceResponse'],
  ])('service %s', async (name, schema) => {
    const found = deviations(await bodyOf(`${DATA}/services/${name}`), { $ref: schema }, data);
    // The request's own part, given back by the service in the examples of 2021-04-01.
    expect(found.filter((text) => !text.startsWith('/environmentImageRequest'))).toEqual([]);
  });

  it('an operation while it runs, and when it has failed', async () => {
    const [one, other] = await Promise.all([pairFor('a.contoso.com'), pairFor('a.contoso.com')]);
    const { headers } = await server.send('PATCH', `${DATA}/services/on-aci`, {
      headers: { 'content-type': 'application/json-patch+json' },
      body: [
        { op: 'replace', path: '/sslCertificate', value: one.chainPem },
        { op: 'replace', path: '/sslKey', value: other.keyPem },
      ],
    });
    const running = await bodyOf(headers['operation-location'] ?? '');
    server.advance(MINUTE);
    const failed = await bodyOf(headers['operation-location'] ?? '');
    expect([running, failed]).toMatchObject([{ state: 'Running' }, { state: 'Failed', error: { statusCode: 400 } }]);
    for (const body of [running, failed]) expect(deviations(body, { $ref: 'AsyncOperationStatus' }, data)).toEqual([]);
    expect(deviations(await bodyOf(`${DATA}/services/on-aci`), { $ref: 'ACIServiceResponse' }, data)).not.toContainEqual(expect.stringContaining('/error'));
    const same = await bodyOf(`${WORKSPACE}/services/on-aci?${VERSION}`);
    expect(same).toMatchObject({ properties: { state: 'Failed', error: { error: { code: 'ContainerCrashed' } } } });
    expect(deviations(same, { allOf: [{ $ref: 'ServiceResource' }, { properties: { properties: { $ref: 'ACIServiceResponse' } } }] }, arm)).toEqual([]);
  });

  it('keys and errors', async () => {
    expect(deviations((await server.send('POST', `${DATA}/services/on-aks/listkeys`)).body, { $ref: 'AuthKeys' }, data)).toEqual([]);
    const { correlation, ...error } = (await server.send('GET', `${DATA}/services/none`)).body;
    expect(correlation).toMatchObject({ RequestId: expect.any(String) });
    expect(deviations(error, { $ref: 'ModelErrorResponse' }, data)).toEqual([]);
  });
});
