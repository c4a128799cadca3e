import type { Answers, Problem } from '../../../core/contracts/index.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { rule, setIt } from '../../shared/aks/rules.ts';
import { textAnswer } from '../../shared/web-service/fields.ts';

/** An AKS cluster by its resource id, and the parts of it. */
export interface ClusterId {
  readonly id: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
}

/** The parts of a managed cluster's resource id; undefined for any other text. SDK v1's rule: nine parts, the seventh `Microsoft.ContainerService`. */
export function parseClusterId(text: string): ClusterId | undefined {
  const parts = text.trim().split('/');
  const [root, subscriptions, subscriptionId = '', groups, resourceGroup = '', providers, namespace, type, name = ''] = parts;
  const shape = [root, subscriptions, groups, providers, namespace, type].join('/').toLowerCase();
  const whole = parts.length === 9 && subscriptionId !== '' && resourceGroup !== '' && name !== '';
  if (!whole || shape !== '/subscriptions/resourcegroups/providers/microsoft.containerservice/managedclusters') return undefined;
  return { id: parts.join('/'), subscriptionId, resourceGroup, name };
}

export function clusterIdProblem(text: string): Problem | undefined {
  if (parseClusterId(text) !== undefined) return undefined;
  return rule(
    'aks-attach-cluster-id',
    say('{text} is no resource id of an AKS cluster.', '{text} は AKS クラスターのリソース ID ではありません。', { text: value(text) }),
    say('It reads {example}.', '{example} の形式で指定します。', {
      example: code('/subscriptions/…/resourceGroups/…/providers/Microsoft.ContainerService/managedClusters/…'),
    }),
  );
}

/** The cluster that the answers name, by id or by resource group and name; the id as SDK v1 builds it (facts.md 1.5). */
export function clusterOf(answers: Answers): ClusterId | Problem {
  const given = textAnswer(answers, 'target.clusterId');
  if (given !== undefined) {
    const cluster = parseClusterId(given);
    return cluster ?? clusterIdProblem(given) ?? notNamed();
  }
  const subscriptionId = textAnswer(answers, 'azure.subscriptionId') ?? '';
  const resourceGroup = textAnswer(answers, 'target.clusterResourceGroup');
  const name = textAnswer(answers, 'target.clusterName');
  if (resourceGroup === undefined || name === undefined) return notNamed();
  const id = `/subscriptions/${subscriptionId}/resourcegroups/${resourceGroup}/providers/Microsoft.ContainerService/managedClusters/${name}`;
  return { id, subscriptionId, resourceGroup, name };
}

/** Ids of resources are compared without regard to case. */
export function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function notNamed(): Problem {
  return {
    ...rule(
      'aks-attach-cluster-missing',
      say('It is not said which cluster is to be attached.', 'アタッチするクラスターが指定されていません。'),
      setIt('target.clusterId'),
    ),
    next: [
      setIt('target.clusterId'),
      say('Or give {group} and {name}.', 'または {group} と {name} を指定してください。', {
        group: code('target.clusterResourceGroup'),
        name: code('target.clusterName'),
      }),
    ],
  };
}
