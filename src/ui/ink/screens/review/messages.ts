import type { Effect, Text } from '../../../../core/contracts/index.ts';
import { duration, say } from '../../../../core/text/say.ts';

export const TITLE = say('Review: nothing has been sent yet', '確認: まだ何も送信していません');
export const BLOCKED = say('It cannot start: the errors below come first.', '開始できません。先に以下のエラーを解決してください。');
export const REQUESTS = say('With the requests that would be sent, secrets replaced.', '送信される要求も表示しています (秘密の値は置き換え済み)。');
export const ANSWERS = say('Choose the answer to change', '変更する回答を選んでください');
export const NOTHING = say('Nothing has to change.', '変更はありません。');
export const SKIPPED = say('not needed', '不要');

export const EFFECTS: Readonly<Record<Effect, Text>> = {
  create: say('create', '作成'),
  update: say('update', '更新'),
  delete: say('delete', '削除'),
  'by-hand': say('by hand', '手作業'),
  none: say('unchanged', '変更なし'),
};

export const about = (ms: number): Text => say('takes about {time}', '所要時間の目安: {time}', { time: duration(ms) });

export const ACTIONS = {
  approve: say('Start', '開始'),
  change: say('Change', '変更'),
  back: say('Back', '戻る'),
  quit: say('Quit', '終了'),
};
