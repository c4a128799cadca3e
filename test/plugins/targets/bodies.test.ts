import { expect, it } from 'vitest';
import { sslConfiguration } from '../../../src/plugins/shared/aks/ssl.ts';
import { updateBody } from '../../../src/plugins/shared/aks/update-body.ts';
import { createBody as createService, tlsPatch } from '../../../src/plugins/targets/aci/bodies.ts';
import { attachBody } from '../../../src/plugins/targets/aks-attach/attach-body.ts';
import { createBody } from '../../../src/plugins/targets/aks-provision/create-body.ts';

const pair = { cert: '-----BEGIN CERTIFICATE-----…', key: '-----BEGIN PRIVATE KEY-----…' };
const own = sslConfiguration({ kind: 'custom', fqdn: 'ml.contoso.com' }, pair);
const microsoft = sslConfiguration({ kind: 'microsoft', leafDomainLabel: 'contoso', overwriteExistingDomain: false }, undefined);
const defaults = { location: 'eastus', agentCount: 3, agentVmSize: 'Standard_D3_v2', clusterPurpose: 'FastProd' };

// Every literal here is one of facts.md: 1.5 for computes, 3.2 for ACI.

it('provisions with a certificate of the own', () => {
  expect(createBody({ ...defaults, sslConfiguration: own })).toEqual({
    location: 'eastus',
    properties: {
      computeType: 'AKS',
      properties: {
        agentCount: 3,
        agentVmSize: 'Standard_D3_v2',
        clusterPurpose: 'FastProd',
        sslConfiguration: { status: 'Enabled', cname: 'ml.contoso.com', cert: '-----BEGIN CERTIFICATE-----…', key: '-----BEGIN PRIVATE KEY-----…' },
      },
    },
  });
});

it('provisions with a Microsoft certificate', () => {
  expect(createBody({ ...defaults, sslConfiguration: microsoft })).toMatchObject({
    properties: { properties: { sslConfiguration: { status: 'Auto', leafDomainLabel: 'contoso', overwriteExistingDomain: false } } },
  });
  expect(microsoft).toEqual({ status: 'Auto', leafDomainLabel: 'contoso', overwriteExistingDomain: false });
});

it('provisions with a region, a load balancer and a network of its own, and without TLS', () => {
  const networking = {
    subnetId: '/subscriptions/s/…/subnets/default',
    serviceCidr: '10.0.0.0/16',
    dnsServiceIp: '10.0.0.10',
    dockerBridgeCidr: '172.17.0.1/16',
  };
  const balancer = { loadBalancerType: 'InternalLoadBalancer', loadBalancerSubnet: 'aks-subnet' };
  expect(createBody({ ...defaults, computeLocation: 'westeurope', networking, ...balancer })).toEqual({
    location: 'eastus',
    properties: {
      computeType: 'AKS',
      computeLocation: 'westeurope',
      properties: {
        agentCount: 3,
        agentVmSize: 'Standard_D3_v2',
        clusterPurpose: 'FastProd',
        aksNetworkingConfiguration: {
          subnetId: '/subscriptions/s/…/subnets/default',
          serviceCidr: '10.0.0.0/16',
          dnsServiceIP: '10.0.0.10',
          dockerBridgeCidr: '172.17.0.1/16',
        },
        loadBalancerType: 'InternalLoadBalancer',
        loadBalancerSubnet: 'aks-subnet',
      },
    },
  });
});

const resourceId = '/subscriptions/s/resourcegroups/rg-aks/providers/Microsoft.ContainerService/managedClusters/aks1';

it('attaches: the cluster by its id, nothing of its size or region', () => {
  expect(attachBody({ location: 'eastus', resourceId, sslConfiguration: microsoft })).toEqual({
    location: 'eastus',
    properties: {
      computeType: 'AKS',
      resourceId,
      properties: { sslConfiguration: { status: 'Auto', leafDomainLabel: 'contoso', overwriteExistingDomain: false } },
    },
  });
});

it('attaches without any setting as SDK v1 does: without the inner properties', () => {
  expect(attachBody({ location: 'eastus', resourceId })).toEqual({ location: 'eastus', properties: { computeType: 'AKS', resourceId } });
});

/** A GET as azure-sdk-for-go#14670 shows it. */
const got = {
  id: '/subscriptions/s/…/computes/aks-prod',
  name: 'aks-prod',
  type: 'Microsoft.MachineLearningServices/workspaces/computes',
  location: 'eastus',
  tags: { team: 'risk' },
  properties: {
    computeType: 'AKS',
    computeLocation: 'eastus',
    resourceId,
    provisioningState: 'Succeeded',
    isAttachedCompute: true,
    properties: {
      clusterFqdn: 'lala28f893133ed78f',
      systemServices: null,
      agentCount: 3,
      agentVmSize: 'Standard_D3_v2',
      clusterPurpose: 'FastProd',
      sslConfiguration: { status: 'Auto', cert: null, key: null, cname: '', leafDomainLabel: 'contoso', overwriteExistingDomain: false },
      loadBalancerType: 'PublicIp',
      loadBalancerSubnet: null,
    },
  },
} as const;
const { sslConfiguration: _ssl, loadBalancerType: _type, loadBalancerSubnet: _subnet, ...kept } = got.properties.properties;

it('updates with the whole of what it got, TLS replaced', () => {
  expect(updateBody(got, { ssl: own ?? {} })).toEqual({
    ...got,
    properties: { ...got.properties, properties: { ...kept, sslConfiguration: { status: 'Enabled', cname: 'ml.contoso.com', ...pair } } },
  });
});

it('leaves TLS and load balancer out of an update that does not change them, rather than send nulls back', () => {
  expect(updateBody(got, {})).toEqual({ ...got, properties: { ...got.properties, properties: kept } });
  const internal = { loadBalancerType: 'InternalLoadBalancer', loadBalancerSubnet: 'subnet1' };
  expect(updateBody(got, internal)).toEqual({ ...got, properties: { ...got.properties, properties: { ...kept, ...internal } } });
});

it('updates a compute whose settings Azure does not show', () => {
  const bare = { ...got, properties: { computeType: 'AKS', resourceId, properties: null } };
  expect(updateBody(bare, { ssl: microsoft ?? {} })).toEqual({
    ...got,
    properties: {
      computeType: 'AKS',
      resourceId,
      properties: { sslConfiguration: { status: 'Auto', leafDomainLabel: 'contoso', overwriteExistingDomain: false } },
    },
  });
});

it('patches an ACI service as SDK v1 does', () => {
  expect(tlsPatch({ cname: 'ml.contoso.com', cert: '<PEM text>', key: '<PEM text>' })).toEqual([
    { op: 'replace', path: '/sslEnabled', value: true },
    { op: 'replace', path: '/sslCertificate', value: '<PEM text>' },
    { op: 'replace', path: '/sslKey', value: '<PEM text>' },
    { op: 'replace', path: '/cname', value: 'ml.contoso.com' },
  ]);
});

it('makes an ACI service from its file, with TLS added', () => {
  const file = { computeType: 'aci', environmentImageRequest: { driverProgram: 'score.py' }, containerResourceRequirements: { cpu: 0.5, memoryInGB: 1 } };
  expect(createService('scorer', file, { cname: 'ml.contoso.com', cert: '<PEM text>', key: '<PEM text>' })).toEqual({
    name: 'scorer',
    computeType: 'ACI',
    environmentImageRequest: { driverProgram: 'score.py' },
    containerResourceRequirements: { cpu: 0.5, memoryInGB: 1 },
    sslEnabled: true,
    sslCertificate: '<PEM text>',
    sslKey: '<PEM text>',
    cname: 'ml.contoso.com',
  });
  expect(createService('scorer', {}, undefined)).toEqual({ name: 'scorer', computeType: 'ACI' });
});
