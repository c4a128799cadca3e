import { code, say } from '../../text/say.ts';
import type { Explanations } from './explanation.ts';

const RESET = say('Begin anew: {command}.', '最初からやり直してください: {command}', { command: code('amltls sandbox reset') });
const STATE = 'ls -l ~/.local/state/amltls/sandbox';
const LIST = 'amltls learn --list';
const SEED = say('Correct the seed file.', 'シード ファイルを修正してください。');

/** The practice Azure and its lessons. */
export const PRACTICE_CODES: Explanations = {
  'environment-closed': {
    means: say(
      'Something outside this machine was to be asked from an environment that stays on it.',
      'このコンピューター内で完結する環境から、外部に接続しようとしました。',
    ),
    arises: say('A profile of the real world is tried in the practice Azure.', '実際の環境のプロファイルを練習用 Azure で試しています。'),
    see: ['amltls profile show PROFILE'],
    mend: say('Take what the practice Azure has: its CA, its registrar.', '練習用 Azure の証明機関とレジストラーを使用してください。'),
  },
  'sandbox-already-runs': {
    means: say('A practice Azure runs on that state already.', 'その状態フォルダーの練習用 Azure は既に動作しています。'),
    arises: say('Another terminal runs it; commands join it by themselves.', '別のターミナルで実行中です。コマンドは自動的に接続します。'),
    see: [STATE],
    mend: say('Use it, or choose another {flag}.', 'それを使うか、別の {flag} を指定してください。', { flag: code('--state-dir') }),
  },
  'sandbox-cannot-listen': {
    means: say('No port of this machine could be opened.', 'このマシンのポートを開けませんでした。'),
    arises: say('A security program, or all ports are taken.', 'セキュリティ ソフト、またはポートの枯渇です。'),
    see: ['netstat -an'],
    mend: say('Close other programs.', '他のプログラムを閉じてください。'),
  },
  'sandbox-does-not-answer': {
    means: say('Whoever holds the practice Azure does not answer.', '練習用 Azure を実行しているプロセスが応答しません。'),
    arises: say('A process that hangs or is stopped.', 'プロセスの停止またはハングです。'),
    see: ['ps aux | grep amltls'],
    mend: say('End that process; the state stays.', 'そのプロセスを終了してください。状態は保持されます。'),
  },
  'sandbox-refused': {
    means: say('The practice Azure refused a request.', '練習用 Azure が要求を拒否しました。'),
    arises: say('Its message says why.', '理由はメッセージに示されています。'),
    see: [STATE],
    mend: say('Correct what it names.', '示された点を修正してください。'),
  },
  'sandbox-seed-invalid': {
    means: say('The seed file has a mistake.', 'シード ファイルに誤りがあります。'),
    arises: say('The line is named.', '行番号が示されています。'),
    see: ['cat seed.yaml'],
    mend: SEED,
  },
  'sandbox-seed-reference': {
    means: say('The seed names something that it does not hold.', 'シードが存在しないものを参照しています。'),
    arises: say(
      'A compute without its cluster, a service without its compute.',
      'クラスターのないコンピューティング、コンピューティングのないサービスなどです。',
    ),
    see: ['cat seed.yaml'],
    mend: SEED,
  },
  'sandbox-seed-unreadable': {
    means: say('The seed file cannot be read.', 'シード ファイルを読み取れません。'),
    arises: say('A wrong path.', 'パスの誤りです。'),
    see: ['ls -l seed.yaml'],
    mend: SEED,
  },
  'sandbox-speed': {
    means: say('The clock cannot run at that speed.', 'その速さでは時計を動かせません。'),
    arises: say('A number above zero is needed.', '正の数が必要です。'),
    see: ['amltls sandbox --help'],
    mend: say('Write for example {flag}.', '{flag} のように指定してください。', { flag: code('--speed 75') }),
  },
  'sandbox-state-damaged': {
    means: say('The state of the practice Azure cannot be read.', '練習用 Azure の状態を読み取れません。'),
    arises: say('The file was changed by hand, or the disk was full.', '手動での変更、またはディスクの空き不足です。'),
    see: [STATE],
    mend: RESET,
  },
  'sandbox-state-unusable': {
    means: say('The state folder cannot be used.', '状態フォルダーを使用できません。'),
    arises: say('It is not yours, or not writable.', '所有者または書き込み権限の問題です。'),
    see: [STATE],
    mend: say('Choose another {flag}.', '別の {flag} を指定してください。', { flag: code('--state-dir') }),
  },
  'sandbox-state-version': {
    means: say('The state is of another version of amltls.', '別のバージョンの amltls の状態です。'),
    arises: say('It was written by a newer one.', '新しいバージョンで書き込まれています。'),
    see: ['amltls --version'],
    mend: RESET,
  },
  'sandbox-stopped': {
    means: say('The practice Azure stopped by itself.', '練習用 Azure が停止しました。'),
    arises: say('Another process took its state over.', '別のプロセスが状態を引き継ぎました。'),
    see: [STATE],
    mend: say('Start it again.', 'もう一度起動してください。'),
  },
  'sandbox-zone': {
    means: say('The practice registrar has no zone for the name.', '練習用レジストラーにその名前のゾーンがありません。'),
    arises: say('contoso.com and fabrikam.com are there at first.', '最初にあるのは contoso.com と fabrikam.com です。'),
    see: ['amltls sandbox --help'],
    mend: say('Use a name in one of them, or a seed with your own.', 'いずれかの名前を使うか、シードでゾーンを追加してください。'),
  },
  'lesson-unknown': {
    means: say('There is no such lesson.', 'そのレッスンはありません。'),
    arises: say('A slip in number or name.', '番号または名前の誤りです。'),
    see: [LIST],
    mend: say('Take one from the list.', '一覧から選んでください。'),
  },
  'lesson-missing': {
    means: say('No lesson was named.', 'レッスンが指定されていません。'),
    arises: say('Beginning anew is done for one lesson at a time.', 'やり直しはレッスンごとに行います。'),
    see: [LIST],
    mend: say('Name it.', '指定してください。'),
  },
  'lesson-invalid': {
    means: say('A lesson’s file has a mistake.', 'レッスン ファイルに誤りがあります。'),
    arises: say('The line is named.', '行番号が示されています。'),
    see: [LIST],
    mend: say('Correct it, or install amltls again.', '修正するか、amltls を再インストールしてください。'),
  },
  'lesson-line': {
    means: say('The line cannot be understood.', '入力を解釈できません。'),
    arises: say('Something is missing in it.', '入力が不足しています。'),
    see: ['help'],
    mend: say('Type {help} in the lesson.', 'レッスンで {help} と入力してください。', { help: code('help') }),
  },
  'lesson-caa': {
    means: say('The practice CA may not issue for the name.', '練習用 CA はその名前に発行できません。'),
    arises: say('A CAA record names other CAs.', 'CAA レコードで別の CA が指定されています。'),
    see: ['registrar list'],
    mend: say('Let it in: {line}.', '許可してください: {line}', { line: code('registrar set contoso.com CAA \'0 issue "practice-ca.example"\'') }),
  },
};
