import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAtServed } from '../../../src/core/check/served.ts';
import type { Answers, CertBundle, Context, Domain } from '../../../src/core/contracts/index.ts';
import plugin from '../../../src/plugins/targets/kubernetes-extension/index.ts';
import { type TargetWorld, targetWorld } from '../../helpers/target-world.ts';

const FQDN = 'www.contoso.com';
const DOMAIN: Domain = { kind: 'custom', fqdn: FQDN };
const NAME = 'contoso-tls';
const CLUSTER: Answers = { 'domain.kind': 'custom', 'domain.fqdn': FQDN, 'target.clusterResourceGroup': 'rg-practice', 'target.clusterName': 'aks2' };
const ANSWERS: Answers = { ...CLUSTER, 'target.sslSecret': NAME };

let world: TargetWorld;
beforeEach(async () => {
  world = await targetWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

/** As `kubectl create secret generic contoso-tls -n azureml --from-file=cert.pem --from-file=key.pem`. */
async function putSecret(bundle: CertBundle, namespace = 'azureml'): Promise<void> {
  const key = await readFile(bundle.files?.key ?? '', 'utf8');
  await world.sandbox.secrets([{ cluster: 'aks2', namespace, name: NAME, data: { 'cert.pem': bundle.chainPem, 'key.pem': key } }]);
}

async function deploy(bundle: CertBundle, context: Context): Promise<void> {
  const [change = expect.unreachable('no change')] = (await plugin.plan({ domain: DOMAIN, bundle, redeploy: false }, context)).changes;
  await world.apply(change, context);
}

async function served(context: Context): Promise<string | undefined> {
  const [address = ''] = (await plugin.endpoints(DOMAIN, context))?.addresses ?? [];
  const look = await lookAtServed(context.env, { address, port: 443, servername: FQDN }, context.signal);
  return look.seen ? look.leaf.fingerprintSha256 : undefined;
}

describe('a certificate in a Kubernetes secret', () => {
  it('is served, and renewed by changing the secret and sending the update that names it', async () => {
    const context = world.context(ANSWERS);
    const first = await world.bundle(FQDN);
    await putSecret(first);
    await deploy(first, context);
    expect(await served(context)).toBe(first.fingerprintSha256);

    const second = await world.bundle(FQDN);
    await putSecret(second);
    expect(await served(context)).toBe(first.fingerprintSha256);
    await deploy(second, context);
    expect(await served(context)).toBe(second.fingerprintSha256);

    const writes = JSON.stringify(await world.writes());
    expect(writes).not.toMatch(/scoringFe\.ssl(Cert|Key)/);
    expect((await plugin.plan({ domain: DOMAIN, bundle: second, redeploy: false }, context)).changes).toMatchObject([{ effect: 'none' }]);
  });

  it('takes over from files that were sent before', async () => {
    const sent = await world.bundle(FQDN);
    await deploy(sent, world.context(CLUSTER));
    const kept = await world.bundle(FQDN);
    await putSecret(kept);
    const context = world.context(ANSWERS);
    await deploy(kept, context);
    expect(await served(context)).toBe(kept.fingerprintSha256);
  });

  it.each(['default', undefined])('fails the health check where the secret is not in the namespace azureml (%s)', async (namespace) => {
    const bundle = await world.bundle(FQDN);
    if (namespace !== undefined) await putSecret(bundle, namespace);
    const error = { problem: { code: 'kubernetes-extension-failed', service: { message: expect.stringMatching(/E40007.*contoso-tls.*azureml/) } } };
    await expect(deploy(bundle, world.context(ANSWERS))).rejects.toMatchObject(error);
  });

  it('is switched off without a trace of the secret', async () => {
    const context = world.context(ANSWERS);
    const bundle = await world.bundle(FQDN);
    await putSecret(bundle);
    await deploy(bundle, context);
    await world.apply((await plugin.disable?.(context))?.changes[0] ?? expect.unreachable('no change'), context);
    expect(await plugin.endpoints({ kind: 'none' }, context)).toMatchObject({ port: 80 });
    expect((await world.writes()).at(-1)?.body).toMatchObject({ properties: { configurationSettings: { 'scoringFe.sslSecret': '' } } });
  });
});
