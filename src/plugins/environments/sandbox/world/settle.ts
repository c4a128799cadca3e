import type { Compute, ComputeSettings } from '../state/compute.ts';
import type { Service } from '../state/service.ts';
import type { WorldState } from '../state/world-state.ts';
import { clusterOf, findCompute, servicesOn } from './lookup.ts';
import { aksScoringUri } from './scoring-uri.ts';

/**
 * Brings the state to `now` (practice ms): what was due has happened. The same state and time give the same world, so
 * that nothing is lost where a settled state was not saved. Every reader calls it first.
 */
export function settle(state: WorldState, now: number): void {
  for (const compute of [...state.computes]) {
    if (compute.change !== undefined && compute.change.endsAt <= now) endComputeChange(state, compute);
    serveRenewal(compute.settings, now);
  }
  for (const service of [...state.services]) {
    if (service.change !== undefined && service.change.endsAt <= now) endServiceChange(state, service);
  }
}

function serveRenewal(settings: ComputeSettings, now: number): void {
  const { tls } = settings;
  if (tls.status !== 'Auto' || tls.renewal === undefined || tls.renewal.at > now) return;
  tls.certificate = tls.renewal.certificate;
  delete tls.renewal;
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
