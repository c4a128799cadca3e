import { describe, expect, it } from 'vitest';
import { createRegistry } from '../../../src/core/registry/registry.ts';
import { wholeCatalogue } from '../../../src/core/wizard/catalogue.ts';
import { isSwitch, pathOf } from '../../../src/core/wizard/path.ts';
import { builtIns } from '../../../src/plugins/index.ts';

const catalogue = await wholeCatalogue(createRegistry(builtIns));
const own = { 'domain.kind': 'custom', 'domain.fqdn': 'www.contoso.com', 'certificate.plugin': 'pem', 'dns.plugin': 'manual' };
const found = { 'target.clusterId': '/subscriptions/1/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks1' };

describe('more options', () => {
  // A cluster that was chosen from the list needs no group and no name.
  it.each([
    ['aks-attach', 12],
    ['aks-provision', 13],
    ['aci', 12],
  ])('lie behind one switch a step for %s, and few questions are asked without them', (target, few) => {
    const answers = { ...own, ...found, 'target.plugin': target };
    const asked = pathOf(catalogue, answers, 'ask').stops.map(({ question }) => question);
    expect(asked.filter(({ advanced }) => advanced === true)).toEqual([]);
    expect(asked.filter(({ key }) => isSwitch(key)).map(({ key }) => key)).toEqual(['more.certificate', 'more.deploy', 'more.dns']);
    expect(asked.filter(({ key }) => !isSwitch(key)).length).toBeLessThanOrEqual(few);
    const all = pathOf(catalogue, { ...answers, 'more.deploy': true }, 'ask').stops.map(({ question }) => question);
    expect(all.filter(({ advanced }) => advanced === true).length).toBeGreaterThan(0);
  });

  it('has a default, or may stay empty, for every question behind a switch', () => {
    for (const target of ['aks-attach', 'aks-provision', 'aci']) {
      const behind = pathOf(catalogue, { ...own, 'target.plugin': target }, 'all').stops.filter(({ question }) => question.advanced === true);
      expect(behind.filter(({ question }) => question.optional !== true && question.initial === undefined).map(({ question }) => question.key)).toEqual([]);
    }
  });
});
