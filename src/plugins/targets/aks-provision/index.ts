import { definePlugin } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { say, value } from '../../../core/text/say.ts';
import { planSwitchOff } from '../../shared/aks/disable.ts';
import { endpointsOf } from '../../shared/aks/endpoints.ts';
import type { AksKind } from '../../shared/aks/kind.ts';
import { wantedLoadBalancer } from '../../shared/aks/load-balancer.ts';
import { planCompute } from '../../shared/aks/plan.ts';
import { planRenewal } from '../../shared/aks/renew.ts';
import { workspaceLocation } from '../../shared/aks/workspace.ts';
import { numberAnswer, textAnswer } from '../../shared/web-service/fields.ts';
import { createBody } from './create-body.ts';
import { equivalents } from './equivalents.ts';
import { questions } from './questions.ts';
import { DEFAULT_AGENT_COUNT, DEFAULT_VM_SIZE, networkingOf, provisionProblem } from './rules.ts';

const kind: AksKind = {
  title: (name) => say('Create the AKS cluster {name} for web services', 'Web サービス用の AKS クラスター {name} を作成', { name: value(name) }),
  expectedMs: 10 * 60_000,
  refuse({ answers }) {
    const problem = provisionProblem(answers);
    if (problem !== undefined) throw new ProblemError(problem);
  },
  async prepare(context) {
    const { answers } = context;
    const location = await workspaceLocation(context);
    return (sslConfiguration) =>
      createBody({
        location,
        computeLocation: textAnswer(answers, 'target.location'),
        agentCount: numberAnswer(answers, 'target.agentCount') ?? DEFAULT_AGENT_COUNT,
        agentVmSize: textAnswer(answers, 'target.vmSize') ?? DEFAULT_VM_SIZE,
        clusterPurpose: textAnswer(answers, 'target.clusterPurpose') ?? 'FastProd',
        networking: networkingOf(answers),
        sslConfiguration,
        ...wantedLoadBalancer(answers),
      });
  },
  unlike: () => undefined,
};

export default definePlugin({
  api: 1,
  kind: 'target',
  id: 'aks-provision',
  title: say('A new AKS cluster', '新しい AKS クラスター'),
  summary: say('Azure ML makes the cluster and its compute; about 10 minutes', 'Azure ML がクラスターとコンピューティングを作成します (約 10 分)'),
  questions,
  domains: ['custom', 'microsoft', 'none'],
  plan: (input, context) => planCompute(kind, input, context),
  endpoints: endpointsOf,
  renew: (domain, context) => planRenewal(kind, domain, context),
  disable: (context) => planSwitchOff(kind, context),
  equivalents,
});
