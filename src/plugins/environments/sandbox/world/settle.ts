import type { Compute, ComputeSettings } from '../state/compute.ts';
import type { Extension } from '../state/extension.ts';
import type { Service } from '../state/service.ts';
import type { WorldState } from '../state/world-state.ts';
import { endExtensionChange } from './extension.ts';
import { clusterOf, findCompute, servicesOn } from './lookup.ts';
import { aksScoringUri } from './scoring-uri.ts';

/**
 * Brings the state to `now` (practice ms): what was due has happened, in its order. The same state and time give the same
 * world, so that nothing is lost where a settled state was not saved. Every reader calls it first.
 */
export function settle(state: WorldState, now: number): void {
  for (let next = earliest(state); next !== undefined && next.at <= now; next = earliest(state)) next.happen();
}

interface Due {
  /** practice ms */
  readonly at: number;
  readonly happen: () => void;
}

// One at a time: what happens may bring the next about, such as a renewal that an update asked for.
function earliest(state: WorldState): Due | undefined {
  return [
    ...state.computes.flatMap((compute) => changeOf(compute, () => endComputeChange(state, compute))),
    ...state.computes.flatMap((compute) => renewalOf(compute.settings)),
    ...state.services.flatMap((service) => changeOf(service, () => endServiceChange(state, service))),
    ...state.extensions.flatMap((extension) => changeOf(extension, () => endExtensionChange({ state }, extension))),
  ].reduce<Due | undefined>((first, due) => (first === undefined || due.at < first.at ? due : first), undefined);
}

const changeOf = ({ change }: Compute | Service | Extension, happen: () => void): Due[] => (change === undefined ? [] : [{ at: change.endsAt, happen }]);

function renewalOf({ tls }: ComputeSettings): Due[] {
  if (tls.status !== 'Auto' || tls.renewal === undefined) return [];
  const { at, certificate } = tls.renewal;
  const happen = (): void => {
    tls.certificate = certificate;
    delete tls.renewal;
  };
  return [{ at, happen }];
}

function endComputeChange(state: WorldState, compute: Compute): void {
  const { change } = compute;
  if (change === undefined) return;
  delete compute.change;
  compute.errors = change.errors;
  if (change.errors.length > 0) {
    compute.state = 'Failed';
    if (!compute.ready && change.kind === 'create') removeCluster(state, compute.clusterId);
    return;
  }
  if (change.settings === undefined) {
    removeCompute(state, compute);
    if (change.kind === 'delete') removeCluster(state, compute.clusterId);
    return;
  }
  keepOldUris(state, compute);
  compute.settings = change.settings;
  compute.state = 'Succeeded';
  compute.ready = true;
  const cluster = clusterOf(state, compute.clusterId);
  if (cluster?.ownedByCompute) cluster.nodeCount = change.settings.agentCount;
}

/** The quirk of facts.md 7 #15. */
function keepOldUris(state: WorldState, compute: Compute): void {
  if (!clusterOf(state, compute.clusterId)?.quirks.keepsScoringUri) return;
  for (const service of servicesOn(state, compute)) service.staleScoringUri = aksScoringUri(service, compute);
}

function removeCompute(state: WorldState, compute: Compute): void {
  for (const service of servicesOn(state, compute)) {
    service.state = 'Failed';
    service.error = { code: 'ComputeNotFound', message: `The compute ${compute.name} that this service ran on is gone.` };
  }
  state.computes.splice(state.computes.indexOf(compute), 1);
}

function removeCluster(state: WorldState, id: string): void {
  const cluster = clusterOf(state, id);
  if (cluster !== undefined) state.managedClusters.splice(state.managedClusters.indexOf(cluster), 1);
}

function endServiceChange(state: WorldState, service: Service): void {
  const { change } = service;
  if (change === undefined) return;
  delete service.change;
  if (change.errors[0] !== undefined) {
    service.state = 'Failed';
    service.error = change.errors[0];
    return;
  }
  if (service.kind === 'AKS') delete service.staleScoringUri;
  if (service.kind === 'AKS' && findCompute(state, service, service.computeName) === undefined) return;
  service.settings = change.settings;
  service.state = 'Healthy';
  service.ready = true;
  delete service.error;
}
