import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inProgress, readCompute, receiptOf } from '../../../../src/plugins/shared/aks/compute.ts';
import { isMicrosoftName, isMicrosoftNameOf } from '../../../../src/plugins/shared/aks/microsoft-name.ts';

const cloud = { cloudAppSuffix: 'cloudapp.azure.com' };
const compute = (properties: object) => readCompute('aks-prod', { id: '/…/aks-prod', properties: { computeType: 'AKS', ...properties } });

describe('a compute', () => {
  it('may show next to nothing', () => {
    expect(compute({ properties: null })).toMatchObject({ tls: { status: 'Disabled' }, addresses: [], errors: [] });
    expect(compute({ properties: { systemServices: null, sslConfiguration: null } })).toMatchObject({ tls: { status: 'Disabled' }, addresses: [] });
  });

  it('shows a Microsoft certificate without its six characters, and empty texts as nothing', () => {
    const ssl = { status: 'Auto', cert: null, key: null, cname: '', leafDomainLabel: 'contoso' };
    expect(compute({ properties: { sslConfiguration: ssl } }).tls).toEqual({ status: 'Auto', cname: undefined, leafDomainLabel: 'contoso' });
  });

  it.each(['Creating', 'Updating', 'Deleting', 'Provisioning', 'Unknown'])('is busy while it is %s', (provisioningState) => {
    expect(inProgress(compute({ provisioningState }))).toBe(true);
  });

  it.each(['Succeeded', 'Failed', 'Canceled'])('is not busy when it is %s', (provisioningState) => {
    expect(inProgress(compute({ provisioningState }))).toBe(false);
  });

  it('of another kind is left alone', () => {
    expect(() => readCompute('cpu', { properties: { computeType: 'AmlCompute' } })).toThrow('aks-other-compute');
  });

  it('leaves nothing in a receipt that was not asked for', () => {
    const read = compute({
      resourceId: '/…/aks1',
      properties: { sslConfiguration: { status: 'Enabled', cname: 'a.contoso.com', cert: 'CERT', key: 'KEY' }, adminKubeConfig: 'SECRET' },
    });
    expect(receiptOf(read)).toEqual({
      id: '/…/aks-prod',
      name: 'aks-prod',
      resourceId: '/…/aks1',
      sslConfiguration: { status: 'Enabled', cname: 'a.contoso.com' },
    });
  });
});

describe('a Microsoft name', () => {
  const six = fc.string({ unit: fc.constantFrom(...'abcxyz0189'), minLength: 6, maxLength: 6 });

  it('is the label, six characters and a region', () => {
    fc.assert(fc.property(six, (end) => isMicrosoftNameOf('contoso', `Contoso${end}.eastus.cloudapp.azure.com`, cloud)));
  });

  it.each([
    'contoso.eastus.cloudapp.azure.com',
    'contoso1a2b3.eastus.cloudapp.azure.com',
    'contoso1a2b3c4.eastus.cloudapp.azure.com',
    'contoso1a2b-c.eastus.cloudapp.azure.com',
    'fabrikam1a2b3c.eastus.cloudapp.azure.com',
    'contoso1a2b3c.cloudapp.azure.com',
    'contoso1a2b3c.eastus.cloudapp.azure.com.evil.example',
  ])('is not %s', (host) => {
    expect(isMicrosoftNameOf('contoso', host, cloud)).toBe(false);
  });

  it('is told from names of others', () => {
    expect(isMicrosoftName('anything.eastus.cloudapp.azure.com', cloud)).toBe(true);
    expect(isMicrosoftName('evilcloudapp.azure.com', cloud)).toBe(false);
  });
});
