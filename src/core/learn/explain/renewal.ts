import { code, say } from '../../text/say.ts';
import type { Explanations } from './explanation.ts';

const SERVED = 'openssl s_client -connect www.contoso.com:443 -servername www.contoso.com </dev/null | openssl x509 -noout -serial -dates';
const CHECK = 'amltls check PROFILE';
const SSL = 'az ml compute show --name COMPUTE --workspace-name WORKSPACE --resource-group GROUP --query properties.properties.sslConfiguration';

/** Renewal, rollback, switching off. */
export const RENEWAL_CODES: Explanations = {
  'renew-too-early': {
    means: say('A renewal now would very likely change nothing.', '今更新しても、何も変わらない可能性が高い状態です。'),
    arises: say('Azure acts within about 70 days of the end.', 'Azure が更新するのは期限前およそ 70 日以内です。'),
    see: [SERVED],
    mend: say('Wait for the date that is named, or insist with {flag}.', '示された日付まで待つか、{flag} で強制してください。', {
      flag: code('--even-if-early'),
    }),
  },
  'renewal-nothing-changed': {
    means: say('Azure took the request, and the same certificate is served.', '要求は受け付けられましたが、同じ証明書が提示されています。'),
    arises: say('It was too early, or Azure ignored the undocumented field.', '時期が早すぎたか、Azure が公開されていないフィールドを無視しました。'),
    see: [SERVED, SSL],
    mend: say('Ask again within 70 days of the end, or with another API version.', '期限前 70 日以内に、または別の API バージョンで要求してください。'),
  },
  'renewal-cannot-tell': {
    means: say('It cannot be seen from here whether the renewal took effect.', '更新が反映されたかどうかを、ここから確認できません。'),
    arises: say('The service is not reachable from this machine.', 'このマシンからサービスに接続できません。'),
    see: [SERVED],
    mend: say('Look from inside the network: {command}.', 'ネットワークの内側から確認してください: {command}', { command: code(CHECK) }),
  },
  'renewal-not-run': {
    means: say('No scheduled run has looked at the profile for long.', '長い間、定期実行が行われていません。'),
    arises: say('The timer is off, or fails before it comes to amltls.', 'タイマーが停止しているか、amltls の実行前に失敗しています。'),
    see: ['systemctl --user list-timers', 'crontab -l'],
    mend: say('Set the schedule up again: {command}.', '定期実行を設定し直してください: {command}', { command: code('amltls schedule PROFILE') }),
  },
  'renewal-overdue': {
    means: say('It is time to renew, and the files are still the old ones.', '更新の時期ですが、ファイルが古いままです。'),
    arises: say('The CA’s new certificate was not put where the profile looks.', 'CA の新しい証明書が、プロファイルの指す場所に置かれていません。'),
    see: ['openssl x509 -in cert.pem -noout -dates', SERVED],
    mend: say('Get a new certificate, put it there, then {command}.', '新しい証明書を取得して配置し、{command} を実行してください。', {
      command: code('amltls renew PROFILE'),
    }),
  },
  'renew-not-microsoft': {
    means: say('A forced renewal is for Microsoft’s certificates.', '強制更新は Microsoft の証明書のためのものです。'),
    arises: say(
      'The profile has an own certificate; its new files are pushed instead.',
      'プロファイルは独自の証明書を使っています。新しいファイルを反映します。',
    ),
    see: ['amltls profile show PROFILE'],
    mend: say('Put the new files in place and renew.', '新しいファイルを配置し、更新してください。'),
  },
  'renew-overwrite': {
    means: say('A renewal must not overwrite the domain.', '更新でドメインを上書きしてはいけません。'),
    arises: say(
      'The profile sets overwriteExistingDomain; the service would get another name.',
      'プロファイルで overwriteExistingDomain が有効です。サービスの名前が変わってしまいます。',
    ),
    see: ['amltls profile show PROFILE', 'amltls explain overwrite-existing-domain'],
    mend: say('Set {key}.', '{key} を指定してください。', { key: code('domain.overwriteExistingDomain=false') }),
  },
  'renew-older': {
    means: say('The new certificate ends earlier than the one that is served.', '新しい証明書の期限が、提示中のものより前です。'),
    arises: say('An old file was named.', '古いファイルが指定されています。'),
    see: ['openssl x509 -in cert.pem -noout -dates', SERVED],
    mend: say('Name the newer one; {flag} if it is meant.', '新しいファイルを指定してください。意図した場合は {flag} を付けます。', {
      flag: code('--allow-older'),
    }),
  },
  'renew-unseen': {
    means: say('What is served now could not be seen before the renewal.', '更新前の証明書を確認できませんでした。'),
    arises: say('The service does not answer from here; a change cannot be proved.', 'ここから接続できないため、変化を証明できません。'),
    see: [SERVED],
    mend: say('Run it from where the service can be reached.', 'サービスに接続できる場所から実行してください。'),
  },
  'renew-tls-off': {
    means: say('TLS is off: there is nothing to renew.', 'TLS がオフのため、更新するものがありません。'),
    arises: say('It was switched off.', 'オフにされています。'),
    see: [SSL],
    mend: say('Switch it on: {command}.', '有効にしてください: {command}', { command: code('amltls replay PROFILE') }),
  },
  'rollback-none': {
    means: say('There is no earlier certificate to go back to.', '戻す対象の証明書がありません。'),
    arises: say('This machine has deployed one pair only.', 'このマシンからは 1 組しかデプロイしていません。'),
    see: [CHECK],
    mend: say('Name the old files in the profile, and replay.', 'プロファイルに古いファイルを指定し、再実行してください。'),
  },
  'rollback-files-changed': {
    means: say('The files of the earlier certificate are no longer the same.', '以前の証明書のファイルが変更されています。'),
    arises: say('They were written over by the newer ones.', '新しいファイルで上書きされています。'),
    see: ['openssl x509 -in cert.pem -noout -fingerprint -sha256'],
    mend: say('Bring the old files back from a copy.', 'バックアップから古いファイルを戻してください。'),
  },
  'rollback-microsoft': {
    means: say('Microsoft’s certificates cannot be rolled back.', 'Microsoft の証明書は元に戻せません。'),
    arises: say('Azure keeps their keys.', '鍵は Azure が管理しています。'),
    see: [SERVED],
    mend: say('Renew again, or bring an own certificate.', 'もう一度更新するか、独自の証明書を使ってください。'),
  },
  'disable-unsupported': {
    means: say('TLS cannot be switched off on this target.', 'このターゲットでは TLS をオフにできません。'),
    arises: say('Its plugin has no way to.', 'プラグインが対応していません。'),
    see: ['amltls plugin list'],
    mend: say('Delete the resource, or use Azure’s own tools.', 'リソースを削除するか、Azure のツールを使ってください。'),
  },
  'approval-mistyped': {
    means: say('What was typed is not the profile’s name; nothing was changed.', '入力がプロファイル名と一致しません。何も変更していません。'),
    arises: say('The name is asked for where a change is hard to undo.', '元に戻しにくい変更では名前の入力を求めます。'),
    see: ['amltls profile list'],
    mend: say('Run it again and type the name.', 'もう一度実行し、名前を入力してください。'),
  },
  'wait-none': {
    means: say('Nothing is waited for.', '待機中のものはありません。'),
    arises: say('It ended, or was begun on another machine.', '終了しているか、別のマシンで開始されています。'),
    see: ['amltls watch'],
    mend: say('Look from outside: {command}.', '外部から確認してください: {command}', { command: code(CHECK) }),
  },
  'watch-invalid': {
    means: say('A profile is watched, or a name; not both, and not neither.', 'プロファイルか名前のどちらか一方を指定します。'),
    arises: say('The command line has both or none.', '両方を指定したか、どちらも指定していません。'),
    see: ['amltls watch dns --help'],
    mend: say('Give one of them.', 'どちらか一方を指定してください。'),
  },
  'tls-off-already': {
    means: say('TLS is off already.', 'TLS は既にオフです。'),
    arises: say('Nothing is to be done.', '行うことはありません。'),
    see: [SSL],
    mend: say('Switch it on with {command}.', '{command} で有効にできます。', { command: code('amltls replay PROFILE') }),
  },
};
