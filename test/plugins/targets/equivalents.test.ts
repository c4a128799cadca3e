import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, Context, Domain, Operation, TargetPlugin } from '../../../src/core/contracts/index.ts';
import { call, literal } from '../../../src/plugins/shared/equivalents/python.ts';
import { command } from '../../../src/plugins/shared/equivalents/shell.ts';
import aci from '../../../src/plugins/targets/aci/index.ts';
import aksAttach from '../../../src/plugins/targets/aks-attach/index.ts';
import aksProvision from '../../../src/plugins/targets/aks-provision/index.ts';

const OWN: Domain = { kind: 'custom', fqdn: 'www.contoso.com' };
const MICROSOFT: Domain = { kind: 'microsoft', leafDomainLabel: 'contoso', overwriteExistingDomain: false };
const answers: Answers = {
  'azure.subscriptionId': '00000000-0000-0000-0000-000000000000',
  'azure.resourceGroup': 'rg-ml',
  'azure.workspace': 'ws-contoso',
  'target.computeName': 'aks-prod',
  'target.clusterResourceGroup': 'rg-aks',
  'target.clusterName': 'aks1',
  'target.serviceName': 'scorer',
  'certificate.certFile': './cert.pem',
  'certificate.keyFile': './key.pem',
};

function written(plugin: TargetPlugin, operation: Operation, domain: Domain, more: Answers = {}) {
  // Only these parts of a context are needed to write text.
  const context = { answers: { ...answers, ...more }, paths: { resolve: (path: string) => path.replace('.', '/home/me'), own: '/own' } } as unknown as Context;
  const [python, az] = plugin.equivalents(operation, domain, context);
  return { python: python?.code ?? '', az: az?.code ?? '', notes: JSON.stringify([python?.notes, az?.notes]) };
}

describe('secure', () => {
  it('provisions, or updates what exists', () => {
    const { python, az } = written(aksProvision, 'secure', OWN, { 'target.agentCount': 4, 'target.clusterPurpose': 'DevTest' });
    expect(python).toBe(`from azureml.core import Workspace
from azureml.core.compute import AksCompute, ComputeTarget
from azureml.core.compute.aks import AksUpdateConfiguration, SslConfiguration
from azureml.exceptions import ComputeTargetException

ws = Workspace.get(
    name="ws-contoso",
    subscription_id="00000000-0000-0000-0000-000000000000",
    resource_group="rg-ml",
)

try:
    target = AksCompute(ws, "aks-prod")
except ComputeTargetException:
    config = AksCompute.provisioning_configuration(
        agent_count=4,
        vm_size="Standard_D3_v2",
        cluster_purpose=AksCompute.ClusterPurpose.DEV_TEST,
    )
    config.enable_ssl(
        ssl_cname="www.contoso.com",
        ssl_cert_pem_file="/home/me/cert.pem",
        ssl_key_pem_file="/home/me/key.pem",
    )
    target = ComputeTarget.create(ws, "aks-prod", config)
else:
    with open("/home/me/cert.pem") as cert, open("/home/me/key.pem") as key:
        ssl = SslConfiguration(cname="www.contoso.com", cert=cert.read(), key=key.read())
    target.update(AksUpdateConfiguration(ssl))
target.wait_for_completion(show_output=True)`);
    expect(az).toContain('az ml computetarget create aks \\\n  --name aks-prod \\\n  --workspace-name ws-contoso');
    expect(az).toContain('az ml computetarget update aks \\\n  --name aks-prod');
  });

  it('attaches by resource id', () => {
    const { python, az } = written(aksAttach, 'secure', MICROSOFT);
    const id = '/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/rg-aks/providers/Microsoft.ContainerService/managedClusters/aks1';
    expect(python).toContain(`AksCompute.attach_configuration(resource_id="${id}")`);
    expect(python).toContain('config.enable_ssl(leaf_domain_label="contoso")');
    expect(python).toContain('target.update(AksUpdateConfiguration(SslConfiguration(leaf_domain_label="contoso")))');
    expect(az).toContain(`--compute-resource-id ${id}`);
    expect(az).toContain('--ssl-leaf-domain-label contoso');
  });

  it('updates an ACI service, or deploys a new one', () => {
    const existing = written(aci, 'secure', OWN);
    expect(existing.python).toContain('service.update(\n    ssl_enabled=True,\n    ssl_cert_pem_file="/home/me/cert.pem",');
    expect(existing.az).toContain('az ml service update');
    const fresh = written(aci, 'secure', OWN, { 'target.serviceFile': 'service.json', 'target.cpu': 0.5, 'target.dnsNameLabel': 'scorer' });
    expect(fresh.python).toContain('AciWebservice.deploy_configuration(\n    cpu_cores=0.5,\n    dns_name_label="scorer",\n    ssl_enabled=True,');
    expect(fresh.az).toContain('--dns-name-label scorer \\\n  --ssl-enabled True');
  });

  it('says so where the files are not known yet', () => {
    const context = { answers: { ...answers, 'certificate.certFile': null, 'certificate.keyFile': null }, paths: { resolve: String, own: '/own' } };
    const [python] = aksAttach.equivalents('secure', OWN, context as unknown as Context);
    expect(JSON.stringify(python?.notes)).toContain('cert.pem, key.pem');
  });
});

describe('renew', () => {
  it.each([aksProvision, aksAttach])('renews a Microsoft certificate without giving the service a new name: $id', (plugin) => {
    const { python, az, notes } = written(plugin, 'renew', { ...MICROSOFT, overwriteExistingDomain: true });
    expect(python).toContain('SslConfiguration(leaf_domain_label="contoso", renew=True)');
    expect(az).toContain('--ssl-leaf-domain-label contoso \\\n  --ssl-renew');
    expect(`${python}\n${az}`).not.toMatch(/overwrite/);
    expect(notes).toContain('--ssl-overwrite-domain True');
    expect(notes).toContain('new host name');
  });

  it('pushes the new files of an own certificate', () => {
    expect(written(aksAttach, 'renew', OWN).az).toContain('--ssl-cert-file /home/me/cert.pem');
    expect(written(aci, 'renew', OWN).az).toContain('--ssl-cert-pem-file /home/me/cert.pem');
  });

  it('has nothing to say without TLS', () => {
    for (const plugin of [aksProvision, aksAttach, aci]) expect(written(plugin, 'renew', { kind: 'none' }).python).toBe('');
  });
});

it('switches off', () => {
  expect(written(aksAttach, 'disable', OWN).python).toContain('SslConfiguration(status="Disabled")');
  expect(written(aksAttach, 'disable', OWN).az).toContain('--ssl-disable');
  expect(written(aci, 'disable', OWN).python).toContain('service.update(ssl_enabled=False)');
  expect(written(aci, 'disable', OWN).az).toContain('--ssl-enabled False');
});

describe('quoting', () => {
  it('keeps every text one Python string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => JSON.parse(literal(text)) === text && !literal(text).includes('\n')));
    expect(
      call('f', [
        ['a', true],
        ['b', undefined],
        ['', { python: 'x' }],
      ]),
    ).toBe('f(a=True, x)');
  });

  it('keeps every word one word of the shell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => unquoted(command('c', [['-o', text]]).slice('c \\\n  -o '.length)) === text),
    );
  });
});

/** One word as a POSIX shell reads it; undefined where it would be more than one, or would be expanded. */
function unquoted(word: string): string | undefined {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  const parts = word.split("'\\''");
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (!first.startsWith("'") || !last.endsWith("'") || word.length < 2) return undefined;
  const inner = parts.join('\u0000').slice(1, -1);
  return inner.includes("'") ? undefined : inner.replaceAll('\u0000', "'");
}
