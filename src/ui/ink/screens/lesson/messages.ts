import type { Text } from '../../../../core/contracts/index.ts';
import { code, date, duration, say, value } from '../../../../core/text/say.ts';

export const HEAD = (number: number, title: Text): Text => say('Lesson {number}: {title}', 'レッスン {number}: {title}', { number, title });
export const TASK = (task: number, of: number): Text => say('Task {task} of {of}', '課題 {task}/{of}', { task, of });
export const TASK_SEEN = (task: number, of: number, held: number, all: number): Text =>
  say('Task {task} of {of}, {held} of {all} seen', '課題 {task}/{of}、確認済み {held}/{all}', { task, of, held, all });
export const QUESTION = (at: number, of: number): Text => say('Question {at} of {of}', '質問 {at}/{of}', { at, of });
export const KNOW = (terms: string): Text => say('To know first (g explains them): {terms}', '先に知っておくこと (g で説明): {terms}', { terms: value(terms) });
export const TO_BE_SEEN = say('What has to be seen', '確認する内容');
export const HINT = (at: number): Text => say('Hint {at}', 'ヒント {at}', { at });
export const STARTS = (line: string): Text => say('Enter starts {line}', 'Enter で {line} を実行', { line: code(line) });
export const FIND_OUT = say('Which command helps here is for you to find out; c takes one.', 'どのコマンドを使うかは自分で考えてください。c で入力します。');
export const PASSES = (ms: number): Text => say('{key} lets {time} pass.', '{key} で {time} 進みます。', { key: code('t'), time: duration(ms) });
export const FOLDER = (folder: string): Text => say('Your files: {folder}', 'ファイルの場所: {folder}', { folder: value(folder) });
export const PRACTICE_TIME = (now: number): Text => say('Practice time: {now}', '練習用の時刻: {now}', { now: date(now) });
export const LATER = (ms: number): Text => say('{time} later', '{time}後', { time: duration(ms) });
export const DONE = say('This task is done.', 'この課題は完了です。');
export const INSTEAD = (text: Text): Text => say('so far: {text}', '現状: {text}', { text });

export const ACTIONS = {
  run: say('Start', '実行'),
  command: say('Command', '入力'),
  hint: say('Hint', 'ヒント'),
  next: say('Next', '次へ'),
  tools: say('As code', 'コード表示'),
  leave: say('Leave', '終了'),
} as const;
