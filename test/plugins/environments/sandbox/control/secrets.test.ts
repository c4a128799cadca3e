import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ControlError } from '../../../../../src/plugins/environments/sandbox/control/respond.ts';
import { deleteSecrets, putSecrets, secretNames, secretRemovalBody, secretsBody } from '../../../../../src/plugins/environments/sandbox/control/secrets.ts';
import { parseSeed } from '../../../../../src/plugins/environments/sandbox/state/seed-file.ts';
import { startSandbox } from '../../../../helpers/sandbox.ts';
import { practice } from '../world/practice.ts';

const secret = (cluster: string, data: Record<string, string> = { 'cert.pem': 'c', 'key.pem': 'k' }) => secretsBody.parse([{ cluster, name: 'tls', data }]);

describe('secrets of practice clusters', () => {
  it('are put on AKS and Arc-enabled clusters by name, replaced as a whole, and removed', async () => {
    const { state } = (await practice()).world;
    putSecrets(state, [...secret('AKS2'), ...secret('arc1')]);
    putSecrets(state, secret('aks2', { 'cert.pem': 'other' }));
    expect(secretNames(state)).toEqual([
      { cluster: 'arc1', namespace: 'azureml', name: 'tls', keys: ['cert.pem', 'key.pem'] },
      { cluster: 'aks2', namespace: 'azureml', name: 'tls', keys: ['cert.pem'] },
    ]);
    deleteSecrets(state, secretRemovalBody.parse([{ cluster: 'arc1', name: 'tls' }]));
    expect(secretNames(state)).toHaveLength(1);
    expect(() => deleteSecrets(state, secretRemovalBody.parse([{ cluster: 'arc1', name: 'tls' }]))).toThrow(ControlError);
    expect(() => putSecrets(state, secret('aks9'))).toThrow('aks9');
  });

  it('are there from the start where a seed has them, with a certificate of the practice CA', async () => {
    const { state, now } = (await practice(parseSeed('secrets: [{ cluster: aks2, name: contoso-tls, fqdn: www.contoso.com, daysLeft: 20 }]', 'seed.yaml')))
      .world;
    const [held] = state.kubernetesSecrets;
    expect(held).toMatchObject({ namespace: 'azureml', name: 'contoso-tls', clusterId: expect.stringMatching(/managedClusters\/aks2$/) });
    const leaf = new X509Certificate(held?.data['cert.pem'] ?? '');
    expect(leaf.checkHost('www.contoso.com')).toBe('www.contoso.com');
    expect(leaf.validToDate.getTime()).toBe(now + 20 * 86_400_000);
    await expect(practice(parseSeed('secrets: [{ cluster: aks9, name: a, fqdn: a.contoso.com }]', 'seed.yaml'))).rejects.toMatchObject({
      problem: { code: 'sandbox-seed-reference' },
    });
  });

  it('never show what they hold, over the control endpoint either', async () => {
    await using sandbox = await startSandbox();
    await sandbox.secrets([{ cluster: 'arc1', name: 'tls', data: { 'key.pem': 'MARKED-KEY' } }]);
    expect(JSON.stringify([await sandbox.state(), await sandbox.requests()])).not.toContain('MARKED-KEY');
  });
});
