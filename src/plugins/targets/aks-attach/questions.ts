import type { Answers, Context, Listed, Question } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say } from '../../../core/text/say.ts';
import { clusterPurpose, computeName, loadBalancerSubnet, loadBalancerType } from '../../shared/aks/questions.ts';
import { getCompute } from '../../shared/aks/resource.ts';
import { textAnswer } from '../../shared/web-service/fields.ts';
import { suggestFrom } from '../../shared/web-service/suggest.ts';
import { clusterIdProblem, parseClusterId } from './cluster-id.ts';

const withoutId = (answers: Answers) => textAnswer(answers, 'target.clusterId') === undefined;
const subscriptionOf = (answers: Answers) => textAnswer(answers, 'azure.subscriptionId') ?? '';
const groupOf = (answers: Answers) => textAnswer(answers, 'target.clusterResourceGroup') ?? '';

export const questions: readonly Question[] = [
  computeName,
  {
    kind: 'text',
    key: 'target.clusterId',
    label: say('Which AKS cluster?', 'どの AKS クラスターですか?'),
    help: say(
      'Choose one or give its resource id; leave empty to give resource group and name.',
      '選択するか、リソース ID を入力します。空欄の場合はリソース グループと名前を入力します。',
    ),
    learn: say(
      'A cluster takes one attachment only; attaching it a second time breaks the first. You need the Contributor role on its resource group and Azure Kubernetes Service Cluster Admin on the cluster.',
      'クラスターは 1 回だけアタッチできます。2 回目のアタッチは最初のアタッチを壊します。リソース グループの共同作成者ロールと、クラスターの Azure Kubernetes Service クラスター管理者ロールが必要です。',
    ),
    optional: true,
    defaulted: true,
    dependsOn: ['azure.subscriptionId', 'target.computeName'],
    initial: attachedCluster,
    suggest: (context) =>
      suggestFrom(context, async (inventory) => (await inventory.clusters({ subscriptionId: subscriptionOf(context.answers) }, context.signal)).map(withGroup)),
    check: async (text) => clusterIdProblem(text),
  },
  {
    kind: 'text',
    key: 'target.clusterResourceGroup',
    label: say('Which resource group is the cluster in?', 'クラスターはどのリソース グループにありますか?'),
    help: say('It may differ from that of the workspace.', 'ワークスペースのリソース グループと異なっていてもかまいません。'),
    dependsOn: ['azure.subscriptionId'],
    when: withoutId,
    initial: async ({ answers }) => textAnswer(answers, 'azure.resourceGroup'),
    suggest: (context) => suggestFrom(context, (inventory) => inventory.resourceGroups(subscriptionOf(context.answers), context.signal)),
  },
  {
    kind: 'text',
    key: 'target.clusterName',
    label: say('What is the cluster called?', 'クラスターの名前は何ですか?'),
    help: say('As {command} lists it.', '{command} で表示される名前です。', { command: code('az aks list') }),
    dependsOn: ['azure.subscriptionId', 'target.clusterResourceGroup'],
    when: withoutId,
    suggest: (context) =>
      suggestFrom(context, (inventory) =>
        inventory.clusters({ subscriptionId: subscriptionOf(context.answers), resourceGroup: groupOf(context.answers) }, context.signal),
      ),
  },
  clusterPurpose(false),
  loadBalancerType,
  loadBalancerSubnet,
];

/** A compute that exists tells its cluster itself. What cannot be read is asked for. */
async function attachedCluster(context: Context): Promise<string | undefined> {
  const { answers } = context;
  const named = textAnswer(answers, 'target.clusterName') ?? textAnswer(answers, 'target.clusterResourceGroup');
  if (named !== undefined || textAnswer(answers, 'target.computeName') === undefined) return undefined;
  try {
    return (await getCompute(context))?.resourceId;
  } catch (thrown) {
    if (thrown instanceof ProblemError) return undefined;
    throw thrown;
  }
}

// Two clusters of one name in two groups have to be told apart.
function withGroup(item: Listed): Listed {
  const group = parseClusterId(item.value)?.resourceGroup;
  return group === undefined ? item : { ...item, detail: group };
}
