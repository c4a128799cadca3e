import type { Operation } from '../state/operation.ts';
import type { Scope, ServiceError } from '../state/values.ts';
import { badRequest, busy, notFound } from './azure-error.ts';
import { findCompute } from './lookup.ts';
import { beginOperation } from './operations.ts';
import { computeId } from './resource-ids.ts';
import { TAKES } from './timings.ts';
import type { World } from './world.ts';

export interface DeleteComputeInput {
  readonly scope: Scope;
  readonly name: string;
  /** The required query parameter, any case. */
  readonly underlyingResourceAction: string | undefined;
  readonly provisioningErrors?: readonly ServiceError[] | undefined;
}

/** Detach leaves the cluster, Delete removes it (facts.md 1.1). @throws AzureError */
export function deleteCompute(world: World, input: DeleteComputeInput): Operation {
  const action = input.underlyingResourceAction?.toLowerCase();
  if (action !== 'delete' && action !== 'detach') throw badRequest('The query parameter underlyingResourceAction is required: Delete or Detach.');
  const compute = findCompute(world.state, input.scope, input.name);
  if (compute === undefined)
    throw notFound(`Microsoft.MachineLearningServices/workspaces/${input.scope.workspace}/computes/${input.name}`, input.scope.resourceGroup);
  if (compute.change !== undefined) throw busy(`the compute ${compute.name}`);
  const errors = [...(input.provisioningErrors ?? [])];
  const span = { startedAt: world.now, endsAt: world.now + (action === 'detach' ? TAKES.detachCompute : TAKES.deleteCompute) };
  const operation = beginOperation(world.state, {
    subscriptionId: compute.subscriptionId,
    location: compute.location,
    plane: 'compute',
    kind: action,
    resourceId: computeId(compute),
    ...span,
    ...(errors[0] === undefined ? {} : { error: errors[0] }),
  });
  compute.change = { operationId: operation.id, kind: action, ...span, errors };
  compute.state = 'Deleting';
  compute.errors = [];
  compute.modifiedAt = world.now;
  return operation;
}
