import { say } from '../../text/say.ts';
import type { Explanations } from './explanation.ts';

const EXTENSION = 'az k8s-extension show --name NAME --cluster-type managedClusters --cluster-name CLUSTER --resource-group GROUP';
const CLUSTERS = 'az aks list --output table';
const SHOW = 'amltls profile show PROFILE';

const entry = (means: Explanations[string]['means'], arises: Explanations[string]['arises'], see: readonly string[], mend: Explanations[string]['mend']) => ({
  means,
  arises,
  see,
  mend,
});

/** Azure ML's extension on Kubernetes (version 2). */
export const KUBERNETES_EXTENSION_CODES: Explanations = {
  'kubernetes-extension-cluster-id': entry(
    say('The text is no resource id of a cluster.', 'クラスターのリソース ID ではありません。'),
    say('A name or the id of another resource was given.', '名前や別のリソースの ID が指定されています。'),
    ['az aks show --name CLUSTER --resource-group GROUP --query id'],
    say('Take the id that this command prints.', 'このコマンドが出力する ID を指定してください。'),
  ),
  'kubernetes-extension-cluster-missing': entry(
    say('The profile does not say which cluster.', 'プロファイルにクラスターの指定がありません。'),
    say('Neither an id nor name and resource group stand there.', 'ID も、名前とリソース グループも指定されていません。'),
    [SHOW, CLUSTERS],
    say('Name the cluster.', 'クラスターを指定してください。'),
  ),
  'kubernetes-extension-failed': entry(
    say('The extension could not be set up.', '拡張機能を構成できませんでした。'),
    say('Its message says why; E40007 means certificate and key.', '理由はメッセージに示されています。E40007 は証明書と鍵の問題です。'),
    [EXTENSION, 'kubectl get pods --namespace azureml'],
    say('Cure the cause, then replay.', '原因を解消し、再実行してください。'),
  ),
  'kubernetes-extension-internal-on-arc': entry(
    say('Internal load balancers are made on AKS only.', '内部ロード バランサーを作成できるのは AKS だけです。'),
    say('The cluster is connected by Azure Arc.', 'クラスターは Azure Arc で接続されています。'),
    [SHOW],
    say('Use a NodePort or ClusterIP with a load balancer of your own.', 'NodePort または ClusterIP と、独自のロード バランサーを使ってください。'),
  ),
  'kubernetes-extension-internal-router': entry(
    say('An internal load balancer does not go with this router type.', '内部ロード バランサーは、このルーターの種類と併用できません。'),
    say('NodePort and ClusterIP bring no load balancer.', 'NodePort と ClusterIP にはロード バランサーがありません。'),
    [SHOW],
    say('Leave one of the two out.', 'どちらか一方を外してください。'),
  ),
  'kubernetes-extension-legacy-front-end': entry(
    say('A front end of version 1 is on the cluster.', 'クラスターにバージョン 1 のフロント エンドがあります。'),
    say('It is still attached as a compute; the two exclude one another.', 'コンピューティングとしてアタッチされたままです。両者は併用できません。'),
    ['kubectl get deployment azureml-fe --namespace default'],
    say('Detach the compute first, or take another cluster.', '先にデタッチするか、別のクラスターを使ってください。'),
  ),
  'kubernetes-extension-live-endpoints': entry(
    say('Endpoints in use would get another address, name or protocol.', '使用中のエンドポイントのアドレス、名前、プロトコルが変わります。'),
    say('The settings that change belong to all endpoints of the cluster.', '変更する設定は、クラスター上のすべてのエンドポイントに適用されます。'),
    ['amltls plan PROFILE'],
    say('Tell those who use them; then approve.', '利用者に知らせてから承認してください。'),
  ),
  'kubernetes-extension-log-key': entry(
    say('The key of the log workspace cannot be had.', 'ログ ワークスペースのキーを取得できません。'),
    say('An update has to send it again, and Azure does not show it.', '更新時に再送する必要がありますが、Azure は表示しません。'),
    [EXTENSION],
    say('Have the role to read it, or switch the feature off.', '読み取り権限を付与してもらうか、機能を無効にしてください。'),
  ),
  'kubernetes-extension-missing': entry(
    say('The extension is not on the cluster.', 'クラスターに拡張機能がありません。'),
    say('It was never installed, or has another name.', '未インストールか、別の名前です。'),
    ['az k8s-extension list --cluster-type managedClusters --cluster-name CLUSTER --resource-group GROUP --output table'],
    say('Correct the name, or let amltls install it.', '名前を修正するか、amltls でインストールしてください。'),
  ),
  'kubernetes-extension-no-cluster': entry(
    say('There is no such cluster, or you may not see it.', 'そのクラスターがないか、参照する権限がありません。'),
    say('A wrong name, group or subscription.', '名前、グループ、サブスクリプションの誤りです。'),
    [CLUSTERS],
    say('Correct the profile.', 'プロファイルを修正してください。'),
  ),
  'kubernetes-extension-not-applied': entry(
    say('Azure says that it is done, yet the settings read back are others.', 'Azure は完了を報告しましたが、読み戻した設定が異なります。'),
    say('Somebody changed it at once, or the change was ignored.', '直後に変更されたか、反映されていません。'),
    [EXTENSION],
    say('Run it again.', 'もう一度実行してください。'),
  ),
  'kubernetes-extension-other-name': entry(
    say('The extension is there under another name.', '拡張機能が別の名前でインストールされています。'),
    say('A cluster takes one.', 'クラスターにインストールできるのは 1 つです。'),
    [EXTENSION],
    say('Use that name.', 'その名前を指定してください。'),
  ),
  'kubernetes-extension-other-type': entry(
    say('The extension of that name is of another type.', 'その名前の拡張機能は別の種類です。'),
    say('The name is taken.', '名前が既に使われています。'),
    [EXTENSION],
    say('Choose another name.', '別の名前にしてください。'),
  ),
  'kubernetes-extension-secret-unknown': entry(
    say('A secret that has to be sent again is not known.', '再送が必要なシークレットがわかりません。'),
    say('Azure deletes protected settings that an update leaves out.', '更新に含まれない保護された設定は Azure が削除します。'),
    [EXTENSION],
    say('Give it in the profile, by reference.', 'プロファイルに参照で指定してください。'),
  ),
  'kubernetes-extension-still-busy': entry(
    say('The extension is still being changed.', '拡張機能の変更が続いています。'),
    say('Another operation runs; it may take an hour.', '別の操作が進行中で、1 時間ほどかかることがあります。'),
    [EXTENSION],
    say('Wait, then run it again.', '待ってから、もう一度実行してください。'),
  ),
  'kubernetes-extension-tls-is-on': entry(
    say('TLS is on, and the profile wants it off.', 'TLS が有効ですが、プロファイルではオフになっています。'),
    say('A replay never switches TLS off.', '再実行で TLS がオフになることはありません。'),
    [EXTENSION],
    say('Use amltls disable if it is really to go off.', '本当にオフにする場合は amltls disable を使ってください。'),
  ),
  'kubernetes-extension-too-few-nodes': entry(
    say('The cluster has too few nodes for high availability.', '高可用性に必要なノードが不足しています。'),
    say('Three are needed in production.', '運用環境では 3 ノード必要です。'),
    ['kubectl get nodes'],
    say('Add nodes, or set the purpose DevTest.', 'ノードを追加するか、用途を DevTest にしてください。'),
  ),
  'migrate-not-aks': entry(
    say('Only AKS computes have a successor on Kubernetes.', 'Kubernetes への移行先があるのは AKS コンピューティングだけです。'),
    say('The profile is of another target.', '別のターゲットのプロファイルです。'),
    [SHOW],
    say('A container instance moves to a managed online endpoint.', 'コンテナー インスタンスはマネージド オンライン エンドポイントに移行します。'),
  ),
};
