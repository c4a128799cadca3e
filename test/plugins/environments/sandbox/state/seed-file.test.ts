import { describe, expect, it } from 'vitest';
import type { ProblemError } from '../../../../../src/core/problems/problem-error.ts';
import { defaultSeed } from '../../../../../src/plugins/environments/sandbox/state/seed.ts';
import { parseSeed, readSeedFile } from '../../../../../src/plugins/environments/sandbox/state/seed-file.ts';
import { practice } from '../world/practice.ts';

const problemOf = (text: string) => {
  try {
    parseSeed(text, 'seed.yaml');
  } catch (error) {
    return (error as ProblemError).problem;
  }
  throw new Error('was taken');
};

describe('a seed', () => {
  it('may be empty: the default world', () => {
    expect(parseSeed('', 'seed.yaml')).toEqual(defaultSeed());
    expect(defaultSeed().clusters.map(({ name }) => name)).toEqual(['aks1', 'aks2', 'aks-small', 'aks-quiet']);
  });

  it('replaces the sections it has, as YAML or JSON', () => {
    const seed = parseSeed(
      'services: []\ncomputes:\n  - name: aks-prod\n    cluster: aks1\n    tls: { kind: microsoft, leafDomainLabel: contoso, daysLeft: 12 }\n',
      'seed.yaml',
    );
    expect(seed).toMatchObject({ services: [], computes: [{ tls: { daysLeft: 12 } }], clusters: defaultSeed().clusters });
    expect(parseSeed(JSON.stringify({ services: [] }), 'seed.json').services).toEqual([]);
  });

  it('makes the certificates it speaks of, ended ones too', async () => {
    const at = parseSeed('services:\n  - { kind: aci, name: old, tls: { kind: custom, fqdn: old.contoso.com, daysLeft: -3 } }', 'seed.yaml');
    const { world } = await practice(at);
    const [service] = world.state.services;
    expect(service?.settings.tls?.certificate.notAfter).toBe(world.now - 3 * 86_400_000);
  });

  it.each([
    ['clusters:\n  - name: a\n    nodeCount: many\n', 3, 'clusters.0.nodeCount'],
    ['services: []\nclustres: []\n', 2, 'clustres'],
    ['faults:\n  - match: "("\n    status: 500\n', 2, 'faults.0.match'],
    ['clusters: [\n  a: {\n', 3, '/'],
  ])('%j is refused with line and path', (text, line, path) => {
    expect(problemOf(text)).toMatchObject({ code: 'sandbox-seed-invalid', message: { with: { path: { code: path }, line } } });
  });

  it('gives its reason in both languages', () => {
    const reason = { en: expect.stringContaining('expected array'), ja: expect.stringMatching(/\p{Script=Hiragana}/u) };
    expect(problemOf('clusters: 4\n')).toMatchObject({ message: { with: { reason } } });
  });

  it('says what it names and does not have', async () => {
    await expect(
      practice({ computes: [{ ...defaultSeed().computes[0], name: 'x', cluster: 'none', clusterPurpose: 'DevTest', loadBalancerType: 'PublicIp' }] }),
    ).rejects.toMatchObject({
      problem: { code: 'sandbox-seed-reference' },
    });
  });

  it('says when the file cannot be read', async () => {
    await expect(readSeedFile('/nowhere/seed.yaml')).rejects.toMatchObject({ problem: { code: 'sandbox-seed-unreadable' } });
  });
});
