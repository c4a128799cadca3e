import { code, say } from '../../text/say.ts';
import type { Explanations } from './explanation.ts';

const SERVICE = 'az ml service show --name SERVICE --workspace-name WORKSPACE --resource-group GROUP';
const LOGS = 'az container logs --name SERVICE --container-name azureml-fe-aci --resource-group GROUP';
const FILE = say('Correct the file, or leave it out where the service exists.', 'ファイルを修正してください。サービスが既にある場合は指定を外せます。');
const SHOW = 'amltls profile show PROFILE';

/** Container instances. */
export const ACI_CODES: Explanations = {
  'aci-amount': {
    means: say('CPU or memory is no number above zero.', 'CPU またはメモリの値が正の数ではありません。'),
    arises: say('A slip in the profile.', 'プロファイルの入力誤りです。'),
    see: [SHOW],
    mend: say('Write for example {cpu} and {memory}.', '{cpu}、{memory} のように指定してください。', { cpu: code('0.5'), memory: code('1') }),
  },
  'aci-certificate-not-used': {
    means: say('A certificate is named although TLS is to stay off.', 'TLS オフの設定なのに証明書が指定されています。'),
    arises: say('The kind of domain was changed and the certificate left.', 'ドメインの種類を変更し、証明書の指定が残っています。'),
    see: [SHOW],
    mend: say('Take one of the two out.', 'どちらか一方を外してください。'),
  },
  'aci-dns-label': {
    means: say('The DNS label is not possible.', 'DNS ラベルが正しくありません。'),
    arises: say('5 to 63 letters, digits and dashes are allowed.', '英数字とハイフンで 5 から 63 文字です。'),
    see: [SHOW],
    mend: say('Choose another label.', '別のラベルにしてください。'),
  },
  'aci-failed': {
    means: say('The service could not be deployed.', 'サービスをデプロイできませんでした。'),
    arises: say(
      'The container did not start: most often an unfit certificate or key, else the model’s own code.',
      'コンテナーが起動しませんでした。多くは証明書や鍵の不備、それ以外はモデルのコードの問題です。',
    ),
    see: [SERVICE, LOGS],
    mend: say('Read the logs, cure the cause, replay the profile.', 'ログで原因を確認して解消し、プロファイルを再実行してください。'),
  },
  'aci-gone': {
    means: say('The service vanished while it was being changed.', '変更中にサービスがなくなりました。'),
    arises: say('Somebody deleted it.', '誰かが削除しました。'),
    see: [SERVICE],
    mend: say('Deploy it again; a service file lets amltls do so.', 'デプロイし直してください。サービス ファイルがあれば amltls で行えます。'),
  },
  'aci-microsoft': {
    means: say('There is no Microsoft certificate for container instances.', 'コンテナー インスタンスでは Microsoft の証明書を使えません。'),
    arises: say('ACI has no label; Microsoft issues for AKS alone.', 'ACI にはラベルがなく、Microsoft の証明書は AKS 専用です。'),
    see: [SHOW],
    mend: say('Bring an own certificate.', '独自の証明書を用意してください。'),
  },
  'aci-no-service': {
    means: say('There is no such service, and nothing says how to make it.', 'そのサービスがなく、作成方法の指定もありません。'),
    arises: say('A wrong name, or a service file is missing.', '名前の誤り、またはサービス ファイルの指定漏れです。'),
    see: ['az ml service list --workspace-name WORKSPACE --resource-group GROUP'],
    mend: say('Correct the name, or name a service file.', '名前を修正するか、サービス ファイルを指定してください。'),
  },
  'aci-not-applied': {
    means: say('Azure says that it is done, yet the settings read back are others.', 'Azure は完了を報告しましたが、読み戻した設定が異なります。'),
    arises: say('The change was taken and not carried out, or somebody changed it at once.', '反映されていないか、直後に誰かが変更しました。'),
    see: [SERVICE],
    mend: say('Replay the profile with {flag}.', '{flag} を付けてプロファイルを再実行してください。', { flag: code('--redeploy') }),
  },
  'aci-other-service': {
    means: say('The service of that name does not run on ACI.', 'その名前のサービスは ACI のものではありません。'),
    arises: say('It is an AKS service; its TLS belongs to the cluster.', 'AKS のサービスです。TLS はクラスターの設定です。'),
    see: [SERVICE],
    mend: say('Secure its cluster: target {plugin}.', 'クラスターを保護してください (ターゲット {plugin})。', { plugin: code('aks-attach') }),
  },
  'aci-service-file': {
    means: say('The service file is no JSON object.', 'サービス ファイルが JSON オブジェクトではありません。'),
    arises: say('A slip, or another file was named.', '記述の誤り、または別のファイルの指定です。'),
    see: ["node -e \"JSON.parse(require('fs').readFileSync('service.json'))\""],
    mend: FILE,
  },
  'aci-service-file-name': {
    means: say('The service file names another service than the profile.', 'サービス ファイルの名前がプロファイルと異なります。'),
    arises: say('It was copied from another one.', '別のサービスのファイルをコピーしています。'),
    see: [SHOW],
    mend: FILE,
  },
  'aci-service-file-tls': {
    means: say('The service file holds TLS settings of its own.', 'サービス ファイルに TLS の設定が含まれています。'),
    arises: say(
      'Certificate and key come from the profile; a key does not belong into that file.',
      '証明書と鍵はプロファイルから設定します。このファイルに鍵を入れてはいけません。',
    ),
    see: ['grep -i ssl service.json'],
    mend: FILE,
  },
  'aci-still-busy': {
    means: say('The service does not settle.', 'サービスの状態が安定しません。'),
    arises: say('Another change is under way, or the container keeps restarting.', '別の変更が進行中か、コンテナーが再起動を繰り返しています。'),
    see: [SERVICE, LOGS],
    mend: say('Wait; if it stays Transitioning, read the logs.', '待っても Transitioning のままなら、ログを確認してください。'),
  },
  'aci-tls-is-on': {
    means: say('TLS is on, and the profile wants it off.', 'TLS が有効ですが、プロファイルではオフになっています。'),
    arises: say('A replay never switches TLS off.', '再実行で TLS がオフになることはありません。'),
    see: [SERVICE],
    mend: say('If it is really to go off: {command}.', '本当にオフにする場合: {command}', { command: code('amltls disable PROFILE') }),
  },
  'service-name-invalid': {
    means: say('A service cannot have that name.', 'サービスに使えない名前です。'),
    arises: say('3 to 32 lower-case letters, digits and dashes, beginning with a letter.', '英小文字、数字、ハイフンで 3 から 32 文字、先頭は英字です。'),
    see: [SHOW],
    mend: say('Choose another name.', '別の名前にしてください。'),
  },
};
