import { code, say } from '../../text/say.ts';
import type { Explanations } from './explanation.ts';

const VALIDATE = 'amltls profile validate';
const LIST = 'amltls profile list';
const CORRECT = say('Correct the places that are named; {command} looks again.', '示された箇所を修正し、{command} で確認してください。', {
  command: code(VALIDATE),
});

/** The profile file. */
export const PROFILE_CODES: Explanations = {
  'profile-invalid': {
    means: say('The profile file has mistakes; nothing was done.', 'プロファイル ファイルに誤りがあります。何も実行していません。'),
    arises: say('A misspelt key, a wrong kind of value, or broken YAML.', 'キーの綴り、値の種類、または YAML の構文の誤りです。'),
    see: [VALIDATE],
    mend: CORRECT,
  },
  'profile-file-missing': {
    means: say('No profile file was found.', 'プロファイル ファイルが見つかりません。'),
    arises: say('None lies here, above, or in your config folder.', 'このフォルダー、上位のフォルダー、構成フォルダーのいずれにもありません。'),
    see: ['ls amltls.config.yaml'],
    mend: say('Make one with {command}, or name one with {flag}.', '{command} で作成するか、{flag} で指定してください。', {
      command: code('amltls secure NAME'),
      flag: code('--config FILE'),
    }),
  },
  'profile-file-kind': {
    means: say('The file is of a kind that amltls does not read.', '対応していない種類のファイルです。'),
    arises: say('YAML and JSON are read; code never is.', '読み取るのは YAML と JSON だけで、コードは実行しません。'),
    see: [LIST],
    mend: say('Write it as {file}.', '{file} として保存してください。', { file: code('amltls.config.yaml') }),
  },
  'profile-file-foreign': {
    means: say('The profile file belongs to somebody else, or others may write it.', 'プロファイル ファイルが他人の所有か、他人が書き込める状態です。'),
    arises: say('Whoever writes it decides where your key goes.', 'ファイルを書き換えられると、鍵の送信先を操作されます。'),
    see: ['ls -l amltls.config.yaml'],
    mend: say('Take it over: {own}, {mode}.', '所有者と権限を修正してください: {own}、{mode}', { own: code('chown'), mode: code('chmod go-w') }),
  },
  'profile-missing': {
    means: say('No profile was named.', 'プロファイルが指定されていません。'),
    arises: say('The command needs at least one, or {flag}.', '1 つ以上の名前か {flag} が必要です。', { flag: code('--all') }),
    see: [LIST],
    mend: say('Name one.', '名前を指定してください。'),
  },
  'profile-unknown': {
    means: say('The file has no profile of that name.', 'その名前のプロファイルがありません。'),
    arises: say('A slip, or another file is meant.', '綴りの誤り、または別のファイルです。'),
    see: [LIST],
    mend: say('Take a name from the list.', '一覧にある名前を指定してください。'),
  },
  'profile-exists': {
    means: say('A profile of that name is there already.', 'その名前のプロファイルは既にあります。'),
    arises: say('Copying and renaming never write over one.', 'コピーや名前の変更では上書きしません。'),
    see: [LIST],
    mend: say('Take another name.', '別の名前にしてください。'),
  },
  'profile-name-invalid': {
    means: say('A profile cannot have that name.', 'プロファイルに使えない名前です。'),
    arises: say('Letters, digits and . _ - only, beginning with a letter or digit.', '英数字と . _ - だけで、先頭は英数字です。'),
    see: [LIST],
    mend: say('Choose another name.', '別の名前にしてください。'),
  },
  'profile-changed': {
    means: say('The file was changed by somebody else at the same time.', '同時にファイルが変更されました。'),
    arises: say('An editor, or another amltls.', 'エディター、または別の amltls です。'),
    see: ['git diff amltls.config.yaml'],
    mend: say('Do it again.', 'もう一度実行してください。'),
  },
  'profile-too-new': {
    means: say('The file was written for a newer amltls.', '新しいバージョンの amltls 用のファイルです。'),
    arises: say('Its version is higher than this program knows.', 'ファイルの version がこのプログラムの対応範囲を超えています。'),
    see: ['amltls --version', 'head -3 amltls.config.yaml'],
    mend: say('Install a newer amltls.', '新しい amltls をインストールしてください。'),
  },
  'profile-untrusted': {
    means: say('The profile wants variables or plugins that were not trusted.', 'プロファイルが、信頼していない環境変数やプラグインを必要としています。'),
    arises: say('A file may read AMLTLS_ variables only, until you trust it.', '信頼するまで、ファイルから参照できるのは AMLTLS_ で始まる環境変数だけです。'),
    see: ['amltls profile show PROFILE'],
    mend: say('Read it, then {command}.', '内容を確認し、{command} を実行してください。', { command: code('amltls profile trust') }),
  },
  'variable-missing': {
    means: say('A variable of the profile has no value.', 'プロファイルの環境変数に値がありません。'),
    arises: say('It is not set in this shell or job.', 'このシェルやジョブで設定されていません。'),
    see: ['printenv NAME'],
    mend: say('Set it.', '設定してください。'),
  },
  'secret-missing': {
    means: say('A secret is not where the profile says.', 'シークレットが指定の場所にありません。'),
    arises: say('The variable or file is not there.', '環境変数またはファイルがありません。'),
    see: ['amltls profile show PROFILE'],
    mend: say('Put it there, or correct the reference.', '用意するか、参照を修正してください。'),
  },
  'secret-reference': {
    means: say('That is no way to name a secret.', 'シークレットの指定方法が正しくありません。'),
    arises: say('A secret is referred to, never written down: {env} or {file}.', 'シークレットは参照で指定します: {env} または {file}', {
      env: code('env:NAME'),
      file: code('file:PATH'),
    }),
    see: ['amltls profile show PROFILE'],
    mend: say('Write a reference.', '参照の形式で指定してください。'),
  },
  'editor-failed': {
    means: say('The editor ended with an error.', 'エディターがエラーで終了しました。'),
    arises: say('VISUAL or EDITOR names one that is not there.', 'VISUAL または EDITOR の指定が正しくありません。'),
    see: ['echo $VISUAL $EDITOR'],
    mend: say('Set it, or use {flag}.', '設定するか、{flag} を使ってください。', { flag: code('--set') }),
  },
  'hooks-untrusted': {
    means: say('The profile file runs commands, and you have not trusted it.', 'プロファイル ファイルにコマンドの実行が含まれますが、信頼されていません。'),
    arises: say('Hooks run only after trust.', 'フックは信頼した後にだけ実行されます。'),
    see: ['amltls profile show PROFILE'],
    mend: say('Read them, then {command}.', '内容を確認し、{command} を実行してください。', { command: code('amltls profile trust') }),
  },
};
