import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import aci from '../../../src/plugins/targets/aci/index.ts';
import { targetContract } from '../../contract/target.ts';
import type { TargetWorld } from '../../helpers/target-world.ts';
import { microsoft, none } from './answers.ts';

const own = { 'domain.kind': 'custom', 'domain.fqdn': 'aci.contoso.com' };
const fresh = { 'target.serviceName': 'fresh', 'target.serviceFile': './service.json' };
const post = /^POST \/modelmanagement\/v1\.0\/subscriptions\/.*\/services$/;
const patch = /^PATCH \/modelmanagement\/v1\.0\/subscriptions\/.*\/services\/scorer$/;

const withFile = (body: unknown) => async (world: TargetWorld) => {
  await writeFile(join(world.folder, 'service.json'), typeof body === 'string' ? body : JSON.stringify(body));
};
const file = { computeType: 'aci', environmentImageRequest: { driverProgram: 'score.py' }, containerResourceRequirements: { cpu: 0.5, memoryInGB: 1 } };

targetContract({
  plugin: aci,
  cases: [
    { name: 'a service that exists', answers: { ...own, 'target.serviceName': 'scorer' }, effect: 'update', sends: [patch] },
    {
      name: 'a new service',
      answers: { ...own, ...fresh, 'target.cpu': 1, 'target.authEnabled': true, 'target.dnsNameLabel': 'fresh-contoso' },
      effect: 'create',
      sends: [post],
      prepare: withFile(file),
    },
    { name: 'a new service without TLS', answers: { ...none, ...fresh }, effect: 'create', sends: [post], prepare: withFile(file) },
  ],
  refusals: [
    { name: 'a Microsoft certificate', answers: { ...microsoft, 'target.serviceName': 'scorer' }, code: 'aci-microsoft' },
    { name: 'a service that is not there', answers: { ...own, 'target.serviceName': 'nowhere' }, code: 'aci-no-service' },
    { name: 'a service on AKS', answers: { ...own, 'target.serviceName': 'credit-scorer' }, code: 'aci-other-service' },
    { name: 'a missing service file', answers: { ...own, ...fresh, 'target.serviceFile': 'nowhere.json' }, code: 'file-missing' },
    { name: 'a service file that is no JSON', answers: { ...own, ...fresh }, code: 'aci-service-file', prepare: withFile('{') },
    { name: 'a service file of another kind', answers: { ...own, ...fresh }, code: 'aci-service-file', prepare: withFile({ computeType: 'AKS' }) },
    { name: 'a service file with TLS in it', answers: { ...own, ...fresh }, code: 'aci-service-file-tls', prepare: withFile({ sslEnabled: true }) },
    { name: 'a service file with another name', answers: { ...own, ...fresh }, code: 'aci-service-file-name', prepare: withFile({ name: 'other' }) },
  ],
});
