import { code, say } from '../../text/say.ts';
import type { Explanations } from './explanation.ts';

const CLIENT = 'openssl s_client -connect www.contoso.com:443 -servername www.contoso.com </dev/null';
const CURL = 'curl -v https://www.contoso.com/';
const DIG = 'dig +noall +answer www.contoso.com A';
const NSLOOKUP = 'nslookup www.contoso.com';

/** What a look from outside at a service finds. */
export const SERVED_CODES: Explanations = {
  'name-not-found': {
    means: say(
      'The name has no address in DNS: no client gets as far as a connection.',
      '名前に対応するアドレスが DNS にありません。クライアントは接続すら始められません。',
    ),
    arises: say(
      'The A record was never created, is in another zone, or the resolver still remembers that there was none.',
      'A レコードを作成していない、別のゾーンに作成した、またはリゾルバーが「存在しない」という応答を保持しています。',
    ),
    see: [DIG, NSLOOKUP, 'dig +trace www.contoso.com A'],
    mend: say(
      'Create the A record at whoever hosts the zone, then watch it: {command}.',
      'ゾーンをホストしている事業者で A レコードを作成し、反映を確認してください: {command}',
      { command: code('amltls watch dns PROFILE') },
    ),
  },
  'unreachable-dns': {
    means: say('The name could not be resolved from here.', 'ここからは名前を解決できませんでした。'),
    arises: say(
      'No answer from the resolver: no network, a firewall in front of port 53, or a resolver that refuses.',
      'リゾルバーから応答がありません。ネットワーク切断、ポート 53 を遮断するファイアウォール、リゾルバーの拒否などが原因です。',
    ),
    see: [NSLOOKUP, 'dig @1.1.1.1 www.contoso.com A', 'amltls doctor'],
    mend: say(
      'Check the network and the resolvers of this machine; name others in {key}.',
      'ネットワークとこのマシンのリゾルバーを確認し、必要なら {key} に別のリゾルバーを指定してください。',
      { key: code('dns.resolvers') },
    ),
  },
  'unreachable-tcp': {
    means: say('The address is known, but nothing answers at the port.', 'アドレスはわかっていますが、そのポートで応答がありません。'),
    arises: say(
      'The service is not running, a network security group or firewall is in between, or the address is private and you are outside.',
      'サービスが停止している、ネットワーク セキュリティ グループやファイアウォールに遮断されている、またはプライベート アドレスに外部から接続しています。',
    ),
    see: [CURL, 'nc -vz www.contoso.com 443', 'kubectl get service azureml-fe'],
    mend: say(
      'Let port 443 in, start the service, or look from inside the virtual network.',
      'ポート 443 を許可する、サービスを起動する、または仮想ネットワークの内側から確認してください。',
    ),
  },
  'unreachable-tls': {
    means: say('The port answers, but not with TLS.', 'ポートは応答しますが、TLS ではありません。'),
    arises: say(
      'TLS is off, the front end has no usable certificate, or something in between speaks another protocol.',
      'TLS がオフである、フロント エンドに使える証明書がない、または途中の機器が別のプロトコルで応答しています。',
    ),
    see: [CLIENT, 'curl -v http://www.contoso.com/'],
    mend: say('Look at what is set with {plan}, then switch TLS on: {replay}.', '{plan} で設定を確認し、TLS を有効にしてください: {replay}', {
      plan: code('amltls plan PROFILE'),
      replay: code('amltls replay PROFILE'),
    }),
  },
  'unreachable-http': {
    means: say('The connection stands, but no HTTP answer comes.', '接続はできますが、HTTP の応答がありません。'),
    arises: say('The service is starting, has crashed, or is overloaded.', 'サービスが起動中、異常終了、または過負荷です。'),
    see: [CURL, 'kubectl logs deployment/azureml-fe', 'az container logs --name NAME --container-name azureml-fe-aci --resource-group GROUP'],
    mend: say('Wait a few minutes; then look at the service’s logs.', '数分待ち、解消しなければサービスのログを確認してください。'),
  },
  'not-served': {
    means: say('The certificate that was deployed is not the one that is served.', 'デプロイした証明書が提示されていません。'),
    arises: say(
      'Azure needs a few minutes after it says that it is done, or the name leads to another address.',
      'Azure が完了を報告してから反映まで数分かかることがあります。または、名前が別のアドレスを指しています。',
    ),
    see: [`${CLIENT} | openssl x509 -noout -fingerprint -sha256`, DIG],
    mend: say('Wait with {command}; then compare the addresses.', '{command} で待ち、その後アドレスを確認してください。', { command: code('amltls watch') }),
  },
  'fingerprint-differs': {
    means: say(
      'Another certificate is served than the one that this profile deployed.',
      'このプロファイルでデプロイしたものとは別の証明書が提示されています。',
    ),
    arises: say(
      'Somebody deployed another one, DNS leads elsewhere, or a renewal has not taken effect yet.',
      '別の証明書がデプロイされた、DNS が別の場所を指している、または更新がまだ反映されていません。',
    ),
    see: [`${CLIENT} | openssl x509 -noout -fingerprint -sha256 -subject -dates`, DIG],
    mend: say('If yours is the right one, deploy it again: {command}.', '自分の証明書が正しければ、再度デプロイしてください: {command}', {
      command: code('amltls replay PROFILE --redeploy'),
    }),
  },
  'tls-off': {
    means: say('TLS is off: data and keys travel in the clear.', 'TLS がオフです。データもキーも平文で送られます。'),
    arises: say('It was never switched on, or somebody switched it off.', '有効にしていないか、オフにされています。'),
    see: ['curl -v http://www.contoso.com/', 'az ml compute show --name COMPUTE --workspace-name WS --resource-group GROUP'],
    mend: say('Switch it on: {command}.', '有効にしてください: {command}', { command: code('amltls replay PROFILE') }),
  },
  'tls-version-old': {
    means: say('The service speaks TLS 1.0 or 1.1, which clients refuse.', 'サービスが TLS 1.0 または 1.1 を使用しています。クライアントは受け入れません。'),
    arises: say(
      'A container instance that was deployed long ago keeps the software of its day.',
      '以前にデプロイしたコンテナー インスタンスが、当時のソフトウェアのまま動作しています。',
    ),
    see: [`${CLIENT.replace(' </dev/null', '')} -tls1_2 </dev/null`, `${CLIENT.replace(' </dev/null', '')} -tls1_1 </dev/null`],
    mend: say('Deploy the service anew: {command}.', 'サービスを再デプロイしてください: {command}', { command: code('amltls replay PROFILE --redeploy') }),
  },
  'scoring-uri-behind': {
    means: say(
      'The service still names its old scoring URI, for example with http:// or an IP address.',
      'サービスのスコアリング URI が古いまま (http:// や IP アドレス) です。',
    ),
    arises: say(
      'After TLS was switched on for a cluster, services that were there before may keep the old URI until they are updated.',
      'クラスターの TLS を有効にした後も、以前からあるサービスは更新されるまで古い URI を保持することがあります。',
    ),
    see: ['az ml service show --name SERVICE --workspace-name WS --resource-group GROUP --query scoringUri', CURL],
    mend: say(
      'Look again after a few minutes. If it stays, update or redeploy the service; clients may use the new name already.',
      '数分後に確認し、変わらなければサービスを更新または再デプロイしてください。クライアントは新しい名前を既に使えます。',
    ),
  },
  'cannot-tell': {
    means: say('From here it cannot be seen whether it is right.', 'ここからは正しいかどうかを判断できません。'),
    arises: say(
      'The address is private, or the network between lets nothing through.',
      'アドレスがプライベートであるか、途中のネットワークで遮断されています。',
    ),
    see: [CLIENT, NSLOOKUP],
    mend: say('Run the check from a machine inside the virtual network.', '仮想ネットワーク内のマシンから確認してください。'),
  },
  'check-failed': {
    means: say('At least one endpoint has a finding of severity error.', '重大度がエラーの検出事項が 1 つ以上あります。'),
    arises: say('See the findings above it: each has a code of its own.', '上に表示された検出事項を参照してください。それぞれにコードがあります。'),
    see: ['amltls check PROFILE --format json'],
    mend: say('Explain each code with {command}.', '{command} で各コードの説明を確認してください。', { command: code('amltls explain CODE') }),
  },
  'endpoint-unknown': {
    means: say('Nothing tells where the service is to be reached.', 'サービスの接続先がわかりません。'),
    arises: say('No service runs on the cluster yet, and Azure names no address before.', 'クラスターにサービスがまだなく、Azure がアドレスを返しません。'),
    see: ['kubectl get service azureml-fe', 'amltls plan PROFILE'],
    mend: say('Deploy a service to the compute first, then look again.', '先にサービスをデプロイしてから、もう一度確認してください。'),
  },
  'address-no-route': {
    means: say('One of the addresses cannot be reached from here; the others can.', 'アドレスの 1 つに、ここから接続できません (他は接続できます)。'),
    arises: say('Mostly IPv6 without a route.', '多くは経路のない IPv6 です。'),
    see: ['ping -6 www.contoso.com', DIG],
    mend: say('Remove an AAAA record that nobody answers to.', '応答のない AAAA レコードを削除してください。'),
  },
  'addresses-differ': {
    means: say('The addresses of the name serve different certificates.', '名前のアドレスごとに異なる証明書が提示されます。'),
    arises: say('An old address was left, or one front end was not updated.', '古いアドレスが残っているか、更新されていないフロント エンドがあります。'),
    see: [DIG, CLIENT],
    mend: say('Lead the name to the right address alone.', '正しいアドレスだけを指すようにしてください。'),
  },
  'certificate-changed': {
    means: say('Another certificate is served than at the last look.', '前回の確認時とは別の証明書が提示されています。'),
    arises: say('It was renewed or deployed; that is mostly good news.', '更新またはデプロイされました。多くは問題ありません。'),
    see: [`${CLIENT} | openssl x509 -noout -fingerprint -sha256 -dates`],
    mend: say('If nobody of yours did it, find out who.', '心当たりがない場合は、誰が変更したか確認してください。'),
  },
  'deployed-elsewhere': {
    means: say('The certificate was deployed from another machine.', '別のマシンからデプロイされた証明書です。'),
    arises: say('A colleague or a pipeline did it.', '同僚またはパイプラインが行いました。'),
    see: [`${CLIENT} | openssl x509 -noout -fingerprint -sha256`],
    mend: say('Nothing is to be done.', '行うことはありません。'),
  },
  'check-timeout': {
    means: say('The time was up before everything was looked at.', '時間内にすべてを確認できませんでした。'),
    arises: say('A server that does not answer, or many profiles.', '応答しないサーバー、または多数のプロファイルです。'),
    see: ['amltls check PROFILE --timeout 5m'],
    mend: say('Give more time with {flag}.', '{flag} で時間を延ばしてください。', { flag: code('--timeout') }),
  },
  'endpoint-internal': {
    means: say('The service is behind an internal load balancer.', 'サービスは内部ロード バランサーの背後にあります。'),
    arises: say('It answers inside its virtual network only.', '仮想ネットワークの内側でのみ応答します。'),
    see: ['kubectl get service azureml-fe'],
    mend: say('Check it from there.', '内側から確認してください。'),
  },
  'endpoint-waiting': {
    means: say('Nothing can answer there yet.', 'まだ応答できる状態ではありません。'),
    arises: say('A cluster without a service, or one that is starting.', 'サービスのないクラスター、または起動中です。'),
    see: ['kubectl get pods', 'amltls plan PROFILE'],
    mend: say('Do what is named first; then look again.', '示されたことを先に行い、もう一度確認してください。'),
  },
  'http-open': {
    means: say('The service answers over plain http as well.', 'サービスが平文の http でも応答します。'),
    arises: say('Port 80 is open beside 443.', '443 のほかにポート 80 が開いています。'),
    see: ['curl -v http://www.contoso.com/'],
    mend: say('Close port 80, so that nobody sends keys in the clear.', 'キーが平文で送られないよう、ポート 80 を閉じてください。'),
  },
  'scoring-uri-http': {
    means: say('The scoring URI begins with http.', 'スコアリング URI が http で始まっています。'),
    arises: say('TLS is off, or the service does not know yet.', 'TLS がオフか、サービスにまだ反映されていません。'),
    see: ['az ml service show --name SERVICE --workspace-name WS --resource-group GROUP --query scoringUri'],
    mend: say('Switch TLS on, or update the service.', 'TLS を有効にするか、サービスを更新してください。'),
  },
  'scoring-uri-other-host': {
    means: say('The scoring URI names another host than the profile.', 'スコアリング URI のホストがプロファイルと異なります。'),
    arises: say('The compute has another name set.', 'コンピューティングに別の名前が設定されています。'),
    see: ['az ml service show --name SERVICE --workspace-name WS --resource-group GROUP --query scoringUri'],
    mend: say('Correct the profile, or replay it.', 'プロファイルを修正するか、再実行してください。'),
  },
};
