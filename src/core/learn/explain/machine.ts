import { code, say } from '../../text/say.ts';
import type { Explanations } from './explanation.ts';

const LS = 'ls -l FILE';
const PATH = say('Correct the path. Relative ones are relative to the profile file.', 'パスを修正してください。相対パスはプロファイル ファイルが基準です。');
const MODE = say('Let you alone read it: {command}.', '自分だけが読めるようにしてください: {command}', { command: code('chmod 600 key.pem') });

/** Files, plugins, this machine. */
export const MACHINE_CODES: Explanations = {
  'file-missing': {
    means: say('There is no such file.', 'ファイルがありません。'),
    arises: say('A slip in the path, or it was moved.', 'パスの誤り、またはファイルの移動です。'),
    see: [LS],
    mend: PATH,
  },
  'file-unreadable': {
    means: say('The file cannot be read.', 'ファイルを読み取れません。'),
    arises: say('You have no right to, or the disk fails.', '権限がないか、ディスクの障害です。'),
    see: [LS, 'id'],
    mend: say('Give yourself the right to read it.', '読み取り権限を付与してください。'),
  },
  'file-is-folder': {
    means: say('A folder was named where a file is needed.', 'ファイルの代わりにフォルダーが指定されています。'),
    arises: say('The last part of the path is missing.', 'パスの最後の部分がありません。'),
    see: [LS],
    mend: PATH,
  },
  'file-empty': {
    means: say('The file is empty.', 'ファイルが空です。'),
    arises: say('A download or a full disk broke it off.', 'ダウンロードの中断やディスクの空き不足です。'),
    see: [LS],
    mend: say('Fetch it again.', '取得し直してください。'),
  },
  'file-binary': {
    means: say('The file is binary where text is needed.', 'テキストの代わりにバイナリ ファイルです。'),
    arises: say('A PFX or DER under another name.', '別の名前の PFX や DER です。'),
    see: ['file FILE'],
    mend: say('Convert it: {command}.', '変換してください: {command}', { command: code('amltls cert convert') }),
  },
  'file-too-large': {
    means: say('The file is larger than such a file can be.', 'この種類のファイルとしては大きすぎます。'),
    arises: say('Another file was named.', '別のファイルが指定されています。'),
    see: [LS],
    mend: PATH,
  },
  'file-exists': {
    means: say('A file is there already, and is not written over.', 'ファイルが既にあるため、上書きしません。'),
    arises: say('It may be the only copy of a key.', '鍵の唯一のコピーかもしれません。'),
    see: [LS],
    mend: say('Move it away, or choose another place.', '移動するか、別の場所を指定してください。'),
  },
  'file-not-writable': {
    means: say('The file cannot be written.', 'ファイルに書き込めません。'),
    arises: say('No right to, or a disk mounted for reading.', '権限がないか、読み取り専用のディスクです。'),
    see: ['ls -ld FOLDER'],
    mend: say('Choose another folder, or get the right.', '別のフォルダーを指定するか、権限を付与してください。'),
  },
  'disk-full': {
    means: say('The disk is full.', 'ディスクの空きがありません。'),
    arises: say('Nothing was left half-written: the old content stands.', '書きかけのものはなく、以前の内容が残っています。'),
    see: ['df -h .'],
    mend: say('Make room, then do it again.', '空きを確保し、もう一度実行してください。'),
  },
  locked: {
    means: say('Another amltls works on the same thing.', '別の amltls が同じ対象を処理しています。'),
    arises: say('A schedule, or another terminal.', '定期実行、または別のターミナルです。'),
    see: ['ps aux | grep amltls'],
    mend: say('Wait until it has ended.', '終わるまで待ってください。'),
  },
  'log-not-writable': {
    means: say('The log cannot be written.', 'ログに書き込めません。'),
    arises: say('The folder of {flag} is not there or not yours.', '{flag} のフォルダーがないか、権限がありません。', { flag: code('--log-file') }),
    see: ['ls -ld FOLDER'],
    mend: say('Choose another file.', '別のファイルを指定してください。'),
  },
  'passphrase-wrong': {
    means: say('The passphrase does not open the file.', 'パスフレーズが正しくありません。'),
    arises: say('A slip, a line end in the passphrase file, or another file.', '入力の誤り、パスフレーズ ファイルの改行、または別のファイルです。'),
    see: ['openssl pkey -in key.pem -noout', 'openssl pkcs12 -in file.pfx -noout'],
    mend: say('Try it with openssl; then give it with {flag}.', 'openssl で確認し、{flag} で指定してください。', { flag: code('--passphrase-file') }),
  },
  'trust-empty': {
    means: say('The file of a private CA holds no certificate.', 'プライベート CA のファイルに証明書がありません。'),
    arises: say('Another file was named.', '別のファイルが指定されています。'),
    see: ['openssl x509 -in ca.pem -noout -subject'],
    mend: PATH,
  },
  'key-file-open': {
    means: say('Others on this machine can read the key.', 'このマシンの他のユーザーが鍵を読み取れます。'),
    arises: say('The file was made with usual rights.', 'ファイルが通常の権限で作成されています。'),
    see: ['ls -l key.pem'],
    mend: MODE,
  },
  'key-folder-open': {
    means: say('Others may write the folder of the key.', '鍵のフォルダーに他のユーザーが書き込めます。'),
    arises: say('Whoever writes the folder can exchange the key.', 'フォルダーに書き込めれば鍵を差し替えられます。'),
    see: ['ls -ld FOLDER'],
    mend: say('Take the right away: {command}.', '権限を外してください: {command}', { command: code('chmod go-w FOLDER') }),
  },
  'key-in-synced-folder': {
    means: say('The key lies in a folder that a cloud service copies.', '鍵がクラウド同期フォルダーにあります。'),
    arises: say('OneDrive, Dropbox and the like carry it elsewhere.', 'OneDrive や Dropbox などが別の場所にコピーします。'),
    see: ['ls -l key.pem'],
    mend: say('Move it to a folder of this machine alone.', 'このマシンだけのフォルダーに移してください。'),
  },
  'key-in-work-tree': {
    means: say('The key lies in a git work tree and is not ignored.', '鍵が Git の作業ツリーにあり、無視されていません。'),
    arises: say('One commit, and it is in the history for good.', '一度コミットすると履歴に残り続けます。'),
    see: ['git check-ignore -v key.pem', 'git log --all -- key.pem'],
    mend: say(
      'Move it, or ignore it; if it was ever committed, replace the key.',
      '移動するか無視設定に加えてください。コミット済みなら鍵を交換してください。',
    ),
  },
  'keyvault-url': {
    means: say('The text names no secret in a Key Vault.', 'Key Vault のシークレットの指定が正しくありません。'),
    arises: say('Another cloud, or a part of the URL is missing.', '別のクラウド、または URL の一部の不足です。'),
    see: ['az keyvault secret list --vault-name VAULT --query "[].id"'],
    mend: say('Take the id that this command prints.', 'このコマンドが出力する ID を指定してください。'),
  },
  'keyvault-missing': {
    means: say('The Key Vault has no such secret.', 'Key Vault にそのシークレットがありません。'),
    arises: say('A wrong name, or it was deleted.', '名前の誤り、または削除されています。'),
    see: ['az keyvault secret list --vault-name VAULT --output table'],
    mend: say('Correct the reference.', '参照を修正してください。'),
  },
  'keyvault-forbidden': {
    means: say('You may not read the secret.', 'シークレットを読み取る権限がありません。'),
    arises: say(
      'The role Key Vault Secrets User is missing, or a firewall stands before the vault.',
      'Key Vault シークレット ユーザー ロールの不足、またはファイアウォールです。',
    ),
    see: ['az keyvault secret show --vault-name VAULT --name NAME --query attributes'],
    mend: say('Have the role given to you.', 'ロールを付与してもらってください。'),
  },
  'keyvault-pfx': {
    means: say('The secret holds no PEM key.', 'シークレットが PEM の鍵ではありません。'),
    arises: say('Certificates are kept as PFX unless they were made as PEM.', '証明書は、PEM を指定しない限り PFX で保存されます。'),
    see: ['az keyvault secret show --vault-name VAULT --name NAME --query contentType'],
    mend: say('Import it as PEM.', 'PEM でインポートしてください。'),
  },
  'plugin-unknown': {
    means: say('There is no plugin of that name.', 'その名前のプラグインがありません。'),
    arises: say('A slip, or the profile names one that is not installed.', '綴りの誤り、または未インストールのプラグインです。'),
    see: ['amltls plugin list'],
    mend: say('Take one from the list, or install it.', '一覧から選ぶか、インストールしてください。'),
  },
  'plugin-not-judged': {
    means: say(
      'An id of the profile may come from a plugin that is not trusted yet.',
      'プロファイルの id が、まだ許可していないプラグインのものである可能性があります。',
    ),
    arises: say('What a plugin calls itself is known when it may run, not before.', 'プラグインの id は、実行を許可して初めて分かります。'),
    see: ['amltls plugin list'],
    mend: say('Trust the plugin, or correct the id.', 'プラグインを許可するか、id を修正してください。'),
  },
  'plugin-broken': {
    means: say('A plugin cannot be loaded.', 'プラグインを読み込めません。'),
    arises: say('It was made for another version, or throws while it loads.', '別のバージョン用であるか、読み込み時にエラーが発生しています。'),
    see: ['amltls plugin list'],
    mend: say('Update or remove it; the others go on working.', '更新または削除してください。他のプラグインは使えます。'),
  },
  'plugin-folder-exists': {
    means: say('The folder for the new plugin is there already.', '新しいプラグインのフォルダーが既にあります。'),
    arises: say('Nothing is written over.', '上書きはしません。'),
    see: ['ls FOLDER'],
    mend: say('Choose another name.', '別の名前にしてください。'),
  },
};
