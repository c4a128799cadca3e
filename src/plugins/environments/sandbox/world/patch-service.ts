import type { Operation } from '../state/operation.ts';
import type { Service, ServiceSettings } from '../state/service.ts';
import type { Scope, ServiceError } from '../state/values.ts';
import { nextAciTls } from './aci-tls.ts';
import { AzureError, badRequest, busy } from './azure-error.ts';
import { beginServiceChange } from './begin-service-change.ts';
import { readBody } from './compute-request.ts';
import { applyPatch } from './json-patch.ts';
import { findService } from './lookup.ts';
import { jsonPatch, type Patchable, patchable } from './service-request.ts';
import type { World } from './world.ts';

export interface PatchServiceInput {
  readonly scope: Scope;
  readonly name: string;
  readonly body: unknown;
  readonly provisioningErrors?: readonly ServiceError[] | undefined;
}

const TLS_FIELDS = ['sslEnabled', 'sslCertificate', 'sslKey', 'cname'];
/** Changed at once, without a new deployment (guess). */
const AT_ONCE = ['description', 'kvTags', 'properties'];

/** `PATCH /services/{name}` of the data plane; without an operation where it is done at once. @throws AzureError */
export function patchService(world: World, input: PatchServiceInput): { readonly service: Service; readonly operation?: Operation } {
  const service = serviceOrThrow(world, input.scope, input.name);
  if (service.change !== undefined) throw busy(`the service ${service.name}`);
  const patch = readBody(jsonPatch, input.body);
  const known = Object.keys(patchable.shape).filter((field) => service.kind === 'ACI' || !TLS_FIELDS.includes(field));
  const patched = readBody(patchable, applyPatch(documentOf(service), patch, known));
  const { settings, error } = settingsFrom(service, patched);
  if (input.provisioningErrors === undefined && patch.every(({ path }) => AT_ONCE.some((field) => path.split('/')[1] === field))) {
    service.settings = settings;
    service.modifiedAt = world.now;
    return { service };
  }
  const errors = [...(input.provisioningErrors ?? []), ...(error === undefined ? [] : [error])];
  return { service, operation: beginServiceChange(world, service, { kind: 'update', settings, errors }) };
}

/** @throws AzureError 404 in the words of the data plane */
export function serviceOrThrow(world: World, scope: Scope, name: string): Service {
  const service = findService(world.state, scope, name);
  if (service === undefined) throw new AzureError(404, 'ServiceNotFound', `Service with name ${name} was not found in the workspace ${scope.workspace}.`);
  return service;
}

function documentOf(service: Service): Patchable {
  const { tls, cpu, memoryInGB, ...settings } = service.settings;
  return { ...settings, containerResourceRequirements: { cpu, memoryInGB }, sslEnabled: tls !== undefined, cname: tls?.cname ?? null };
}

function settingsFrom(service: Service, patched: Patchable): { readonly settings: ServiceSettings; readonly error?: ServiceError } {
  if (service.kind === 'AKS' && patched.sslEnabled) throw badRequest('SSL of an AKS service is set on its compute.');
  const { tls, error } = nextAciTls(service.settings.tls, patched);
  const settings: ServiceSettings = {
    description: patched.description,
    kvTags: patched.kvTags,
    properties: patched.properties,
    authEnabled: patched.authEnabled,
    appInsightsEnabled: patched.appInsightsEnabled,
    cpu: patched.containerResourceRequirements.cpu ?? service.settings.cpu,
    memoryInGB: patched.containerResourceRequirements.memoryInGB ?? service.settings.memoryInGB,
    environmentImageRequest: patched.environmentImageRequest,
    ...(tls === undefined ? {} : { tls }),
  };
  return error === undefined ? { settings } : { settings, error };
}
