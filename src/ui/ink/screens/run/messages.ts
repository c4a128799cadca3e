import type { Status, Text } from '../../../../core/contracts/index.ts';
import { duration, say } from '../../../../core/text/say.ts';

export const TITLE = say('At work', '実行中');
export const BEGINNING = say('Beginning…', '開始しています…');
export const STATES = {
  waiting: say('to do', 'これから'),
  started: say('running', '実行中'),
  done: say('done', '完了'),
  skipped: say('unchanged', '変更なし'),
  failed: say('failed', '失敗'),
} as const;
export const OUTCOMES: Readonly<Record<Status, Text>> = {
  done: say('Done.', '完了しました。'),
  unchanged: say('Already as wanted: nothing was changed.', '既に希望どおりのため、変更はありません。'),
  waiting: say('Not finished yet: the rest is a matter of time.', 'まだ完了していません。残りは時間の経過を待ちます。'),
  failed: say('It did not work out.', '完了できませんでした。'),
};
export const elapsed = (ms: number): Text => say('{time} so far', '経過 {time}', { time: duration(ms) });
export const elapsedOf = (ms: number, expected: number): Text =>
  say('{time} of about {expected}', '経過 {time} / 目安 {expected}', { time: duration(ms), expected: duration(expected) });
export const took = (ms: number): Text => say('took {time}', '所要 {time}', { time: duration(ms) });
export const nextLook = (ms: number): Text => say('next look in {time}', '次の確認まで {time}', { time: duration(ms) });
export const LOOKING = say('looking now', '確認中');
export const givesUp = (ms: number): Text => say('gives up in {time}', 'あと {time} で打ち切り', { time: duration(ms) });
export const allIn = (ms: number): Text => say('everybody has it in {time}', '全体への反映まで {time}', { time: duration(ms) });
export const seen = (text: Text): Text => say('Last seen: {text}', '最後に確認した状態: {text}', { text });
export const requestId = (id: string): Text => say('Request id: {id}', '要求 ID: {id}', { id: { value: id } });
export const LEAVING = say(
  'A change is under way, and Azure goes on with it. Leave it running and take it up later by doing the same again, or wait?',
  '変更が進行中で、終了しても Azure 側の処理は続きます。このまま終了して後で同じ操作で再開しますか? それとも待ちますか?',
);
