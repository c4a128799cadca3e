import type { Compute, ComputeChange, ComputeSettings } from '../state/compute.ts';
import type { Operation } from '../state/operation.ts';
import type { Scope, ServiceError } from '../state/values.ts';
import { AzureError, badRequest, busy } from './azure-error.ts';
import { type ComputeRequest, readComputeRequest } from './compute-request.ts';
import { checkComputeName, checkSettings, newSettings, withRequest } from './compute-rules.ts';
import { changeTls } from './compute-tls.ts';
import { clusterOf, findCompute } from './lookup.ts';
import { newCompute, ownCluster } from './new-compute.ts';
import { beginOperation } from './operations.ts';
import { computeId, sameName } from './resource-ids.ts';
import { TAKES } from './timings.ts';
import type { World } from './world.ts';

export interface PutComputeInput {
  readonly scope: Scope;
  readonly name: string;
  readonly body: unknown;
  /** A fault: the request is taken and then fails. */
  readonly provisioningErrors?: readonly ServiceError[] | undefined;
}

/**
 * `PUT /computes/{name}`: create, attach or update, told apart as facts.md 1.8 has it.
 * @throws AzureError
 */
export async function putCompute(world: World, input: PutComputeInput): Promise<{ readonly compute: Compute; readonly operation: Operation }> {
  const request = readComputeRequest(input.body);
  const existing = findCompute(world.state, input.scope, input.name);
  if (existing?.change !== undefined) throw busy(`the compute ${existing.name}`);
  if (existing?.ready) return update(world, input, request, existing);
  checkComputeName(input.name);
  const compute = request.properties.resourceId ? await attach(world, input, request, existing) : await create(world, input, request);
  if (existing !== undefined) world.state.computes.splice(world.state.computes.indexOf(existing), 1);
  world.state.computes.push(compute.compute);
  return compute;
}

type Begun = { readonly compute: Compute; readonly operation: Operation };

async function update(world: World, input: PutComputeInput, request: ComputeRequest, compute: Compute): Promise<Begun> {
  const named = request.properties.resourceId;
  if (!named || !sameName(named, compute.clusterId))
    throw new AzureError(409, 'Conflict', `A compute with the same name ${compute.name} already exists in this workspace.`);
  const settings = withRequest(compute.settings, request);
  if (settings.clusterPurpose !== compute.settings.clusterPurpose) throw badRequest('clusterPurpose cannot be changed after creation.'); // guess: SDK v1 offers no way
  const nodes = compute.attached ? (clusterOf(world.state, compute.clusterId)?.nodeCount ?? 0) : settings.agentCount;
  checkSettings(settings, request, nodes);
  const begun = await begin(world, input, request, compute, settings, 'update');
  if (request.tags) compute.tags = request.tags;
  return begun;
}

async function attach(world: World, input: PutComputeInput, request: ComputeRequest, failed: Compute | undefined): Promise<Begun> {
  const id = request.properties.resourceId ?? '';
  const cluster = clusterOf(world.state, id);
  if (cluster === undefined) throw new AzureError(404, 'ResourceNotFound', `The Resource '${id}' was not found.`);
  const holder = world.state.computes.find((compute) => compute !== failed && sameName(compute.clusterId, id));
  if (holder !== undefined)
    throw badRequest(`The cluster ${cluster.name} is already attached as the compute ${holder.name} in the workspace ${holder.workspace}. Detach it first.`);
  const settings = newSettings(cluster.nodeCount, cluster.vmSize, request);
  checkSettings(settings, request, cluster.nodeCount);
  const compute = newCompute(world, input, request, cluster, true);
  return begin(world, input, request, compute, settings, 'attach');
}

async function create(world: World, input: PutComputeInput, request: ComputeRequest): Promise<Begun> {
  const settings = newSettings(3, 'Standard_D3_v2', request);
  checkSettings(settings, request, settings.agentCount);
  const cluster = ownCluster(input, request, settings);
  const begun = await begin(world, input, request, newCompute(world, input, request, cluster, false), settings, 'create');
  world.state.managedClusters.push(cluster);
  return begun;
}

const TIMES = { create: TAKES.createCompute, attach: TAKES.attachCompute, update: TAKES.updateCompute } as const;

/** Everything that can refuse has had its say before the state is touched. */
async function begin(
  world: World,
  input: PutComputeInput,
  request: ComputeRequest,
  compute: Compute,
  settings: ComputeSettings,
  kind: keyof typeof TIMES,
): Promise<Begun> {
  const endsAt = world.now + TIMES[kind];
  const { tls, error } = await changeTls(world, {
    current: settings.tls,
    ssl: request.properties.properties?.sslConfiguration,
    region: compute.computeLocation,
    internal: settings.loadBalancerType === 'InternalLoadBalancer',
    from: endsAt,
  });
  const errors = [...(input.provisioningErrors ?? []), ...(error === undefined ? [] : [error])];
  const operation = beginOperation(world.state, {
    subscriptionId: compute.subscriptionId,
    location: compute.location,
    plane: 'compute',
    kind,
    resourceId: computeId(compute),
    startedAt: world.now,
    endsAt,
    ...(errors[0] === undefined ? {} : { error: errors[0] }),
  });
  const change: ComputeChange = { operationId: operation.id, kind, startedAt: world.now, endsAt, settings: { ...settings, tls }, errors };
  if (!compute.ready) compute.settings = { ...settings, tls: { status: 'Disabled' } };
  compute.change = change;
  compute.state = kind === 'update' ? 'Updating' : 'Creating';
  compute.errors = [];
  compute.modifiedAt = world.now;
  return { compute, operation };
}
