import type { NumberQuestion, Question, TextQuestion } from '../../../core/contracts/index.ts';
import { code, say } from '../../../core/text/say.ts';
import { clusterPurpose, computeName, loadBalancerSubnet, loadBalancerType } from '../../shared/aks/questions.ts';
import { agentCountProblem, DEFAULT_AGENT_COUNT, DEFAULT_VM_SIZE } from './rules.ts';

const agentCount: NumberQuestion = {
  kind: 'number',
  key: 'target.agentCount',
  label: say('How many nodes?', 'ノード数はいくつですか?'),
  learn: say(
    'Every node costs money by the hour. Production needs three at least.',
    'ノードごとに時間単位で料金がかかります。運用環境には少なくとも 3 ノードが必要です。',
  ),
  initial: async () => DEFAULT_AGENT_COUNT,
  defaulted: true,
  check: async (count) => agentCountProblem(count),
};

const vmSize: TextQuestion = {
  kind: 'text',
  key: 'target.vmSize',
  label: say('Which VM size for the nodes?', 'ノードの VM サイズは何ですか?'),
  help: say('As Azure spells it, for example {size}.', 'Azure の表記で指定します (例: {size})。', { size: code(DEFAULT_VM_SIZE) }),
  initial: async () => DEFAULT_VM_SIZE,
  defaulted: true,
};

const location: TextQuestion = {
  kind: 'text',
  key: 'target.location',
  label: say('Which region for the cluster?', 'クラスターのリージョンはどこですか?'),
  help: say('Empty: the region of the workspace.', '空欄の場合はワークスペースのリージョンになります。'),
  advanced: true,
  optional: true,
};

const subnetId: TextQuestion = {
  kind: 'text',
  key: 'target.networking.subnetId',
  label: say('Which subnet for the nodes, if one of your own?', '独自の仮想ネットワークを使う場合、ノードのサブネットはどれですか?'),
  help: say(
    'Resource id of the subnet; empty for a network that Azure makes.',
    'サブネットのリソース ID です。空欄の場合は Azure がネットワークを作成します。',
  ),
  learn: say('The four network settings belong together: all, or none.', '4 つのネットワーク設定は、すべて指定するか、まったく指定しないかのどちらかです。'),
  advanced: true,
  optional: true,
};

const inOwnNetwork: Pick<TextQuestion, 'kind' | 'when'> = {
  kind: 'text',
  when: (answers) => typeof answers['target.networking.subnetId'] === 'string',
};

// What exists may be chosen, but whoever wants a new cluster does not change one by pressing Enter.
const newComputeName: TextQuestion = {
  ...computeName,
  help: say(
    '3 to 24 letters, digits and dashes: a new name. An existing one has TLS set on it instead.',
    '3 から 24 文字の英数字とハイフンの新しい名前です。既存の名前を選ぶと、そのコンピューティングに TLS を設定します。',
  ),
  suggest: async (context) => ({ ...((await computeName.suggest?.(context)) ?? { items: [] }), typed: true }),
};

export const questions: readonly Question[] = [
  newComputeName,
  agentCount,
  vmSize,
  location,
  clusterPurpose(true),
  loadBalancerType,
  loadBalancerSubnet,
  subnetId,
  {
    ...inOwnNetwork,
    key: 'target.networking.serviceCidr',
    label: say('Which address range for Kubernetes services?', 'Kubernetes サービスのアドレス範囲は何ですか?'),
    help: say('For example {cidr}; it must not overlap a subnet.', '例: {cidr}。サブネットと重ならない範囲を指定します。', { cidr: code('10.0.0.0/16') }),
  },
  {
    ...inOwnNetwork,
    key: 'target.networking.dnsServiceIp',
    label: say('Which address for the DNS service of the cluster?', 'クラスターの DNS サービスのアドレスは何ですか?'),
    help: say('Inside that range, for example {ip}.', 'その範囲内のアドレスです (例: {ip})。', { ip: code('10.0.0.10') }),
  },
  {
    ...inOwnNetwork,
    key: 'target.networking.dockerBridgeCidr',
    label: say('Which address range for the Docker bridge?', 'Docker ブリッジのアドレス範囲は何ですか?'),
    help: say('For example {cidr}.', '例: {cidr}', { cidr: code('172.17.0.1/16') }),
  },
];
