import type { StepId, StepState, Text } from '../../../../core/contracts/index.ts';
import { say } from '../../../../core/text/say.ts';

export const NOTHING_ENTERED = say('This needs an answer.', '入力が必要です。');
export const NOT_A_NUMBER = say('This takes a number, such as 3 or 0.5.', '3 や 0.5 のような数値を入力してください。');
export const NOT_POSSIBLE = say('This one cannot be chosen here; the reason is below the list.', 'この項目はここでは選べません。理由は一覧の下にあります。');
export const pastedLines = (count: number): Text =>
  say('The paste had {count} lines and was left out: this takes one line.', '貼り付けた {count} 行は取り込みませんでした。入力できるのは 1 行です。', {
    count,
  });
export const WHY = say('Why this is asked', 'この質問の理由');
export const SO_FAR = say('So far', 'これまでの回答');
export const LOADING = say('Looking up what there is…', '一覧を取得しています…');
export const CHECKING = say('Checking…', '確認しています…');
export const LISTED = (source: Text): Text => say('Listed {source}', '一覧 ({source})', { source });
export const noList = (reason: Text): Text =>
  say('There is no list: {reason} Type the value instead.', '一覧を取得できませんでした。{reason} 値を直接入力してください。', { reason });
export const OPTIONAL = say('May stay empty', '省略可');
export const DEFAULT = say('Enter takes the default; Tab lets you edit it.', 'Enter で既定値を使います。Tab で編集できます。');
export const AS_CODE = say('The same with other tools', '他のツールで行う場合');
export const NO_CODE = say('There is nothing to show yet: a few more answers are needed.', 'まだ表示できません。もう少し回答が必要です。');

export const STEP_NAMES: Readonly<Record<StepId, Text>> = {
  domain: say('Domain', 'ドメイン'),
  certificate: say('Certificate', '証明書'),
  deploy: say('Deploy', 'デプロイ'),
  dns: say('DNS', 'DNS'),
};

export const STEP_STATES: Readonly<Record<StepState, Text>> = {
  open: say('to do', 'これから'),
  now: say('now', '進行中'),
  done: say('done', '完了'),
  'not-needed': say('not needed', '不要'),
};

/** What a step is while questions are asked: nothing is done yet. */
export const ANSWERED = say('answered', '回答済み');

export const stepOf = (at: number, of: number, name: Text): Text => say('Step {at} of {of}: {name}', 'ステップ {at}/{of}: {name}', { at, of, name });
export const stepsReady = (done: number, of: number): Text => say('{done} of {of} steps ready', '{of} ステップ中 {done} 準備完了', { done, of });
// How many there will be is not known before they are answered: no total is promised.
export const questionAt = (at: number): Text => say('question {at}', '質問 {at}', { at });

/** A question whose keys stand in the footer: it names kinds and counts, never content. */
export const pastedPem = ({ certificates, key }: { readonly certificates: number; readonly key: 'none' | 'plain' | 'encrypted' }): Text =>
  say(
    'PEM was pasted (certificates: {certificates}, private keys: {keys}). Keep it in a file that only you can read, and use that?',
    'PEM が貼り付けられました (証明書 {certificates} 件、秘密鍵 {keys} 件)。自分だけが読み取れるファイルに保存して使用しますか?',
    { certificates, keys: key === 'none' ? 0 : 1 },
  );
