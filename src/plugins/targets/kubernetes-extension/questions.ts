import { type Answers, code, type Question, say, suggestFrom, textAnswer } from 'amltls/plugin';
import { clusterIdProblem } from './cluster.ts';
import { suggestClusters } from './suggest-clusters.ts';

const withoutId = (answers: Answers) => textAnswer(answers, 'target.clusterId') === undefined;
const subscriptionOf = (answers: Answers) => textAnswer(answers, 'azure.subscriptionId') ?? '';
const balanced = (answers: Answers) => (textAnswer(answers, 'target.routerType') ?? 'LoadBalancer') === 'LoadBalancer';

export const questions: readonly Question[] = [
  {
    kind: 'text',
    key: 'target.clusterId',
    label: say('Which cluster is it?', 'どのクラスターですか?'),
    help: say(
      'Choose one or give its resource id, also of an Arc-enabled cluster; leave empty to give resource group and name.',
      '選択するか、リソース ID を入力します (Arc 対応クラスターも可)。空欄の場合はリソース グループと名前を入力します。',
    ),
    optional: true,
    dependsOn: ['azure.subscriptionId'],
    suggest: suggestClusters,
    check: async (text) => clusterIdProblem(text),
  },
  {
    kind: 'text',
    key: 'target.clusterResourceGroup',
    label: say('Which resource group is the cluster in?', 'クラスターはどのリソース グループにありますか?'),
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
  },
  {
    kind: 'text',
    key: 'target.extensionName',
    label: say('What is the extension called?', '拡張機能の名前は何ですか?'),
    help: say('A cluster has one of this type; an existing one is updated in place.', 'この種類の拡張機能はクラスターに 1 つです。既存のものは更新します。'),
    advanced: true,
    defaulted: true,
    initial: async () => 'azureml',
  },
  {
    kind: 'text',
    key: 'target.sslSecret',
    label: say('Which Kubernetes secret holds certificate and key?', '証明書と鍵を保持する Kubernetes シークレットは何ですか?'),
    help: say('Leave empty to send them from this computer.', '空欄の場合は、このコンピューターから送信します。'),
    learn: say(
      'With a secret in the namespace azureml (keys cert.pem and key.pem) the key never passes through Azure Resource Manager. After you changed the secret, this sends the update that makes the front end read it again.',
      '名前空間 azureml のシークレット (キー cert.pem と key.pem) を使用すると、秘密鍵は Azure Resource Manager を経由しません。シークレットの変更後に、フロント エンドに再読み込みさせる更新を送信します。',
    ),
    advanced: true,
    optional: true,
    when: (answers) => answers['domain.kind'] === 'custom',
  },
  {
    kind: 'choice',
    key: 'target.routerType',
    label: say('How is the front end reached?', 'フロント エンドへの接続方法は何ですか?'),
    help: say(
      'Leave empty to keep what is there; a new one gets a load balancer.',
      '空欄の場合は現在の設定を維持します。新規の場合はロード バランサーになります。',
    ),
    learn: say(
      'Behind NodePort or ClusterIP you bring your own way in, and name its address.',
      'NodePort または ClusterIP の場合は、自分で接続経路を用意し、そのアドレスを指定します。',
    ),
    advanced: true,
    optional: true,
    options: async () => ['LoadBalancer', 'NodePort', 'ClusterIP'].map((each) => ({ value: each, label: each })),
  },
  {
    kind: 'confirm',
    key: 'target.internalLoadBalancer',
    label: say('Only inside the virtual network?', '仮想ネットワーク内のみに公開しますか?'),
    advanced: true,
    optional: true,
    when: balanced,
  },
  {
    kind: 'text',
    key: 'target.address',
    label: say('Which address does the front end have?', 'フロント エンドのアドレスは何ですか?'),
    help: say('Only where Azure does not tell it: {command}.', '自動的に取得できない場合のみ指定します: {command}', {
      command: code('kubectl get svc azureml-fe -n azureml'),
    }),
    advanced: true,
    optional: true,
  },
  {
    kind: 'choice',
    key: 'target.clusterPurpose',
    label: say('What is the cluster for?', 'クラスターの用途は何ですか?'),
    help: say('Below 3 nodes the front end is set up for tests.', '3 ノード未満の場合、フロント エンドはテスト用に構成します。'),
    advanced: true,
    optional: true,
    options: async () => [
      { value: 'FastProd', label: say('Production: 3 nodes or more', '運用環境: 3 ノード以上') },
      { value: 'DevTest', label: say('Development and tests: small clusters too', '開発とテスト: 小さいクラスターも可') },
    ],
  },
  {
    kind: 'confirm',
    key: 'target.routerHa',
    label: say('Three copies of the front end on three nodes?', 'フロント エンドを 3 つのノードに 3 つ配置しますか?'),
    advanced: true,
    optional: true,
  },
  {
    kind: 'confirm',
    key: 'target.enableTraining',
    label: say('Training on this cluster too?', 'このクラスターをトレーニングにも使用しますか?'),
    help: say('Counts only when the extension is installed.', '拡張機能のインストール時にのみ反映されます。'),
    advanced: true,
    optional: true,
  },
  {
    kind: 'confirm',
    key: 'target.moveFrontEnd',
    label: say('Take over the front end of Azure ML v1 on this cluster?', 'このクラスターの Azure ML v1 のフロント エンドを引き継ぎますか?'),
    help: say('Prepare it first: {page}.', '先に準備が必要です: {page}', { page: code('docs/migrating-to-v2.md') }),
    advanced: true,
    optional: true,
  },
];
