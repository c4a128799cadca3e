import { code, say } from '../../text/say.ts';
import type { Explanations } from './explanation.ts';

const ACCOUNT = 'az account show';
const LOGIN = say('Sign in: {command}. For another directory add {tenant}.', 'サインインしてください: {command}。別のディレクトリには {tenant} を付けます。', {
  command: code('az login'),
  tenant: code('--tenant TENANT'),
});
const NAMES = say('Correct the names in the profile, and the cloud (--env).', 'プロファイルの名前とクラウド (--env) を修正してください。');
const AGAIN = say(
  'Run the command again in a few minutes; with the request id support can look.',
  '数分後にもう一度実行してください。解消しない場合は要求 ID をサポートに伝えてください。',
);
const STATUS = 'curl -sI https://azure.status.microsoft/';
const WATCH = say('Look at the resource; a replay goes on from where it stands.', 'リソースの状態を確認してください。再実行すれば続きから行われます。');
const DOCTOR = 'amltls doctor';

/** What Azure, or the way to it, refuses. */
export const AZURE_CODES: Explanations = {
  'sign-in-failed': {
    means: say('No token for Azure could be had.', 'Azure のトークンを取得できませんでした。'),
    arises: say('Nobody is signed in, the session has ended, or a policy demands more.', '未サインイン、セッションの期限切れ、または追加の認証が必要です。'),
    see: [ACCOUNT, 'az account get-access-token --query expiresOn'],
    mend: LOGIN,
  },
  'token-refused': {
    means: say('Azure does not accept the token.', 'Azure がトークンを受け入れません。'),
    arises: say(
      'It is of another directory, has expired, or the clock of this machine is wrong.',
      '別のディレクトリのもの、期限切れ、またはこのマシンの時計のずれです。',
    ),
    see: [ACCOUNT, 'date -u'],
    mend: LOGIN,
  },
  'permission-denied': {
    means: say('You are signed in but may not do this.', 'サインインしていますが、この操作の権限がありません。'),
    arises: say('A role is missing on the resource group or the cluster.', 'リソース グループまたはクラスターのロールが不足しています。'),
    see: ['az role assignment list --assignee YOU --resource-group GROUP --output table'],
    mend: say(
      'Ask an owner for the Contributor role; to attach, also for Azure Kubernetes Service Cluster Admin.',
      '所有者に共同作成者ロールを依頼してください。アタッチには Azure Kubernetes Service クラスター管理者も必要です。',
    ),
  },
  'policy-denied': {
    means: say('A policy of your organisation forbids it.', '組織のポリシーで禁止されています。'),
    arises: say('For example “load balancers should not have public IPs”.', '例: 「ロード バランサーにパブリック IP を付けてはならない」'),
    see: ['az policy assignment list --resource-group GROUP --output table'],
    mend: say(
      'Choose what the policy allows (an internal load balancer), or ask its owner.',
      'ポリシーが許す構成 (内部ロード バランサーなど) にするか、管理者に相談してください。',
    ),
  },
  'provider-not-registered': {
    means: say('The subscription does not know the service yet.', 'サブスクリプションにサービスが登録されていません。'),
    arises: say('A resource provider has to be registered once in each subscription.', 'リソース プロバイダーはサブスクリプションごとに一度登録します。'),
    see: ['az provider show --namespace Microsoft.MachineLearningServices --query registrationState'],
    mend: say('Register it: {command}.', '登録してください: {command}', {
      command: code('az provider register --namespace Microsoft.MachineLearningServices'),
    }),
  },
  'quota-exceeded': {
    means: say('The subscription has no room for that many cores, addresses or machines.', 'コア、アドレス、マシンのクォータを超えています。'),
    arises: say('Limits per region; new subscriptions have low ones.', 'リージョンごとの上限で、新しいサブスクリプションでは低く設定されています。'),
    see: ['az vm list-usage --location eastus --output table'],
    mend: say('Another size or region, or ask for more.', '別のサイズやリージョンにするか、引き上げを申請してください。'),
  },
  'subscription-not-found': {
    means: say('There is no such subscription for you.', 'そのサブスクリプションが見つかりません。'),
    arises: say('A wrong id, another directory, or another cloud.', 'ID の誤り、別のディレクトリ、または別のクラウドです。'),
    see: ['az account list --output table'],
    mend: NAMES,
  },
  'resource-group-not-found': {
    means: say('There is no such resource group.', 'そのリソース グループがありません。'),
    arises: say('A wrong name or subscription.', '名前またはサブスクリプションの誤りです。'),
    see: ['az group list --output table'],
    mend: NAMES,
  },
  'workspace-not-found': {
    means: say('There is no such workspace in the group.', 'グループにそのワークスペースがありません。'),
    arises: say('A wrong name or group.', '名前またはグループの誤りです。'),
    see: ['az ml workspace list --output table'],
    mend: NAMES,
  },
  'workspace-without-region': {
    means: say('Azure does not say in which region the workspace is.', 'ワークスペースのリージョンを取得できません。'),
    arises: say('An answer of Azure without a location.', 'Azure の応答にリージョンが含まれていません。'),
    see: ['az ml workspace show --name WORKSPACE --resource-group GROUP --query location'],
    mend: AGAIN,
  },
  'not-found': {
    means: say('Azure does not know what was asked for.', '要求した対象が Azure にありません。'),
    arises: say('A wrong name, or it was deleted.', '名前の誤り、または削除されています。'),
    see: ['az resource list --resource-group GROUP --output table'],
    mend: NAMES,
  },
  'resource-missing': {
    means: say('The resource of the profile is not there.', 'プロファイルのリソースがありません。'),
    arises: say('It was deleted or never deployed.', '削除されたか、まだデプロイされていません。'),
    see: ['amltls plan PROFILE'],
    mend: say('Replay the profile: {command}.', 'プロファイルを再実行してください: {command}', { command: code('amltls replay PROFILE') }),
  },
  conflict: {
    means: say('Something else is being done on the resource.', 'リソースで別の操作が進行中です。'),
    arises: say('Azure does one thing at a time on each.', 'Azure は 1 つのリソースで同時に 1 つの操作だけを行います。'),
    see: ['az ml compute show --name COMPUTE --workspace-name WORKSPACE --resource-group GROUP --query properties.provisioningState'],
    mend: AGAIN,
  },
  'request-rejected': {
    means: say('Azure finds the request wrong.', 'Azure が要求を拒否しました。'),
    arises: say('A value that its rules forbid; its message names it.', '規則に合わない値があります。メッセージに示されています。'),
    see: ['amltls plan PROFILE --format json'],
    mend: say('Correct what the message names.', 'メッセージに示された値を修正してください。'),
  },
  'dns-label-taken': {
    means: say('Somebody in the region has that label.', 'そのリージョンで既に使われているラベルです。'),
    arises: say('Labels are unique in a region.', 'ラベルはリージョン内で一意です。'),
    see: ['nslookup LABEL.eastus.cloudapp.azure.com'],
    mend: say('Choose another label.', '別のラベルにしてください。'),
  },
  throttled: {
    means: say('Too many requests; Azure asks for patience.', '要求が多すぎるため、Azure が待機を求めています。'),
    arises: say('Limits per person and region; other tools count too.', 'ユーザーとリージョンごとの上限です。他のツールの要求も含まれます。'),
    see: ['az rest --method get --url "https://management.azure.com/subscriptions?api-version=2022-12-01" --verbose'],
    mend: AGAIN,
  },
  'service-error': {
    means: say('Azure failed at its own end.', 'Azure 側でエラーが発生しました。'),
    arises: say('A fault of the service, mostly short.', '多くは一時的なサービスの障害です。'),
    see: [STATUS],
    mend: AGAIN,
  },
  'answer-not-understood': {
    means: say('An answer of Azure is not as expected.', 'Azure の応答が想定と異なります。'),
    arises: say('Another version of the service, or a proxy that answers in its place.', 'サービスの別バージョン、またはプロキシが代わりに応答しています。'),
    see: [DOCTOR],
    mend: say('Look at the log ({flag}) and report it.', 'ログ ({flag}) を確認し、報告してください。', {
      flag: code('--log-level debug --log-file amltls.log'),
    }),
  },
  'answer-lost': {
    means: say('The request was sent, and the answer never came.', '要求を送信しましたが、応答を受け取れませんでした。'),
    arises: say('The network broke in between; Azure may have taken it.', '途中で通信が切れました。Azure が受け付けている可能性があります。'),
    see: ['amltls plan PROFILE'],
    mend: WATCH,
  },
  'arm-foreign-host': {
    means: say(
      'An answer pointed to a host outside the chosen cloud; no token is sent there.',
      '応答が選択したクラウド以外のホストを指しています。トークンは送信しません。',
    ),
    arises: say('The wrong cloud (--env), or somebody in between.', 'クラウド (--env) の誤り、または途中の機器の介在です。'),
    see: ['az cloud show --query name'],
    mend: say('Set the cloud; if it is right, distrust the network.', 'クラウドを設定してください。正しい場合はネットワークを疑ってください。'),
  },
  'operation-failed': {
    means: say('Azure began the work and gave it up.', 'Azure が操作を開始しましたが、失敗しました。'),
    arises: say('Its message says why.', '理由はメッセージに示されています。'),
    see: ['az monitor activity-log list --resource-group GROUP --max-events 5 --output table'],
    mend: say('Cure the cause, then replay.', '原因を解消し、再実行してください。'),
  },
  'operation-canceled': {
    means: say('The work was cancelled in Azure.', '操作が Azure 側で取り消されました。'),
    arises: say('Somebody cancelled it, or the resource was deleted.', '誰かが取り消したか、リソースが削除されました。'),
    see: ['az monitor activity-log list --resource-group GROUP --max-events 5 --output table'],
    mend: say('Find out why, then replay.', '理由を確認し、再実行してください。'),
  },
  'operation-timeout': {
    means: say('Azure is not done within the time that was set.', '制限時間内に Azure の操作が完了しませんでした。'),
    arises: say('It goes on by itself: nothing was stopped.', '操作は Azure 側で続いています。'),
    see: ['amltls watch'],
    mend: say('Take the wait up again: the same command, or {command}.', '同じコマンドか {command} で待機を再開してください。', {
      command: code('amltls watch'),
    }),
  },
  'operation-unobserved': {
    means: say('Azure took the request and tells no way to follow it.', '要求は受け付けられましたが、経過を確認する方法が示されませんでした。'),
    arises: say('An answer without the address of the operation.', '応答に操作の URL がありません。'),
    see: ['amltls plan PROFILE'],
    mend: WATCH,
  },
  'azure-silent': {
    means: say('Azure did not answer in time.', 'Azure が時間内に応答しませんでした。'),
    arises: say('A slow network or a slow service.', 'ネットワークまたはサービスの遅延です。'),
    see: [DOCTOR, STATUS],
    mend: AGAIN,
  },
  'azure-not-asked': {
    means: say('Azure was not asked, so part of the look is missing.', 'Azure に問い合わせていないため、確認が一部不足しています。'),
    arises: say('You are not signed in; the look from outside needs no sign-in.', 'サインインしていません。外部からの確認にはサインインは不要です。'),
    see: [ACCOUNT],
    mend: LOGIN,
  },
  'network-unreachable': {
    means: say('No connection to the host came about.', 'ホストに接続できませんでした。'),
    arises: say('No network, a proxy that is not set, or a firewall.', 'ネットワーク切断、プロキシの未設定、ファイアウォールなどです。'),
    see: ['curl -sI https://management.azure.com/', DOCTOR],
    mend: say('Set {proxy}, or open the firewall.', '{proxy} を設定するか、ファイアウォールを開けてください。', { proxy: code('HTTPS_PROXY') }),
  },
  'network-untrusted': {
    means: say('The other side showed a certificate that this machine does not trust.', '接続先の証明書がこのマシンで信頼されていません。'),
    arises: say('A company proxy that opens TLS, mostly.', '多くは TLS を検査する社内プロキシです。'),
    see: ['openssl s_client -connect management.azure.com:443 -servername management.azure.com </dev/null'],
    mend: say('Name the proxy’s root in {variable}.', 'プロキシのルート証明書を {variable} に指定してください。', { variable: code('NODE_EXTRA_CA_CERTS') }),
  },
  'proxy-invalid': {
    means: say('The proxy setting is no URL.', 'プロキシの設定が URL ではありません。'),
    arises: say('A slip in HTTPS_PROXY.', 'HTTPS_PROXY の記述の誤りです。'),
    see: ['echo $HTTPS_PROXY'],
    mend: say('Write it as {example}.', '{example} の形式で指定してください。', { example: code('http://proxy.contoso.com:3128') }),
  },
};
