import { AzureError, notFound } from '../../world/azure-error.ts';
import { randomKey } from '../../world/chance.ts';
import { deleteCompute } from '../../world/delete-compute.ts';
import { findCompute } from '../../world/lookup.ts';
import { putCompute } from '../../world/put-compute.ts';
import { inScope, workspaceId } from '../../world/resource-ids.ts';
import { type Answer, type Call, ok, param, scopeOf } from '../call.ts';
import { page } from '../paging.ts';
import { computeView } from './compute-view.ts';
import { asyncHeaders } from './operations.ts';

export function list(call: Call): Answer {
  const scope = scopeOf(call);
  const computes = call.world.state.computes.filter((compute) => inScope(compute, scope)).map((compute) => computeView(call.world.state, compute));
  return ok(page(call, `${workspaceId(scope)}/computes`, computes, '$skip'));
}

export const get = (call: Call): Answer => ok(computeView(call.world.state, computeOf(call)));

export async function put(call: Call): Promise<Answer> {
  const { compute, operation } = await putCompute(call.world, {
    scope: scopeOf(call),
    name: param(call, 'compute'),
    body: call.body,
    provisioningErrors: call.provisioningErrors,
  });
  const headers = asyncHeaders(call, operation);
  return { status: 201, headers, body: computeView(call.world.state, compute) };
}

export function remove(call: Call): Answer {
  const operation = deleteCompute(call.world, {
    scope: scopeOf(call),
    name: param(call, 'compute'),
    underlyingResourceAction: [...call.query].find(([name]) => name.toLowerCase() === 'underlyingresourceaction')?.[1],
    provisioningErrors: call.provisioningErrors,
  });
  const headers = asyncHeaders(call, operation);
  return { status: 202, headers: { ...headers, Location: headers['Azure-AsyncOperation'].replace('computeOperationsStatus', 'computeOperationsResults') } };
}

/** The practice cluster has no Kubernetes: configurations that lead nowhere. */
export function listKeys(call: Call): Answer {
  const compute = computeOf(call);
  if (!compute.ready) throw new AzureError(400, 'BadRequest', `The compute ${compute.name} is not ready.`);
  const config = `apiVersion: v1\nkind: Config\n# practice ${compute.name} ${randomKey()}\n`;
  return ok({ computeType: 'AKS', userKubeConfig: config, adminKubeConfig: config, imagePullSecretName: `${compute.workspace}-pull` });
}

function computeOf(call: Call) {
  const scope = scopeOf(call);
  const name = param(call, 'compute');
  const compute = findCompute(call.world.state, scope, name);
  if (compute === undefined) throw notFound(`Microsoft.MachineLearningServices/workspaces/${scope.workspace}/computes/${name}`, scope.resourceGroup);
  return compute;
}
