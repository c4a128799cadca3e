import { definePlugin } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import type { AksCompute } from '../../shared/aks/compute.ts';
import { planSwitchOff } from '../../shared/aks/disable.ts';
import { endpointsOf } from '../../shared/aks/endpoints.ts';
import type { AksKind } from '../../shared/aks/kind.ts';
import { wantedLoadBalancer } from '../../shared/aks/load-balancer.ts';
import { planCompute } from '../../shared/aks/plan.ts';
import { planRenewal } from '../../shared/aks/renew.ts';
import { rule } from '../../shared/aks/rules.ts';
import { workspaceLocation } from '../../shared/aks/workspace.ts';
import { textAnswer } from '../../shared/web-service/fields.ts';
import { attachBody } from './attach-body.ts';
import { examineCluster } from './cluster.ts';
import { type ClusterId, clusterOf, sameId } from './cluster-id.ts';
import { equivalents } from './equivalents.ts';
import { questions } from './questions.ts';

const kind: AksKind = {
  title: (name) => say('Attach the AKS cluster as {name}', 'AKS クラスターを {name} としてアタッチ', { name: value(name) }),
  expectedMs: 5 * 60_000,
  refuse({ answers }) {
    const cluster = clusterOf(answers);
    if ('code' in cluster) throw new ProblemError(cluster);
  },
  async prepare(context) {
    const { answers } = context;
    const cluster = named(context.answers);
    await examineCluster(cluster, context);
    const location = await workspaceLocation(context);
    return (sslConfiguration) =>
      attachBody({
        location,
        resourceId: cluster.id,
        clusterPurpose: textAnswer(answers, 'target.clusterPurpose'),
        sslConfiguration,
        ...wantedLoadBalancer(answers),
      });
  },
  unlike(compute, { answers }) {
    const cluster = named(answers);
    if (compute.resourceId === undefined || sameId(compute.resourceId, cluster.id)) return undefined;
    return otherCluster(compute, compute.resourceId);
  },
};

function named(answers: Parameters<typeof clusterOf>[0]): ClusterId {
  const cluster = clusterOf(answers);
  if ('code' in cluster) throw new ProblemError(cluster);
  return cluster;
}

function otherCluster({ name }: AksCompute, resourceId: string) {
  return {
    ...rule(
      'aks-attach-other-cluster',
      say('{name} exists already and is attached to another cluster: {id}', '{name} は既に存在し、別のクラスターにアタッチされています: {id}', {
        name: value(name),
        id: value(resourceId),
      }),
      say('Choose another name with {flag}.', '{flag} で別の名前を指定してください。', { flag: code('--set target.computeName=…') }),
    ),
  };
}

export default definePlugin({
  api: 1,
  kind: 'target',
  id: 'aks-attach',
  title: say('An AKS cluster that exists', '既存の AKS クラスター'),
  summary: say(
    'Attaches it to the workspace, or sets TLS where it is attached; about 5 minutes',
    'ワークスペースにアタッチします。アタッチ済みの場合は TLS を設定します (約 5 分)',
  ),
  questions,
  domains: ['custom', 'microsoft', 'none'],
  plan: (input, context) => planCompute(kind, input, context),
  endpoints: endpointsOf,
  renew: (domain, context) => planRenewal(kind, domain, context),
  disable: (context) => planSwitchOff(kind, context),
  equivalents,
});
