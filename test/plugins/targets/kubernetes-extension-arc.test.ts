import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAtServed } from '../../../src/core/check/served.ts';
import type { Answers, Change, Context, Domain } from '../../../src/core/contracts/index.ts';
import plugin from '../../../src/plugins/targets/kubernetes-extension/index.ts';
import { type TargetWorld, targetWorld } from '../../helpers/target-world.ts';

const FQDN = 'www.contoso.com';
const DOMAIN: Domain = { kind: 'custom', fqdn: FQDN };
const ARC = '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-practice/providers/Microsoft.Kubernetes/connectedClusters/arc1';
const ANSWERS: Answers = { 'domain.kind': 'custom', 'domain.fqdn': FQDN, 'target.clusterId': ARC };

let world: TargetWorld;
beforeEach(async () => {
  world = await targetWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

async function deploy(context: Context): Promise<{ change: Change; notes: unknown; fingerprint: string }> {
  const bundle = await world.bundle(FQDN);
  const { changes, notes } = await plugin.plan({ domain: DOMAIN, bundle, redeploy: false }, context);
  const [change = expect.unreachable('no change')] = changes;
  await world.apply(change, context);
  return { change, notes, fingerprint: bundle.fingerprintSha256 };
}

/** What `kubectl get svc azureml-fe` would show: nothing of it is known to Azure. */
const frontEnd = async () => (await world.sandbox.state()).services.find(({ name }) => name === 'endpoint-arc1') ?? expect.unreachable('no front end');

async function served(context: Context): Promise<string | undefined> {
  const look = await lookAtServed(context.env, { address: (await frontEnd()).ip, port: 443, servername: FQDN }, context.signal);
  return look.seen ? look.leaf.fingerprintSha256 : undefined;
}

describe('the Kubernetes extension on an Arc-enabled cluster', () => {
  it('is installed, renewed and switched off, its address named by whoever knows it', async () => {
    const context = world.context(ANSWERS);
    const first = await deploy(context);
    expect(first.change).toMatchObject({ effect: 'create', requests: [{ method: 'PUT', path: expect.stringContaining(`${ARC}/providers/`) }] });
    expect(JSON.stringify(first.notes)).toContain('az k8s-extension create');
    expect(await served(context)).toBe(first.fingerprint);
    expect(await plugin.endpoints(DOMAIN, context)).toMatchObject({ addresses: [], records: [], waiting: expect.anything(), state: 'Succeeded' });

    const { ip } = await frontEnd();
    const named = world.context({ ...ANSWERS, 'target.address': ip });
    expect(await plugin.endpoints(DOMAIN, named)).toMatchObject({
      records: [{ name: FQDN, type: 'A', data: ip }],
      scoringUris: [`https://${FQDN}:443/api/v1/service/endpoint-arc1/score`],
    });
    const second = await deploy(named);
    expect(second.change).toMatchObject({ effect: 'update', requests: [{ method: 'PATCH' }] });
    expect(JSON.stringify(second.notes)).not.toContain('az k8s-extension create');
    expect(await served(named)).toBe(second.fingerprint);

    await world.apply((await plugin.disable?.(named))?.changes[0] ?? expect.unreachable('no change'), named);
    expect(await frontEnd()).toMatchObject({ scoringUri: `http://${ip}:80/api/v1/service/endpoint-arc1/score`, sni: null });
  });

  it('is offered beside the AKS clusters, by its id', async () => {
    const question = plugin.questions.find(({ key }) => key === 'target.clusterId');
    const suggest = question !== undefined && 'suggest' in question ? question.suggest : undefined;
    const { items } = (await suggest?.(world.context({}))) ?? expect.unreachable('nothing is suggested');
    expect(items.map(({ label }) => label)).toEqual(['aks-quiet', 'aks-small', 'aks1', 'aks2', 'arc1']);
    expect(items.at(-1)).toMatchObject({ value: ARC, detail: 'Arc, rg-practice, eastus' });
  });

  it('still offers the AKS clusters where the listing of Arc is refused', async () => {
    await world.sandbox.faults([{ match: 'GET .*/connectedClusters', status: 409 }]);
    const question = plugin.questions.find(({ key }) => key === 'target.clusterId');
    const suggest = question !== undefined && 'suggest' in question ? question.suggest : undefined;
    expect((await suggest?.(world.context({})))?.items).toHaveLength(4);
  });
});
