import {
  type Answers,
  type Context,
  code,
  fail,
  getResource,
  type JsonObject,
  listOf,
  objectOf,
  type Problem,
  say,
  textAnswer,
  textOf,
  value,
} from 'amltls/plugin';

export const AKS = 'Microsoft.ContainerService/managedClusters';
export const ARC = 'Microsoft.Kubernetes/connectedClusters';
export const API = { [AKS]: '2024-05-01', [ARC]: '2024-01-01' } as const;

/** The cluster that the extension is on: AKS, or Arc-enabled. */
export interface ClusterRef {
  readonly id: string;
  readonly type: typeof AKS | typeof ARC;
  readonly name: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
}

export interface Cluster extends ClusterRef {
  readonly location: string;
  /** undefined where it cannot be told (Arc). */
  readonly nodes: number | undefined;
  /** Where AKS keeps addresses and load balancers. */
  readonly nodeResourceGroup: string | undefined;
}

const ID =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/(Microsoft\.ContainerService\/managedClusters|Microsoft\.Kubernetes\/connectedClusters)\/([^/]+)$/i;

export function parseClusterId(text: string): ClusterRef | undefined {
  const match = ID.exec(text.trim());
  if (match === null) return undefined;
  const [id, subscriptionId = '', resourceGroup = '', type = '', name = ''] = match;
  return { id, type: type.toLowerCase() === AKS.toLowerCase() ? AKS : ARC, name, subscriptionId, resourceGroup };
}

export function clusterIdProblem(text: string): Problem | undefined {
  if (parseClusterId(text) !== undefined) return undefined;
  return {
    code: 'kubernetes-extension-cluster-id',
    owner: 'you',
    message: say('{text} is no resource id of an AKS or Arc-enabled cluster.', '{text} は AKS または Arc 対応クラスターのリソース ID ではありません。', {
      text: value(text),
    }),
    next: [
      say('It reads {aks} or {arc}.', '{aks} または {arc} の形式で指定します。', {
        aks: code(`/subscriptions/…/resourceGroups/…/providers/${AKS}/…`),
        arc: code(`/subscriptions/…/resourceGroups/…/providers/${ARC}/…`),
      }),
    ],
  };
}

/** The cluster that the answers name. @throws ProblemError `kubernetes-extension-cluster-missing`, `kubernetes-extension-cluster-id` */
export function clusterRef(answers: Answers): ClusterRef {
  const given = textAnswer(answers, 'target.clusterId');
  if (given !== undefined) return parseClusterId(given) ?? fail(clusterIdProblem(given) ?? notNamed());
  const group = textAnswer(answers, 'target.clusterResourceGroup');
  const name = textAnswer(answers, 'target.clusterName');
  if (group === undefined || name === undefined) return fail(notNamed());
  const subscriptionId = textAnswer(answers, 'azure.subscriptionId') ?? '';
  return { id: `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/${AKS}/${name}`, type: AKS, name, subscriptionId, resourceGroup: group };
}

/** What the cluster itself tells. @throws ProblemError `kubernetes-extension-no-cluster` */
export async function readCluster({ env, answers, signal }: Context): Promise<Cluster> {
  const ref = clusterRef(answers);
  const found = await getResource(env.arm, { path: ref.id, apiVersion: API[ref.type] }, signal);
  if (found === undefined) return fail(noCluster(ref));
  const properties = objectOf(found['properties']);
  return {
    ...ref,
    location: textOf(found['location'])?.toLowerCase() ?? '',
    nodes: nodesIn(properties),
    nodeResourceGroup: textOf(properties['nodeResourceGroup']),
  };
}

function nodesIn(properties: JsonObject): number | undefined {
  const counts = listOf(properties['agentPoolProfiles'])
    .map((pool) => objectOf(pool)['count'])
    .filter((count) => typeof count === 'number');
  if (counts.length > 0) return counts.reduce((sum, count) => sum + count, 0);
  return typeof properties['totalNodeCount'] === 'number' ? properties['totalNodeCount'] : undefined;
}

function notNamed(): Problem {
  return {
    code: 'kubernetes-extension-cluster-missing',
    owner: 'you',
    message: say('It is not said which cluster the extension is on.', '拡張機能のクラスターが指定されていません。'),
    next: [
      say('Set {id}, or {group} and {name}.', '{id}、または {group} と {name} を指定してください。', {
        id: code('target.clusterId'),
        group: code('target.clusterResourceGroup'),
        name: code('target.clusterName'),
      }),
    ],
  };
}

function noCluster({ id, type }: ClusterRef): Problem {
  return {
    code: 'kubernetes-extension-no-cluster',
    owner: 'you',
    message: say('There is no cluster {id}.', 'クラスター {id} はありません。', { id: value(id) }),
    next: [
      say('Look at the list of {command} and correct the profile.', '{command} の一覧を確認し、プロファイルを修正してください。', {
        command: code(type === ARC ? 'az connectedk8s list' : 'az aks list'),
      }),
    ],
  };
}
