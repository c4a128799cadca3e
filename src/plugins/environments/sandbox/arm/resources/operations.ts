import type { Operation } from '../../state/operation.ts';
import { AzureError } from '../../world/azure-error.ts';
import { operationState } from '../../world/operations.ts';
import { sameName, workspaceId } from '../../world/resource-ids.ts';
import { RETRY_AFTER_S } from '../../world/timings.ts';
import { type Answer, type Call, ok, param, scopeOf, subscriptionOf } from '../call.ts';
import { azureTime } from '../times.ts';

/** Before it, errors of operations were nested once more (facts.md 1.7). */
const FLAT_ERRORS_SINCE = '2019-06-01';

/** Where a compute's operation is followed. */
export function asyncHeaders(call: Call, operation: Operation) {
  const path = `/subscriptions/${operation.subscriptionId}/providers/Microsoft.MachineLearningServices/locations/${operation.location}`;
  return {
    'Azure-AsyncOperation': `${call.baseUrl}${path}/computeOperationsStatus/${operation.id}?api-version=${call.apiVersion}`,
    'Retry-After': String(RETRY_AFTER_S),
  };
}

/** Where a service's operation is followed. */
export const dataHeaders = (call: Call, operation: Operation): Readonly<Record<string, string>> => ({
  'Operation-Location': `${call.baseUrl}/modelmanagement/v1.0${workspaceId(scopeOf(call))}/operations/${operation.id}`,
  'Retry-After': String(RETRY_AFTER_S),
});

/** What `Azure-AsyncOperation` leads to. */
export function status(call: Call): Answer {
  const operation = find(call, 'compute');
  const state = operationState(operation, call.world.now);
  const ended = state !== 'InProgress';
  const error = operation.error === undefined ? undefined : { code: operation.error.code, message: operation.error.message, details: [] };
  return {
    status: 200,
    headers: ended ? {} : { 'Retry-After': String(RETRY_AFTER_S) },
    body: {
      id: `/subscriptions/${operation.subscriptionId}/providers/Microsoft.MachineLearningServices/locations/${operation.location}/computeOperationsStatus/${operation.id}`,
      name: operation.id,
      status: state,
      startTime: azureTime(operation.startedAt),
      ...(ended ? { endTime: azureTime(operation.endsAt) } : {}),
      ...(ended && error !== undefined ? { error: call.apiVersion < FLAT_ERRORS_SINCE ? { error } : error } : {}),
    },
  };
}

/** What `Location` leads to: 202 while it runs. */
export function result(call: Call): Answer {
  const operation = find(call, 'compute');
  const state = operationState(operation, call.world.now);
  if (state === 'Failed' && operation.error !== undefined) throw new AzureError(400, operation.error.code, operation.error.message);
  if (state === 'Succeeded') return { status: 200 };
  const location = asyncHeaders(call, operation)['Azure-AsyncOperation'].replace('computeOperationsStatus', 'computeOperationsResults');
  return { status: 202, headers: { Location: location, 'Retry-After': String(RETRY_AFTER_S) } };
}

const DATA_STATES = { InProgress: 'Running', Succeeded: 'Succeeded', Failed: 'Failed' } as const;

/** `GET /operations/{id}` of the data plane (facts.md 3.2). */
export function dataStatus(call: Call): Answer {
  scopeOf(call);
  const operation = find(call, 'service');
  const state = operationState(operation, call.world.now);
  const ended = state !== 'InProgress';
  return ok({
    id: operation.id,
    operationType: 'Service',
    state: DATA_STATES[state],
    createdTime: azureTime(operation.startedAt),
    ...(ended ? { endTime: azureTime(operation.endsAt) } : {}),
    ...(ended && operation.error !== undefined ? { error: { ...operation.error, statusCode: 400, details: [] } } : {}),
    resourceLocation: operation.resourceId,
    operationDetails: { subOperationType: 'DeployService' },
  });
}

function find(call: Call, plane: Operation['plane']): Operation {
  const subscriptionId = subscriptionOf(call);
  const id = param(call, 'operation');
  const found = call.world.state.operations.find((item) => item.plane === plane && item.subscriptionId === subscriptionId && sameName(item.id, id));
  if (found === undefined) throw new AzureError(404, 'OperationNotFound', `The operation ${id} could not be found.`);
  return found;
}
