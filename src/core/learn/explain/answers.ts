import { code, say } from '../../text/say.ts';
import type { Explanations } from './explanation.ts';

const SHOW = 'amltls profile show PROFILE';
const VALIDATE = 'amltls profile validate';
const HELP = 'amltls --help';
const NAME = say('Give the whole name that clients call, for example {name}.', 'クライアントが呼び出す完全な名前を指定してください (例: {name})。', {
  name: code('www.contoso.com'),
});
const SET = say('Correct it in the profile, or with {flag}.', 'プロファイルまたは {flag} で修正してください。', { flag: code('--set KEY=VALUE') });
const AGAIN = say('Write the command again; {help} shows how.', '{help} を参照し、コマンドを入力し直してください。', { help: code(HELP) });
const TYPED = say('Something was typed or saved that cannot be so.', '入力または保存された値が正しくありません。');

/** Answers, flags and names. */
export const ANSWER_CODES: Explanations = {
  usage: {
    means: say('The command line cannot be understood.', 'コマンド ラインを解釈できません。'),
    arises: say('A command or flag that does not exist, or something is missing.', '存在しないコマンドやフラグ、または指定の不足です。'),
    see: [HELP],
    mend: AGAIN,
  },
  'flag-invalid': { means: say('A flag has a value that it cannot have.', 'フラグの値が正しくありません。'), arises: TYPED, see: [HELP], mend: AGAIN },
  'flag-missing': {
    means: say('A flag is missing that this command needs.', 'このコマンドに必要なフラグがありません。'),
    arises: say('Some flags go together.', '一緒に指定するフラグがあります。'),
    see: [HELP],
    mend: AGAIN,
  },
  'duration-invalid': {
    means: say('That is no length of time.', '時間の長さの指定が正しくありません。'),
    arises: TYPED,
    see: [SHOW],
    mend: say('Write for example {one}, {two} or {three}.', '{one}、{two}、{three} のように指定してください。', {
      one: code('90s'),
      two: code('30m'),
      three: code('6h'),
    }),
  },
  'host-invalid': {
    means: say('That is no host.', 'ホストの指定が正しくありません。'),
    arises: say('It is a name or an address, with a port where it is not 443.', '名前またはアドレスで、443 以外はポートも指定します。'),
    see: ['amltls check --host www.contoso.com:443'],
    mend: AGAIN,
  },
  'set-invalid': {
    means: say('A {set} answers no question.', '{set} の指定が正しくありません。', { set: code('--set') }),
    arises: say('The form is KEY=VALUE, with a key of the profile file.', 'KEY=VALUE の形式で、キーはプロファイルのキーです。'),
    see: [SHOW],
    mend: SET,
  },
  'terminal-needed': {
    means: say('This needs a person at a terminal.', '対話できるターミナルが必要です。'),
    arises: say('It runs in a pipe, a job or an editor.', 'パイプ、ジョブ、エディターなどで実行しています。'),
    see: ['tty'],
    mend: say(
      'Run it in a terminal, or use {replay}; {plain} asks line by line.',
      'ターミナルで実行するか、{replay} を使ってください。{plain} では 1 行ずつ質問します。',
      { replay: code('amltls replay'), plain: code('--plain') },
    ),
  },
  'approval-needed': {
    means: say('Nobody approved, and approval is needed here.', '承認が必要ですが、承認されていません。'),
    arises: say('Without a terminal nobody can be asked.', 'ターミナルがないため確認できません。'),
    see: ['amltls plan PROFILE'],
    mend: say('Read the plan, then add {flag}.', '計画を確認し、{flag} を付けてください。', { flag: code('--yes') }),
  },
  'answers-missing': {
    means: say('Questions have no answer.', '回答のない質問があります。'),
    arises: say('The profile lacks them, and nobody can be asked.', 'プロファイルになく、質問もできません。'),
    see: [SHOW],
    mend: SET,
  },
  'answers-invalid': { means: say('Some answers cannot be so.', '正しくない回答があります。'), arises: TYPED, see: [VALIDATE], mend: SET },
  'answers-unknown': {
    means: say('Answers stand in the profile that no question asks for.', 'どの質問にも対応しない回答がプロファイルにあります。'),
    arises: say('A key is misspelt, or belongs to another plugin.', 'キーの綴りの誤り、または別のプラグインのキーです。'),
    see: [VALIDATE],
    mend: say('Correct or delete them.', '修正または削除してください。'),
  },
  'answer-missing': { means: say('An answer is needed.', '回答が必要です。'), arises: say('It was left empty.', '空のままです。'), see: [SHOW], mend: SET },
  'answer-empty': {
    means: say('The answer is empty.', '回答が空です。'),
    arises: say('Nothing, or spaces alone, were typed.', '何も入力していないか、空白だけです。'),
    see: [SHOW],
    mend: SET,
  },
  'answer-unlisted': {
    means: say('The answer is none of the choices.', '選択肢にない回答です。'),
    arises: say('A choice was misspelt, or is gone.', '綴りの誤り、または選択肢がなくなっています。'),
    see: ['amltls secure PROFILE'],
    mend: SET,
  },
  'answer-wrong-type': {
    means: say('The answer is of another kind than the question.', '回答の種類が質問と異なります。'),
    arises: say('Text instead of a number, or the other way round.', '数値の代わりに文字列、またはその逆です。'),
    see: [VALIDATE],
    mend: SET,
  },
  'domain-kind-unknown': {
    means: say('The kind of domain is unknown.', 'ドメインの種類が不明です。'),
    arises: TYPED,
    see: [SHOW],
    mend: say('Use {custom}, {microsoft} or {none}.', '{custom}、{microsoft}、{none} のいずれかを指定してください。', {
      custom: code('custom'),
      microsoft: code('microsoft'),
      none: code('none'),
    }),
  },
  'domain-no-name-yet': {
    means: say('Without a name there is no certificate.', '名前がなければ証明書は取得できません。'),
    arises: say('You chose that you have none yet.', '「まだ持っていない」を選びました。'),
    see: ['amltls explain domain-name'],
    mend: say('Register a domain, or take a name from Microsoft.', 'ドメインを登録するか、Microsoft の名前を使ってください。'),
  },
  'target-unfit': {
    means: say('This target cannot serve that kind of name.', 'このターゲットでは、その種類の名前を使えません。'),
    arises: say('Container instances have no Microsoft name.', 'コンテナー インスタンスでは Microsoft の名前を使えません。'),
    see: [SHOW],
    mend: say('Change the target or the kind of name.', 'ターゲットまたは名前の種類を変更してください。'),
  },
  'fqdn-empty': { means: say('No name was given.', '名前が指定されていません。'), arises: TYPED, see: [SHOW], mend: NAME },
  'fqdn-invalid': { means: say('That is no domain name.', 'ドメイン名として正しくありません。'), arises: TYPED, see: [SHOW], mend: NAME },
  'fqdn-address': {
    means: say('That is an address, and a certificate names a host.', 'アドレスです。証明書にはホスト名が必要です。'),
    arises: say('The address of the service was typed.', 'サービスのアドレスを入力しています。'),
    see: ['nslookup www.contoso.com'],
    mend: NAME,
  },
  'fqdn-not-only-a-name': {
    means: say('More than a name was given.', '名前以外のものが含まれています。'),
    arises: say('A whole URL was pasted, with https:// or a path.', 'https:// やパスを含む URL を貼り付けています。'),
    see: [SHOW],
    mend: NAME,
  },
  'fqdn-single-label': {
    means: say('The name has no dot.', '名前にドットがありません。'),
    arises: say('A short name is known inside a network only.', '短い名前はネットワーク内でしか通用しません。'),
    see: ['nslookup NAME'],
    mend: NAME,
  },
  'fqdn-letters': {
    means: say('The name holds letters that no domain name may have.', 'ドメイン名に使えない文字が含まれています。'),
    arises: say('A space, an underscore, or another sign.', '空白、アンダースコア、その他の記号です。'),
    see: [SHOW],
    mend: NAME,
  },
  'fqdn-label': {
    means: say('A part of the name is not possible.', '名前の一部が正しくありません。'),
    arises: say('A part may not begin or end with a dash, nor be longer than 63 letters.', '各部分はハイフンで始まったり終わったりできず、63 文字までです。'),
    see: [SHOW],
    mend: NAME,
  },
  'fqdn-empty-label': { means: say('Two dots stand side by side.', 'ドットが連続しています。'), arises: TYPED, see: [SHOW], mend: NAME },
  'fqdn-too-long': {
    means: say('The name is longer than DNS allows.', '名前が DNS の上限より長くなっています。'),
    arises: say('253 letters in all.', '全体で 253 文字までです。'),
    see: [SHOW],
    mend: NAME,
  },
  'fqdn-wildcard': {
    means: say('Clients call a host, and * is none.', 'クライアントが呼び出すのはホストで、* は使えません。'),
    arises: say('A wildcard certificate is fine; the service still needs one name.', 'ワイルドカード証明書は使えますが、サービスには 1 つの名前が必要です。'),
    see: ['amltls explain wildcard'],
    mend: NAME,
  },
  'fqdn-public-suffix': {
    means: say('That is a public suffix, under which anybody may register.', 'パブリック サフィックスそのものです。'),
    arises: say('No CA issues for it.', 'どの CA も発行しません。'),
    see: ['amltls explain public-suffix'],
    mend: NAME,
  },
  'leaf-label-invalid': {
    means: say('The label is not possible.', 'ラベルが正しくありません。'),
    arises: say('Lower-case letters, digits and dashes, beginning with a letter, 57 at most.', '英小文字、数字、ハイフンで、先頭は英字、57 文字までです。'),
    see: [SHOW],
    mend: SET,
  },
  'leaf-label-whole-name': {
    means: say('The whole name was given instead of the label.', 'ラベルではなく名前全体が指定されています。'),
    arises: say('The part before the six characters is meant.', '6 文字より前の部分だけを指定します。'),
    see: ['amltls explain leaf-domain-label'],
    mend: say('Give the beginning alone.', '先頭部分だけを指定してください。'),
  },
  interrupted: {
    means: say('The program was interrupted.', '中断されました。'),
    arises: say('Ctrl-C, or a signal. What Azure had taken goes on there.', 'Ctrl-C またはシグナルです。Azure が受け付けた操作は続いています。'),
    see: ['amltls watch'],
    mend: say('Run the same command again: it goes on.', '同じコマンドで続きから再開できます。'),
  },
  unexpected: {
    means: say('amltls met something it was not built for.', 'amltls で想定外の問題が発生しました。'),
    arises: say('A fault of the program.', 'プログラムの不具合です。'),
    see: ['amltls doctor'],
    mend: say('Send a redacted bundle: {command}.', '機密情報を除いたファイルを送ってください: {command}', { command: code('amltls report') }),
  },
  'screen-broken': {
    means: say('What draws the screen failed; the terminal was given back.', '画面の描画に失敗したため、端末を元の状態に戻しました。'),
    arises: say(
      'A fault of the program. What was sent before is journaled, and Azure goes on with it.',
      'プログラムの不具合です。送信済みの内容はジャーナルに記録され、Azure 側の処理は続きます。',
    ),
    see: ['amltls watch', 'amltls report'],
    mend: say('Run the same command again with {flag}, and send the report.', '{flag} を付けて同じコマンドを実行し、レポートを送付してください。', {
      flag: code('--plain'),
    }),
  },
  'explain-unknown': {
    means: say('There is nothing under that word.', 'その語の説明はありません。'),
    arises: TYPED,
    see: ['amltls check --format json'],
    mend: say('Take the code as it stands beside a finding.', '検出事項の横に表示されるコードを指定してください。'),
  },
  'blocked-by-findings': {
    means: say('Findings of severity error stop the change; nothing was sent.', '重大度がエラーの検出事項があるため中止しました。何も送信していません。'),
    arises: say('Each finding has a code of its own.', '検出事項ごとにコードがあります。'),
    see: ['amltls plan PROFILE'],
    mend: say('Cure them one by one: {command}.', '1 つずつ解消してください: {command}', { command: code('amltls explain CODE') }),
  },
};
