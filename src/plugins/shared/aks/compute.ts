import type { Json, JsonObject } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { listOf, objectOf, present, textOf } from '../web-service/fields.ts';

/** An AKS compute as a GET shows it (facts.md 1.2, 1.3). */
export interface AksCompute {
  /** The whole answer: an update sends it back. */
  readonly body: JsonObject;
  readonly name: string;
  readonly resourceId: string | undefined;
  readonly provisioningState: string | undefined;
  readonly errors: readonly ServiceError[];
  /** ISO 8601 */
  readonly modifiedOn: string | undefined;
  readonly tls: ComputeTls;
  readonly agentCount: number | undefined;
  readonly agentVmSize: string | undefined;
  readonly clusterPurpose: string | undefined;
  readonly loadBalancerType: string | undefined;
  readonly loadBalancerSubnet: string | undefined;
  /** Of its front end; empty where Azure does not tell. */
  readonly addresses: readonly string[];
}

export interface ServiceError {
  readonly code: string | undefined;
  readonly message: string | undefined;
}

/** `Disabled` where the service shows none. A read never brings `cert`, `key` or the six random characters. */
export interface ComputeTls {
  readonly status: string;
  readonly cname: string | undefined;
  readonly leafDomainLabel: string | undefined;
}

/** @throws ProblemError `aks-other-compute` where the name belongs to another kind of compute */
export function readCompute(name: string, json: Json): AksCompute {
  const body = objectOf(json);
  const outer = objectOf(body['properties']);
  if (textOf(outer['computeType'])?.toUpperCase() !== 'AKS') throw otherCompute(name, textOf(outer['computeType']) ?? '?');
  const aks = objectOf(outer['properties']);
  const ssl = objectOf(aks['sslConfiguration']);
  return {
    body,
    name,
    resourceId: textOf(outer['resourceId']),
    provisioningState: textOf(outer['provisioningState']),
    errors: listOf(outer['provisioningErrors']).map(readError),
    modifiedOn: textOf(outer['modifiedOn']),
    tls: { status: textOf(ssl['status']) ?? 'Disabled', cname: textOf(ssl['cname']), leafDomainLabel: textOf(ssl['leafDomainLabel']) },
    agentCount: typeof aks['agentCount'] === 'number' ? aks['agentCount'] : undefined,
    agentVmSize: textOf(aks['agentVmSize']),
    clusterPurpose: textOf(aks['clusterPurpose']),
    loadBalancerType: textOf(aks['loadBalancerType']),
    loadBalancerSubnet: textOf(aks['loadBalancerSubnet']),
    addresses: listOf(aks['systemServices']).flatMap((service) => textOf(objectOf(service)['publicIpAddress']) ?? []),
  };
}

/** Something is still going on: any state that is not a final one, known or not (facts.md 1.2). */
export function inProgress(compute: AksCompute): boolean {
  return compute.provisioningState !== undefined && !['Succeeded', 'Failed', 'Canceled'].includes(compute.provisioningState);
}

/** What may be kept of it: chosen members only. */
export function receiptOf(compute: AksCompute): JsonObject {
  return present({
    id: textOf(compute.body['id']),
    name: compute.name,
    resourceId: compute.resourceId,
    provisioningState: compute.provisioningState,
    modifiedOn: compute.modifiedOn,
    sslConfiguration: tlsView(compute.tls),
    loadBalancerType: compute.loadBalancerType,
    loadBalancerSubnet: compute.loadBalancerSubnet,
  });
}

/** The part of `sslConfiguration` that can be read back and shown. */
export function tlsView(tls: ComputeTls): JsonObject {
  return present({ status: tls.status, cname: tls.cname, leafDomainLabel: tls.leafDomainLabel });
}

function readError(json: Json): ServiceError {
  const outer = objectOf(json);
  const error = outer['error'] === undefined ? outer : objectOf(outer['error']);
  return { code: textOf(error['code']), message: textOf(error['message']) };
}

function otherCompute(name: string, kind: string): ProblemError {
  return new ProblemError({
    code: 'aks-other-compute',
    owner: 'you',
    message: say(
      'The compute {name} exists already and is no AKS compute ({kind}).',
      'コンピューティング {name} は既に存在しますが、AKS ではありません ({kind})。',
      {
        name: value(name),
        kind: value(kind),
      },
    ),
    next: [say('Choose another name with {flag}.', '{flag} で別の名前を指定してください。', { flag: code('--set target.computeName=…') })],
  });
}
