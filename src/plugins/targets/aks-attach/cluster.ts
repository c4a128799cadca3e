import type { Context, Json, Text } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { computeRequest } from '../../shared/aks/resource.ts';
import { purposeProblem } from '../../shared/aks/rules.ts';
import { API } from '../../shared/arm/paths.ts';
import { computesPath, getResource, listAll } from '../../shared/arm/resources.ts';
import { listOf, objectOf, textAnswer, textOf } from '../../shared/web-service/fields.ts';
import { type ClusterId, sameId } from './cluster-id.ts';

/**
 * What only the cluster itself can tell, asked before anything is sent: it exists, is large enough, and is attached nowhere else.
 * A cluster that may not be read is left to the service to judge.
 * @throws ProblemError `aks-attach-no-cluster`, `aks-too-few-nodes`, `aks-attach-attached-elsewhere`
 */
export async function examineCluster(cluster: ClusterId, context: Context): Promise<void> {
  const nodes = await nodesOf(cluster, context);
  const small = purposeProblem(textAnswer(context.answers, 'target.clusterPurpose'), nodes);
  if (small !== undefined) throw new ProblemError(small);
  const other = await otherAttachment(cluster, context);
  if (other !== undefined) throw attachedElsewhere(cluster.name, other);
}

async function nodesOf(cluster: ClusterId, { env, signal }: Context): Promise<number | undefined> {
  const what: Text = say('Reading the AKS cluster {name}', 'AKS クラスター {name} の読み取り', { name: value(cluster.name) });
  try {
    const found = await getResource(env.arm, { path: cluster.id, apiVersion: API.managedClusters, what }, signal);
    if (found === undefined) throw noCluster(cluster);
    return nodesIn(found);
  } catch (thrown) {
    if (thrown instanceof ProblemError && thrown.problem.code === 'permission-denied') return undefined;
    throw thrown;
  }
}

function nodesIn(cluster: Json): number | undefined {
  const pools = listOf(objectOf(objectOf(cluster)['properties'])['agentPoolProfiles']).map((pool) => objectOf(pool)['count']);
  const counts = pools.filter((count) => typeof count === 'number');
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0);
}

async function otherAttachment(cluster: ClusterId, { env, answers, signal }: Context): Promise<string | undefined> {
  const { name, apiVersion } = computeRequest(answers);
  const computes = await listAll(env.arm, { path: computesPath(answers), apiVersion }, signal);
  const names = computes.flatMap((compute) => {
    const id = textOf(objectOf(compute['properties'])['resourceId']);
    return id !== undefined && sameId(id, cluster.id) ? (textOf(compute['name']) ?? []) : [];
  });
  return names.find((each) => each.toLowerCase() !== name.toLowerCase());
}

function noCluster({ name, resourceGroup }: ClusterId): ProblemError {
  return new ProblemError({
    code: 'aks-attach-no-cluster',
    owner: 'you',
    message: say('There is no AKS cluster {name} in the resource group {group}.', 'リソース グループ {group} に AKS クラスター {name} はありません。', {
      name: value(name),
      group: value(resourceGroup),
    }),
    next: [
      say('Look at the list of {command} and correct the profile.', '{command} の一覧を確認し、プロファイルを修正してください。', {
        command: code('az aks list'),
      }),
    ],
  });
}

function attachedElsewhere(cluster: string, compute: string): ProblemError {
  return new ProblemError({
    code: 'aks-attach-attached-elsewhere',
    owner: 'you',
    message: say(
      'The cluster {cluster} is attached already, as {compute}; a second attachment breaks the first.',
      'クラスター {cluster} は既に {compute} としてアタッチされています。2 回目のアタッチは最初のアタッチを壊します。',
      { cluster: value(cluster), compute: value(compute) },
    ),
    next: [
      say('Set TLS on that one: {flag}.', 'そのコンピューティングに TLS を設定してください: {flag}', { flag: code(`--set target.computeName=${compute}`) }),
      say('Or detach it first.', 'または、先にデタッチしてください。'),
    ],
  });
}
