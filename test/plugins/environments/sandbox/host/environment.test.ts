import { X509Certificate } from 'node:crypto';
import { request } from 'node:https';
import { rootCertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Environment, Json } from '../../../../../src/core/contracts/index.ts';
import { practiceConcerns } from '../../../../../src/plugins/environments/sandbox/client/concerns.ts';
import { sandboxOptions } from '../../../../../src/plugins/environments/sandbox/open.ts';
import { startSandbox, type TestSandbox } from '../../../../helpers/sandbox.ts';

const never = new AbortController().signal;
const MINUTE = 60_000;

let sandbox: TestSandbox;
let env: Environment;
beforeAll(async () => {
  sandbox = await startSandbox();
  env = await sandbox.environment();
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const computePath = () => {
  const { subscriptionId, resourceGroup, workspace } = sandbox.host.info;
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.MachineLearningServices/workspaces/${workspace}/computes/aks-prod`;
};

/** As SDK v1 does it: GET, change, PUT the whole. */
async function putTls(sslConfiguration: Json): Promise<number> {
  const path = computePath();
  const { body } = await env.arm.send({ method: 'GET', path, apiVersion: '2022-10-01' }, never);
  const compute = body as { properties: { properties: Record<string, Json> } & Record<string, Json> } & Record<string, Json>;
  const next = { ...compute, properties: { ...compute.properties, properties: { ...compute.properties.properties, sslConfiguration } } };
  return (await env.arm.send({ method: 'PUT', path, apiVersion: '2022-10-01', body: next }, never)).status;
}

const frontEnd = async () => {
  const found = (await sandbox.state()).services.find(({ computeName }) => computeName === 'aks-prod');
  if (found === undefined) throw new Error('no front end');
  return found;
};

describe('the sandbox environment', () => {
  test('without TLS: http answers where the scoring URI says, 443 refuses', async () => {
    const { ip } = await frontEnd();
    expect(await env.http.probe(`http://${ip}:80/api/v1/service/credit-scorer/score`, {}, never)).toEqual({ seen: true, status: 405 });
    expect(await env.tls.peek({ address: ip, port: 443 }, never)).toMatchObject({ seen: false, layer: 'tcp' });
  });

  test('a Microsoft certificate: issued by the practice CA, served at the name that practice DNS knows', async () => {
    expect(await putTls({ status: 'Auto', leafDomainLabel: 'contoso', overwriteExistingDomain: false })).toBeLessThan(300);
    await sandbox.advance(3 * MINUTE);
    const { ip, sni } = await frontEnd();
    expect(sni).toMatch(/^contoso[a-z0-9]{6}\.eastus\.cloudapp\.azure\.com$/);
    expect(await env.dns.lookup(sni ?? '', never)).toEqual([ip]);
    const byName = await env.tls.peek({ address: sni ?? '', port: 443, servername: sni ?? '' }, never);
    if (!byName.seen) throw new Error(`${byName.layer}: ${byName.reason}`);
    expect(byName).toMatchObject({ address: ip, protocol: 'TLSv1.2' });
    const leaf = new X509Certificate(byName.chain[0] ?? new Uint8Array());
    expect(leaf.checkHost(sni ?? '')).toBe(sni);
    const [root] = await env.tls.roots();
    expect(new X509Certificate(byName.chain.at(-1) ?? new Uint8Array()).checkIssued(new X509Certificate(root ?? ''))).toBe(true);
    expect(await env.http.probe(`https://${sni}/api/v1/service/credit-scorer/score`, {}, never)).toEqual({ seen: true, status: 405 });
    expect(await env.http.probe(`http://${ip}/api/v1/service/credit-scorer/score`, {}, never)).toMatchObject({ seen: false, layer: 'tcp' });
  });

  test('TLS off again: the same address speaks http', async () => {
    expect(await putTls({ status: 'Disabled' })).toBeLessThan(300);
    await sandbox.advance(3 * MINUTE);
    const { ip, scoringUri } = await frontEnd();
    expect(scoringUri ?? `http://${ip}`).toMatch(/^http:/);
    await vi.waitFor(async () =>
      expect(await env.http.probe(`http://${ip}/api/v1/service/credit-scorer/score`, {}, never)).toEqual({ seen: true, status: 405 }),
    );
  });

  test('looks nowhere outside this machine', async () => {
    expect(await env.tls.peek({ address: 'example.com', port: 443 }, never)).toMatchObject({ seen: false, layer: 'dns' });
    expect(await env.tls.peek({ address: '93.184.215.14', port: 443 }, never)).toMatchObject({ seen: false, layer: 'tcp' });
  });

  test('its resolvers are two, whatever they are called', async () => {
    const [system, other, given] = env.dns.resolvers(['system', '1.1.1.1', sandbox.host.info.dns.resolvers[0]]);
    expect(`${system?.address}:${system?.port}`).toBe(sandbox.host.info.dns.resolvers[0]);
    expect(given).toBeUndefined();
    if (other === undefined) throw new Error('no second resolver');
    expect((await env.dns.ask(other, { name: 'contoso.com', type: 'SOA' }, never)).answers[0]?.type).toBe('SOA');
  });

  test('the certificates of its servers are valid on the wall clock, whatever practice time it is', async () => {
    await sandbox.advance(5 * 365 * 24 * 60 * MINUTE);
    const { armEndpoint, token } = sandbox.host.info;
    const status = await new Promise((resolve, reject) => {
      const options = { ca: sandbox.host.caPem, agent: false, headers: { authorization: `Bearer ${token}` } };
      request(new URL('/subscriptions?api-version=2022-12-01', armEndpoint), options, (incoming) => {
        incoming.resume();
        resolve(incoming.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(200);
  });
});

describe('a key of the real world', () => {
  test('is warned about, a practice one is not', async () => {
    const [publicRoot = ''] = rootCertificates;
    expect(await practiceConcerns(publicRoot, 'cert.pem')).toMatchObject([{ code: 'public-key-in-practice', severity: 'warning', subject: 'cert.pem' }]);
    expect(await practiceConcerns(sandbox.host.caPem, 'cert.pem')).toEqual([]);
  });
});

describe('options of the command line', () => {
  test('are read by the names of the flags', () => {
    expect(sandboxOptions({ 'state-dir': '/a', 'default-state-dir': '/b', speed: '300', seed: 's.yaml' })).toEqual({
      stateDir: '/a',
      speed: 300,
      seedFile: 's.yaml',
    });
    expect(sandboxOptions({ 'default-state-dir': '/b' })).toEqual({ stateDir: '/b', speed: undefined, seedFile: undefined });
  });

  test.each(['fast', '', '0', '-3', '1e9', 'NaN'])('a speed of %j is refused', (speed) => {
    expect(() => sandboxOptions({ speed })).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'sandbox-speed' }) }));
  });
});
