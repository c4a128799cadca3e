import { code, say } from '../../text/say.ts';
import type { Explanations } from './explanation.ts';

const COMPUTE = 'az ml compute show --name COMPUTE --workspace-name WORKSPACE --resource-group GROUP';
const CLUSTER = 'az aks show --name CLUSTER --resource-group GROUP';
const PLAN = 'amltls plan PROFILE';
const FIT = say('Make name, certificate and target of the profile fit together.', 'プロファイルの名前、証明書、ターゲットの組み合わせを見直してください。');

/** AKS clusters as computes of a workspace. */
export const AKS_CODES: Explanations = {
  'aks-attach-attached-elsewhere': {
    means: say(
      'The cluster is attached under another name or to another workspace already.',
      'クラスターは、既に別の名前または別のワークスペースにアタッチされています。',
    ),
    arises: say('A cluster takes one attachment; a second one breaks the first.', 'クラスターにアタッチできるのは 1 回だけで、2 回目は最初のものを壊します。'),
    see: [COMPUTE, 'kubectl get service azureml-fe'],
    mend: say('Use the compute that exists, or detach it there first.', '既存のコンピューティングを使うか、先にデタッチしてください。'),
  },
  'aks-attach-cluster-id': {
    means: say('The text is no resource id of an AKS cluster.', 'AKS クラスターのリソース ID ではありません。'),
    arises: say('A name or the id of another resource was given.', '名前や、別のリソースの ID が指定されています。'),
    see: [`${CLUSTER} --query id`],
    mend: say(
      'Take the id that this command prints, or give name and resource group.',
      'このコマンドが出力する ID を使うか、名前とリソース グループを指定してください。',
    ),
  },
  'aks-attach-cluster-missing': {
    means: say('The profile does not say which cluster.', 'プロファイルにクラスターの指定がありません。'),
    arises: say('Neither an id nor name and resource group stand there.', 'ID も、名前とリソース グループも指定されていません。'),
    see: ['az aks list --output table', 'amltls profile show PROFILE'],
    mend: say('Set {name} and {group}, or {id}.', '{name} と {group}、または {id} を指定してください。', {
      name: code('target.clusterName'),
      group: code('target.clusterResourceGroup'),
      id: code('target.clusterId'),
    }),
  },
  'aks-attach-conflict': {
    means: say('Name and id in the profile mean different clusters.', 'プロファイルの名前と ID が別のクラスターを指しています。'),
    arises: say('One of the two was changed and the other forgotten.', '一方だけを変更し、もう一方が残っています。'),
    see: [`${CLUSTER} --query id`, 'amltls profile show PROFILE'],
    mend: say('Leave one of them out.', 'どちらか一方だけにしてください。'),
  },
  'aks-attach-no-cluster': {
    means: say('There is no such AKS cluster, or you may not see it.', 'その AKS クラスターがないか、参照する権限がありません。'),
    arises: say(
      'A wrong name, group or subscription; or the role to read it is missing.',
      '名前、グループ、サブスクリプションの誤り、または閲覧権限の不足です。',
    ),
    see: ['az aks list --output table', 'az account show'],
    mend: say('Correct the profile, or have the Reader role given to you.', 'プロファイルを修正するか、閲覧者ロールを付与してもらってください。'),
  },
  'aks-attach-other-cluster': {
    means: say('The compute of that name is attached to another cluster.', 'その名前のコンピューティングは別のクラスターにアタッチされています。'),
    arises: say('The name was used before.', '以前に使われた名前です。'),
    see: [`${COMPUTE} --query properties.resourceId`],
    mend: say('Take another name, or name the cluster that it belongs to.', '別の名前にするか、そのコンピューティングのクラスターを指定してください。'),
  },
  'aks-certificate-not-used': {
    means: say(
      'An own certificate is named although the domain is Microsoft’s, or TLS is off.',
      'Microsoft のドメイン、または TLS オフの設定なのに、独自の証明書が指定されています。',
    ),
    arises: say('The kind of domain was changed and the certificate left in the profile.', 'ドメインの種類を変更し、証明書の指定が残っています。'),
    see: ['amltls profile show PROFILE'],
    mend: FIT,
  },
  'aks-gone': {
    means: say('The compute vanished while it was being changed.', '変更中にコンピューティングがなくなりました。'),
    arises: say('Somebody detached or deleted it at the same time.', '同時に誰かがデタッチまたは削除しました。'),
    see: [COMPUTE],
    mend: say('Find out who did; then replay the profile, which attaches it again.', '原因を確認し、プロファイルを再実行してアタッチし直してください。'),
  },
  'aks-label-missing': {
    means: say('A Microsoft certificate needs a label.', 'Microsoft の証明書にはラベルが必要です。'),
    arises: say('The profile has none.', 'プロファイルに指定がありません。'),
    see: ['amltls profile show PROFILE'],
    mend: say('Set {key}.', '{key} を指定してください。', { key: code('domain.leafDomainLabel') }),
  },
  'aks-name-missing': {
    means: say('An own certificate needs the name that clients call.', '独自の証明書には、クライアントが呼び出す名前が必要です。'),
    arises: say('The profile has none.', 'プロファイルに指定がありません。'),
    see: ['amltls profile show PROFILE'],
    mend: say('Set {key}.', '{key} を指定してください。', { key: code('domain.fqdn') }),
  },
  'aks-microsoft-internal': {
    means: say('Behind an internal load balancer Microsoft issues no certificate.', '内部ロード バランサーでは Microsoft の証明書を使えません。'),
    arises: say(
      'Its names are public; a private address cannot be proved under one.',
      'Microsoft の名前はパブリックなもので、プライベート アドレスには発行できません。',
    ),
    see: ['kubectl get service azureml-fe', PLAN],
    mend: say('Bring an own certificate, or use a public load balancer.', '独自の証明書を用意するか、パブリック ロード バランサーを使ってください。'),
  },
  'aks-missing': {
    means: say('The workspace has no compute of that name.', 'ワークスペースにその名前のコンピューティングがありません。'),
    arises: say('It was detached, or the name is wrong.', 'デタッチされたか、名前が誤っています。'),
    see: ['az ml compute list --workspace-name WORKSPACE --resource-group GROUP --output table'],
    mend: say('Correct the name, or replay the profile to create it.', '名前を修正するか、プロファイルを再実行して作成してください。'),
  },
  'aks-no-microsoft-certificate': {
    means: say('The compute has no Microsoft certificate that could be renewed.', 'コンピューティングに、更新できる Microsoft の証明書がありません。'),
    arises: say('TLS is off, or an own certificate is set.', 'TLS がオフか、独自の証明書が設定されています。'),
    see: [`${COMPUTE} --query properties.properties.sslConfiguration`],
    mend: say('Look at the plan: {command}.', '計画を確認してください: {command}', { command: code(PLAN) }),
  },
  'aks-not-applied': {
    means: say('Azure says that it is done, yet the settings read back are others.', 'Azure は完了を報告しましたが、読み戻した設定が異なります。'),
    arises: say(
      'Azure took the request without acting on it, or somebody changed it at once.',
      '要求が受け付けられただけで反映されていないか、直後に誰かが変更しました。',
    ),
    see: [`${COMPUTE} --query properties.properties.sslConfiguration`],
    mend: say(
      'Run it again; if it stays, detach the compute and attach it with the certificate.',
      'もう一度実行し、変わらなければデタッチして証明書とともにアタッチし直してください。',
    ),
  },
  'aks-other-compute': {
    means: say('The compute of that name is no AKS cluster.', 'その名前のコンピューティングは AKS クラスターではありません。'),
    arises: say('The name belongs to a compute instance or a training cluster.', 'コンピューティング インスタンスや学習用クラスターの名前です。'),
    see: ['az ml compute list --workspace-name WORKSPACE --resource-group GROUP --output table'],
    mend: say('Take another name.', '別の名前を指定してください。'),
  },
  'aks-other-label': {
    means: say('The compute has a Microsoft name with another label.', 'コンピューティングには別のラベルの Microsoft の名前が付いています。'),
    arises: say(
      'The label in the profile differs, or holds the six characters that Azure adds.',
      'プロファイルのラベルが異なるか、Azure が付けた 6 文字を含んでいます。',
    ),
    see: [`${COMPUTE} --query properties.properties.sslConfiguration.leafDomainLabel`],
    mend: say(
      'Use the label that is set. A new name needs {key}, and cuts off clients of the old one.',
      '設定済みのラベルを使ってください。新しい名前には {key} が必要で、古い名前のクライアントは接続できなくなります。',
      {
        key: code('domain.overwriteExistingDomain'),
      },
    ),
  },
  'aks-provision-agent-count': {
    means: say('The number of nodes is not possible.', 'ノード数が正しくありません。'),
    arises: say('It has to be a whole number of 1 or more.', '1 以上の整数が必要です。'),
    see: ['amltls profile show PROFILE'],
    mend: say('Set {key}.', '{key} を修正してください。', { key: code('target.agentCount') }),
  },
  'aks-provision-cidr': {
    means: say('An address range is not written as Azure wants it.', 'アドレス範囲の形式が正しくありません。'),
    arises: say('A range is an address, a slash and a number: 10.0.0.0/16.', '範囲は 10.0.0.0/16 のように、アドレスとスラッシュと数値で指定します。'),
    see: ['az network vnet show --name VNET --resource-group GROUP --query addressSpace'],
    mend: say('Correct the range in the profile.', 'プロファイルの範囲を修正してください。'),
  },
  'aks-provision-dns-ip': {
    means: say('The address for the cluster’s DNS lies outside its service range.', 'クラスターの DNS のアドレスがサービス範囲の外にあります。'),
    arises: say('It has to be inside the service CIDR and not its first address.', 'サービス CIDR の中で、先頭以外のアドレスでなければなりません。'),
    see: ['amltls profile show PROFILE'],
    mend: say('Choose for example the tenth address of the range.', 'たとえば範囲の 10 番目のアドレスを指定してください。'),
  },
  'aks-provision-networking-incomplete': {
    means: say('Some network settings are given and others not.', 'ネットワーク設定が一部だけ指定されています。'),
    arises: say('The four go together: all, or none.', '4 つすべてを指定するか、まったく指定しないかのどちらかです。'),
    see: ['amltls profile show PROFILE'],
    mend: say('Complete them, or leave all out.', 'すべて指定するか、すべて外してください。'),
  },
  'aks-provisioning-failed': {
    means: say('Azure tried and could not set the compute up.', 'Azure がコンピューティングを構成できませんでした。'),
    arises: say(
      'The reason stands in its provisioning errors: quota, policy, an unfit certificate, no access to the cluster.',
      '理由はプロビジョニング エラーに記録されます (クォータ、ポリシー、不適切な証明書、クラスターへのアクセス不可など)。',
    ),
    see: [`${COMPUTE} --query properties.provisioningErrors`],
    mend: say('Cure what it names, then replay the profile.', '示された原因を解消し、プロファイルを再実行してください。'),
  },
  'aks-still-busy': {
    means: say('Another operation on the compute does not end.', 'コンピューティングの別の操作が終わりません。'),
    arises: say('Somebody else changes it, or Azure is slow.', '別の変更が進行中か、Azure の処理が遅れています。'),
    see: [`${COMPUTE} --query properties.provisioningState`],
    mend: say('Wait until it says Succeeded, then run the command again.', 'Succeeded になるまで待ち、もう一度実行してください。'),
  },
  'aks-subnet-without-internal': {
    means: say('A subnet is named for a load balancer that is public.', 'パブリックなロード バランサーにサブネットが指定されています。'),
    arises: say('Only an internal load balancer takes its address from a subnet.', 'サブネットのアドレスを使うのは内部ロード バランサーだけです。'),
    see: ['amltls profile show PROFILE'],
    mend: FIT,
  },
  'aks-tls-is-on': {
    means: say('TLS is on, and the profile wants it off.', 'TLS が有効ですが、プロファイルではオフになっています。'),
    arises: say('A replay never switches TLS off.', '再実行で TLS がオフになることはありません。'),
    see: [`${COMPUTE} --query properties.properties.sslConfiguration.status`],
    mend: say('If it is really to go off: {command}.', '本当にオフにする場合: {command}', { command: code('amltls disable PROFILE') }),
  },
  'aks-too-few-nodes': {
    means: say('The cluster is too small for its purpose.', 'クラスターの規模が用途に対して不足しています。'),
    arises: say(
      'FastProd spreads the front end over three nodes and wants 12 vCPUs in all.',
      'FastProd はフロント エンドを 3 ノードに分散し、合計 12 vCPU を必要とします。',
    ),
    see: [`${CLUSTER} --query agentPoolProfiles`],
    mend: say('Add nodes, or set {key}.', 'ノードを追加するか、{key} を指定してください。', { key: code('target.clusterPurpose=DevTest') }),
  },
  'label-looks-generated': {
    means: say('The label seems to hold the six characters that Azure adds.', 'ラベルに、Azure が付ける 6 文字が含まれているようです。'),
    arises: say('It was copied from the host name.', 'ホスト名からコピーしたためです。'),
    see: [`${COMPUTE} --query properties.properties.sslConfiguration.leafDomainLabel`],
    mend: say('Leave the six characters out.', '6 文字を除いてください。'),
  },
  'overwrite-changes-host': {
    means: say('The service would get another host name.', 'サービスのホスト名が変わります。'),
    arises: say('Overwriting the domain makes Azure draw six new characters.', 'ドメインを上書きすると、Azure が新しい 6 文字を割り当てます。'),
    see: ['amltls profile show PROFILE', PLAN],
    mend: say('Leave it off, always for a renewal.', '無効のままにしてください。更新では必ず無効にします。'),
  },
  'cluster-credentials-stale': {
    means: say('Azure ML can no longer sign in to the cluster.', 'Azure ML がクラスターにサインインできません。'),
    arises: say(
      'The certificates of the cluster itself were rotated; your web certificate has nothing to do with it.',
      'クラスター自体の証明書がローテーションされたためです。Web サービスの証明書とは関係ありません。',
    ),
    see: [CLUSTER, COMPUTE],
    mend: say(
      'Detach the compute and attach it again, with certificate and key.',
      'コンピューティングをデタッチし、証明書と鍵とともにアタッチし直してください。',
    ),
  },
  'subnet-unusable': {
    means: say('The subnet cannot take the load balancer.', 'サブネットをロード バランサーに使えません。'),
    arises: say(
      'It is full, is not there, or the cluster’s identity may not join it.',
      '空きがない、存在しない、またはクラスターの ID に参加の権限がありません。',
    ),
    see: ['az network vnet subnet show --name SUBNET --vnet-name VNET --resource-group GROUP'],
    mend: say(
      'Choose another subnet, or give the identity the Network Contributor role.',
      '別のサブネットにするか、ID にネットワーク共同作成者ロールを付与してください。',
    ),
  },
  'compute-name-invalid': {
    means: say('A compute cannot have that name.', 'コンピューティングに使えない名前です。'),
    arises: say(
      '3 to 24 letters, digits and dashes, beginning with a letter, ending with a letter or digit.',
      '英数字とハイフンで 3 から 24 文字、先頭は英字、末尾は英数字です。',
    ),
    see: ['amltls profile show PROFILE'],
    mend: say('Choose another name.', '別の名前にしてください。'),
  },
  'compute-name-reserved': {
    means: say('Azure ML keeps that name for itself.', 'Azure ML の予約名です。'),
    arises: say('amlcompute, local and containerinstance are taken.', 'amlcompute、local、containerinstance は使えません。'),
    see: ['amltls profile show PROFILE'],
    mend: say('Choose another name.', '別の名前にしてください。'),
  },
};
