import fc from 'fast-check';
import { expect, it } from 'vitest';
import { worldState } from '../../../../../src/plugins/environments/sandbox/state/world-state.ts';
import { createService } from '../../../../../src/plugins/environments/sandbox/world/create-service.ts';
import { deleteCompute } from '../../../../../src/plugins/environments/sandbox/world/delete-compute.ts';
import { patchService } from '../../../../../src/plugins/environments/sandbox/world/patch-service.ts';
import { putCompute } from '../../../../../src/plugins/environments/sandbox/world/put-compute.ts';
import { settle } from '../../../../../src/plugins/environments/sandbox/world/settle.ts';
import { clusterIdOf, HOUR, practice, scope } from './practice.ts';

it('comes to the same world in one step as in many, from a saved state as from a living one', async () => {
  const p = await practice({
    computes: [
      {
        name: 'aks-prod',
        cluster: 'aks1',
        clusterPurpose: 'FastProd',
        loadBalancerType: 'PublicIp',
        tls: { kind: 'microsoft', leafDomainLabel: 'contoso', daysLeft: 20 },
      },
      { name: 'leaving', cluster: 'aks2', clusterPurpose: 'FastProd', loadBalancerType: 'PublicIp' },
    ],
    services: [{ kind: 'aks', name: 'on-leaving', compute: 'leaving' }],
  });
  const body = (properties: object, resourceId: string) => ({ properties: { computeType: 'AKS', resourceId, properties } });
  const renew = { sslConfiguration: { status: 'Auto', leafDomainLabel: 'contoso', renew: true } };
  await putCompute(p.world, { scope, name: 'aks-prod', body: body(renew, clusterIdOf('aks1')) });
  await putCompute(p.world, { scope, name: 'quiet', body: body({}, clusterIdOf('aks-quiet')) });
  deleteCompute(p.world, { scope, name: 'leaving', underlyingResourceAction: 'Detach' });
  createService(p.world, { scope, body: { name: 'late', computeType: 'AKS', computeName: 'leaving' } });
  createService(p.world, { scope, body: { name: 'fresh', computeType: 'ACI' } });
  patchService(p.world, { scope, name: 'on-leaving', body: [{ op: 'replace', path: '/authEnabled', value: false }] });
  const start = JSON.stringify(p.world.state);
  const at = (steps: readonly number[], saved: boolean): unknown => {
    let state = worldState.parse(JSON.parse(start));
    for (const step of steps) {
      settle(state, p.world.now + step);
      if (saved) state = worldState.parse(JSON.parse(JSON.stringify(state)));
    }
    return state;
  };
  const instants = fc.array(fc.integer({ min: 0, max: 6 * HOUR }), { minLength: 1, maxLength: 8 }).map((list) => list.sort((a, b) => a - b));
  fc.assert(
    fc.property(instants, fc.boolean(), (steps, saved) => {
      expect(at(steps, saved)).toEqual(at(steps.slice(-1), false));
    }),
    { numRuns: 60 },
  );
});
