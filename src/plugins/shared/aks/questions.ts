import type { ChoiceQuestion, Context, Option, TextQuestion } from '../../../core/contracts/index.ts';
import { checkComputeName } from '../../../core/domain/compute-name.ts';
import { code, say } from '../../../core/text/say.ts';
import { scopeOf } from '../web-service/scope.ts';
import { suggestFrom } from '../web-service/suggest.ts';
import { internalProblem } from './rules.ts';

export const computeName: TextQuestion = {
  kind: 'text',
  key: 'target.computeName',
  label: say('What is the compute called in the workspace?', 'ワークスペースでのコンピューティングの名前は何ですか?'),
  help: say(
    '3 to 24 letters, digits and dashes. Choose an existing one to set TLS on it.',
    '3 から 24 文字の英数字とハイフンです。既存の名前を選ぶと、そのコンピューティングに TLS を設定します。',
  ),
  learn: say(
    'TLS is a setting of the AKS compute: it covers every service on the cluster, those made in the designer too. What exists is updated in place, without attaching it again.',
    'TLS は AKS コンピューティングの設定で、デザイナーで作成したものを含め、クラスター上のすべてのサービスに適用されます。既存のものは再アタッチせずに更新します。',
  ),
  dependsOn: ['azure.subscriptionId', 'azure.resourceGroup', 'azure.workspace'],
  suggest: (context) => suggestFrom(context, (inventory) => inventory.computes(scopeOf(context.answers), context.signal)),
  check: async (name) => checkComputeName(name),
};

const PURPOSES: readonly Option[] = [
  { value: 'FastProd', label: say('Production: 3 nodes or more', '運用環境: 3 ノード以上') },
  { value: 'DevTest', label: say('Development and tests: small clusters too', '開発とテスト: 小さいクラスターも可') },
];

/** @param defaulted a new cluster names its purpose; an attached one may leave it to the service */
export function clusterPurpose(defaulted: boolean): ChoiceQuestion {
  return {
    kind: 'choice',
    key: 'target.clusterPurpose',
    label: say('What is the cluster for?', 'クラスターの用途は何ですか?'),
    help: say('Counts only when the compute is made.', 'コンピューティングの作成時にのみ反映されます。'),
    learn: say(
      'For production Azure ML spreads its front end over three nodes. With fewer nodes, or less than 12 vCPUs in all, it refuses that: take {devTest}.',
      '運用環境では、Azure ML はフロント エンドを 3 つのノードに分散します。ノード数が足りない場合や、合計 12 vCPU 未満の場合は拒否されるため、{devTest} を選んでください。',
      { devTest: code('DevTest') },
    ),
    advanced: true,
    ...(defaulted ? { defaulted: true, initial: async () => 'FastProd' } : { optional: true }),
    options: async () => PURPOSES,
  };
}

export const loadBalancerType: ChoiceQuestion = {
  kind: 'choice',
  key: 'target.loadBalancerType',
  label: say('Who can reach the services?', 'サービスに接続できる範囲はどこまでですか?'),
  help: say(
    'Leave empty to keep what is there; a new compute gets a public address.',
    '空欄の場合は現在の設定を維持します。新規の場合はパブリック アドレスになります。',
  ),
  learn: say(
    'An internal load balancer gives the services a private address in the virtual network: the DNS record then holds that address, and Microsoft issues no certificate for it.',
    '内部ロード バランサーでは、サービスは仮想ネットワーク内のプライベート アドレスを使用します。DNS レコードにはそのアドレスを設定し、Microsoft の証明書は利用できません。',
  ),
  advanced: true,
  optional: true,
  options: async (context) => [{ value: 'PublicIp', label: say('Everybody: a public address', 'すべて: パブリック アドレス') }, internalOption(context)],
};

export const loadBalancerSubnet: TextQuestion = {
  kind: 'text',
  key: 'target.loadBalancerSubnet',
  label: say('Which subnet is the internal load balancer in?', '内部ロード バランサーはどのサブネットに置きますか?'),
  help: say('The name of the subnet, not its id; empty for {usual}.', 'サブネットの ID ではなく名前です。空欄の場合は {usual} になります。', {
    usual: code('aks-subnet'),
  }),
  advanced: true,
  optional: true,
  when: (answers) => answers['target.loadBalancerType'] === 'InternalLoadBalancer',
};

function internalOption({ answers }: Context): Option {
  const problem = answers['domain.kind'] === 'microsoft' ? internalProblem({ kind: 'microsoft' }) : undefined;
  const option = {
    value: 'InternalLoadBalancer',
    label: say('Only the virtual network: an internal load balancer', '仮想ネットワーク内のみ: 内部ロード バランサー'),
  };
  return problem === undefined ? option : { ...option, problem };
}
