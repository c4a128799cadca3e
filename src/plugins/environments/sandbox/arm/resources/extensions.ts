import type { Json, JsonObject } from '../../../../../core/contracts/index.ts';
import type { Extension } from '../../state/extension.ts';
import type { Operation } from '../../state/operation.ts';
import { AzureError, notFound } from '../../world/azure-error.ts';
import { deleteExtension, extensionsOn, findExtension, patchExtension, putExtension } from '../../world/extension.ts';
import { kubernetesOf } from '../../world/lookup.ts';
import { operationState } from '../../world/operations.ts';
import { arcClusterId, clusterId, sameName } from '../../world/resource-ids.ts';
import { RETRY_AFTER_S } from '../../world/timings.ts';
import { type Answer, type Call, ok, param, resourceGroupOf } from '../call.ts';
import { azureTime } from '../times.ts';

/** The resource provider Microsoft.KubernetesConfiguration, as far as facts.md 4.1 describes it. */
export const list = (call: Call): Answer => ok({ value: extensionsOn(call.world, clusterHere(call)).map(view) });

export const get = (call: Call): Answer => ok(view(extensionHere(call)));

export function put(call: Call): Answer {
  const cluster = clusterHere(call);
  const known = findExtension(call.world, cluster, param(call, 'extension')) !== undefined;
  const { extension, operation } = putExtension(call.world, inputOf(call, cluster));
  return { status: known ? 200 : 201, headers: asyncHeaders(call, operation), body: view(extension) };
}

export function patch(call: Call): Answer {
  const extension = extensionHere(call);
  const begun = patchExtension(call.world, inputOf(call, extension.clusterId), extension);
  return begun === undefined ? ok(view(extension)) : { status: 202, headers: asyncHeaders(call, begun.operation), body: view(extension) };
}

export function remove(call: Call): Answer {
  const extension = findExtension(call.world, clusterHere(call), param(call, 'extension'));
  if (extension === undefined) return { status: 204 };
  return { status: 202, headers: asyncHeaders(call, deleteExtension(call.world, extension)) };
}

export function status(call: Call): Answer {
  clusterHere(call);
  const id = param(call, 'operation');
  const operation = call.world.state.operations.find((item) => item.plane === 'extension' && sameName(item.id, id));
  if (operation === undefined) throw new AzureError(404, 'OperationNotFound', `The operation ${id} could not be found.`);
  const state = operationState(operation, call.world.now);
  const error = state === 'Failed' && operation.error !== undefined ? { error: { ...operation.error } } : {};
  return {
    status: 200,
    headers: state === 'InProgress' ? { 'Retry-After': String(RETRY_AFTER_S) } : {},
    body: { id: `${operation.resourceId}/operations/${operation.id}`, name: operation.id, status: state, ...error },
  };
}

function inputOf(call: Call, cluster: string) {
  return { clusterId: cluster, name: param(call, 'extension'), body: call.body, provisioningErrors: call.provisioningErrors };
}

function asyncHeaders(call: Call, operation: Operation) {
  return {
    'Azure-AsyncOperation': `${call.baseUrl}${operation.resourceId}/operations/${operation.id}?api-version=${call.apiVersion}`,
    'Retry-After': String(RETRY_AFTER_S),
  };
}

/** The cluster of the path, spelt as it was made. @throws AzureError 404 */
function clusterHere(call: Call): string {
  const { subscriptionId, resourceGroup } = resourceGroupOf(call);
  const { cluster, arcCluster } = call.params;
  const idOf = arcCluster === undefined ? clusterId : arcClusterId;
  const name = arcCluster ?? cluster ?? '';
  const found = kubernetesOf(call.world.state, idOf({ subscriptionId, resourceGroup, name }));
  if (found === undefined)
    throw notFound(`Microsoft.${arcCluster === undefined ? 'ContainerService/managedClusters' : 'Kubernetes/connectedClusters'}/${name}`, resourceGroup);
  return idOf(found);
}

function extensionHere(call: Call): Extension {
  const extension = findExtension(call.world, clusterHere(call), param(call, 'extension'));
  if (extension !== undefined) return extension;
  throw notFound(`Microsoft.KubernetesConfiguration/extensions/${param(call, 'extension')}`, param(call, 'group'));
}

// Protected settings come back as names without values.
function view(extension: Extension): JsonObject {
  const hidden: Json = Object.fromEntries(Object.keys(extension.protectedSettings).map((name) => [name, '']));
  const [error] = extension.errors;
  return {
    id: `${extension.clusterId}/providers/Microsoft.KubernetesConfiguration/extensions/${extension.name}`,
    name: extension.name,
    type: 'Microsoft.KubernetesConfiguration/extensions',
    systemData: { createdAt: azureTime(extension.createdAt), lastModifiedAt: azureTime(extension.modifiedAt) },
    properties: {
      extensionType: 'microsoft.azureml.kubernetes',
      autoUpgradeMinorVersion: true,
      releaseTrain: 'stable',
      version: null,
      scope: { cluster: { releaseNamespace: 'azureml' }, namespace: null },
      configurationSettings: extension.settings,
      configurationProtectedSettings: hidden,
      provisioningState: extension.state,
      statuses: extension.errors.map(({ code, message }) => ({
        code,
        displayStatus: 'Failed',
        level: 'Error',
        message,
        time: azureTime(extension.modifiedAt),
      })),
      errorInfo: error === undefined ? null : { code: error.code, message: error.message },
    },
  };
}
