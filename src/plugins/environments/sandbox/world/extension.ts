import * as z from 'zod';
import type { Extension, ExtensionSettings } from '../state/extension.ts';
import type { Operation } from '../state/operation.ts';
import type { ServiceError } from '../state/values.ts';
import { privateAddress, publicAddress } from './addresses.ts';
import { AzureError, badRequest, busy } from './azure-error.ts';
import { installed } from './extension-rules.ts';
import { kubernetesOf } from './lookup.ts';
import { beginOperation } from './operations.ts';
import { sameName } from './resource-ids.ts';
import { TAKES } from './timings.ts';
import type { World } from './world.ts';

const strings = z.record(z.string(), z.string()).nullish();
const body = z.object({
  properties: z.object({
    extensionType: z.string().optional(),
    scope: z.object({ cluster: z.object({ releaseNamespace: z.string().optional() }).optional() }).nullish(),
    configurationSettings: strings,
    configurationProtectedSettings: strings,
  }),
});

export interface ExtensionInput {
  readonly clusterId: string;
  readonly name: string;
  readonly body: unknown;
  readonly provisioningErrors?: readonly ServiceError[] | undefined;
}

type Begun = { readonly extension: Extension; readonly operation: Operation };

export const extensionsOn = ({ state }: Pick<World, 'state'>, clusterId: string): Extension[] =>
  state.extensions.filter((item) => sameName(item.clusterId, clusterId));

export const findExtension = (world: World, clusterId: string, name: string): Extension | undefined =>
  extensionsOn(world, clusterId).find((item) => sameName(item.name, name));

/** PUT: installs, or replaces all settings of what is installed. @throws AzureError */
export function putExtension(world: World, input: ExtensionInput): Begun {
  const { properties } = read(input.body);
  if (properties.extensionType?.toLowerCase() !== 'microsoft.azureml.kubernetes')
    throw badRequest(`The practice Azure has no extension type ${properties.extensionType}.`);
  if (properties.scope?.cluster?.releaseNamespace !== 'azureml') throw badRequest('The scope must be the cluster, the namespace azureml.');
  const existing = findExtension(world, input.clusterId, input.name);
  if (existing?.change !== undefined) throw busy(`the extension ${existing.name}`);
  const other = extensionsOn(world, input.clusterId).find((item) => item !== existing);
  if (other !== undefined) throw new AzureError(409, 'Conflict', `An extension of this type is installed on the cluster already: ${other.name}.`);
  const wanted = { settings: properties.configurationSettings ?? {}, protectedSettings: properties.configurationProtectedSettings ?? {} };
  if (existing !== undefined) return begin(world, input, existing, wanted, existing.ready ? 'update' : 'create');
  const made: Extension = {
    clusterId: input.clusterId,
    name: input.name,
    createdAt: world.now,
    modifiedAt: world.now,
    state: 'Creating',
    errors: [],
    ready: false,
    settings: {},
    protectedSettings: {},
    publicIp: publicAddress(world.state),
    privateIp: privateAddress(world.state),
  };
  world.state.extensions.push(made);
  return begin(world, input, made, wanted, 'create');
}

/** PATCH: settings are merged; protected ones that a body leaves out, where it has any, are obsolete and deleted (facts.md 4.3). @throws AzureError */
export function patchExtension(world: World, input: ExtensionInput, existing: Extension): Begun | undefined {
  if (existing.change !== undefined) throw busy(`the extension ${existing.name}`);
  const { configurationSettings, configurationProtectedSettings } = read(input.body).properties;
  if (configurationSettings == null && configurationProtectedSettings == null) return undefined;
  const settings = { ...existing.settings, ...configurationSettings };
  return begin(world, input, existing, { settings, protectedSettings: configurationProtectedSettings ?? existing.protectedSettings }, 'update');
}

/** @throws AzureError */
export function deleteExtension(world: World, existing: Extension): Operation {
  if (existing.change !== undefined) throw busy(`the extension ${existing.name}`);
  return begin(world, { clusterId: existing.clusterId, name: existing.name, body: {} }, existing, undefined, 'delete').operation;
}

const TIMES = { create: TAKES.createExtension, update: TAKES.updateExtension, delete: TAKES.deleteExtension } as const;
const STATES = { create: 'Creating', update: 'Updating', delete: 'Deleting' } as const;

function begin(
  world: World,
  input: ExtensionInput,
  extension: Extension,
  wanted: Omit<ExtensionSettings, 'certificate'> | undefined,
  kind: keyof typeof TIMES,
): Begun {
  const endsAt = world.now + TIMES[kind];
  const { certificate, error } = wanted === undefined ? {} : installed(world, extension.clusterId, wanted);
  const errors = [...(input.provisioningErrors ?? []), ...(error === undefined ? [] : [error])];
  const [subscriptionId = '', location = ''] = [extension.clusterId.split('/')[2], kubernetesOf(world.state, extension.clusterId)?.location];
  const resourceId = `${extension.clusterId}/providers/Microsoft.KubernetesConfiguration/extensions/${extension.name}`;
  const operation = beginOperation(world.state, {
    subscriptionId,
    location,
    plane: 'extension',
    kind,
    resourceId,
    startedAt: world.now,
    endsAt,
    ...(errors[0] === undefined ? {} : { error: errors[0] }),
  });
  const settings = wanted === undefined ? {} : { settings: { ...wanted, ...(certificate === undefined ? {} : { certificate }) } };
  extension.change = { kind, startedAt: world.now, endsAt, errors, ...settings };
  extension.state = STATES[kind];
  extension.errors = [];
  extension.modifiedAt = world.now;
  return { extension, operation };
}

/** What was due has happened. */
export function endExtensionChange(world: Pick<World, 'state'>, extension: Extension): void {
  const { change } = extension;
  if (change === undefined) return;
  delete extension.change;
  extension.errors = change.errors;
  if (change.errors.length > 0) {
    extension.state = 'Failed';
    // A failed update leaves what it was asked for in the settings, and the front end serving what it served before (guess).
    if (change.settings !== undefined) extension.settings = change.settings.settings;
    return;
  }
  if (change.settings === undefined) {
    world.state.extensions.splice(world.state.extensions.indexOf(extension), 1);
    return;
  }
  const { settings, protectedSettings, certificate } = change.settings;
  Object.assign(extension, { settings, protectedSettings, state: 'Succeeded', ready: true });
  if (certificate === undefined) delete extension.certificate;
  else extension.certificate = certificate;
}

function read(given: unknown): z.infer<typeof body> {
  const parsed = body.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw badRequest(`The request content was invalid: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}
