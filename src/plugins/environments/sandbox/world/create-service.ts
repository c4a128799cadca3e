import { randomUUID } from 'node:crypto';
import type { Operation } from '../state/operation.ts';
import type { Service, ServiceSettings } from '../state/service.ts';
import type { Scope, ServiceError } from '../state/values.ts';
import { nextAciTls } from './aci-tls.ts';
import { publicAddress } from './addresses.ts';
import { AzureError, badRequest, busy } from './azure-error.ts';
import { ACI_ZONE } from './azure-records.ts';
import { beginServiceChange } from './begin-service-change.ts';
import { randomKey } from './chance.ts';
import { readBody } from './compute-request.ts';
import { findCompute, findService, findWorkspace } from './lookup.ts';
import { sameName } from './resource-ids.ts';
import { type CreateServiceRequest, createServiceRequest } from './service-request.ts';
import type { World } from './world.ts';

/** mm-util's rule, 3 to 32 characters. */
const NAME = /^(?=.{3,32}$)[a-z]([-a-z0-9]*[a-z0-9])?$/;
const LABEL = /^[a-z]([-a-z0-9]{1,61}[a-z0-9])$/;

export interface CreateServiceInput {
  readonly scope: Scope;
  readonly body: unknown;
  readonly provisioningErrors?: readonly ServiceError[] | undefined;
}

/** `POST /services` of the model-management data plane. @throws AzureError */
export function createService(world: World, input: CreateServiceInput): Operation {
  const request = readBody(createServiceRequest, input.body);
  if (!NAME.test(request.name))
    throw badRequest(`The service name ${request.name} is invalid: 3 to 32 lower-case letters, digits and dashes, beginning with a letter.`);
  const existing = findService(world.state, input.scope, request.name);
  if (existing?.change !== undefined) throw busy(`the service ${existing.name}`);
  if (existing !== undefined && !request.overwrite) throw new AzureError(409, 'Conflict', `A service with the name ${request.name} already exists.`);
  const { service, error } = request.computeType === 'ACI' ? newAci(world, input.scope, request, existing) : newAks(world, input.scope, request);
  if (existing !== undefined) world.state.services.splice(world.state.services.indexOf(existing), 1);
  world.state.services.push(service);
  const errors = [...(input.provisioningErrors ?? []), ...(error === undefined ? [] : [error])];
  const operation = beginServiceChange(world, service, { kind: 'create', settings: service.settings, errors });
  if (service.kind === 'ACI') service.settings = withoutTls(service.settings);
  return operation;
}

type Made = { readonly service: Service; readonly error?: ServiceError };

function newAci(world: World, scope: Scope, request: Extract<CreateServiceRequest, { computeType: 'ACI' }>, existing: Service | undefined): Made {
  const location = request.location ?? findWorkspace(world.state, scope)?.location ?? '';
  const label = request.dnsNameLabel ?? randomUUID();
  if (request.dnsNameLabel && !LABEL.test(label)) throw badRequest(`The dnsNameLabel ${label} is invalid.`);
  const fqdn = `${label}.${location}.${ACI_ZONE}`;
  const taken = world.state.services.some((service) => service !== existing && service.kind === 'ACI' && sameName(service.fqdn, fqdn));
  if (taken) throw new AzureError(400, 'DnsRecordInUse', `The DNS name label ${label} is already taken in ${location}.`);
  const { tls, error } = nextAciTls(undefined, request);
  const settings = { ...settingsOf(request), ...(tls === undefined ? {} : { tls }) };
  const service: Service = { ...common(world, scope, request, settings), kind: 'ACI', location, fqdn, ip: publicAddress(world.state) };
  return error === undefined ? { service } : { service, error };
}

function newAks(world: World, scope: Scope, request: Extract<CreateServiceRequest, { computeType: 'AKS' }>): Made {
  const compute = findCompute(world.state, scope, request.computeName);
  if (!compute?.ready) throw badRequest(`The compute ${request.computeName} does not exist in this workspace or is not ready.`);
  const base = common(world, scope, request, settingsOf(request));
  return { service: { ...base, kind: 'AKS', computeName: compute.name, numReplicas: request.numReplicas ?? 1 } };
}

function common(world: World, scope: Scope, request: CreateServiceRequest, settings: ServiceSettings) {
  return {
    ...scope,
    name: request.name,
    createdAt: world.now,
    modifiedAt: world.now,
    state: 'Transitioning' as const,
    keys: { primaryKey: request.keys?.primaryKey ?? randomKey(), secondaryKey: request.keys?.secondaryKey ?? randomKey() },
    settings,
    ready: false,
  };
}

/** Defaults of facts.md 2.1; authentication is on by default on AKS (SDK v1). */
function settingsOf(request: CreateServiceRequest): ServiceSettings {
  return {
    description: request.description ?? null,
    kvTags: request.kvTags ?? {},
    properties: request.properties ?? {},
    authEnabled: request.authEnabled ?? request.computeType === 'AKS',
    appInsightsEnabled: request.appInsightsEnabled ?? false,
    cpu: request.containerResourceRequirements?.cpu ?? 0.1,
    memoryInGB: request.containerResourceRequirements?.memoryInGB ?? 0.5,
    environmentImageRequest: request.environmentImageRequest ?? null,
  };
}

function withoutTls(settings: ServiceSettings): ServiceSettings {
  const { tls: _, ...rest } = settings;
  return rest;
}
