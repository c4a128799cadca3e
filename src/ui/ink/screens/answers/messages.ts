import type { Text } from '../../../../core/contracts/index.ts';
import { code, say, value } from '../../../../core/text/say.ts';

export const heading = (name: string): Text => say('Answers of {name}', '{name} の回答', { name: value(name) });
export const CHANGED = say('changed', '変更あり');
export const LEFT = say('default', '既定値');
export const UNCHANGED = say('Enter changes the marked answer. Nothing is saved yet.', 'Enter で選択中の回答を変更します。まだ保存されません。');
export const changes = (count: number): Text =>
  say('Changed: {count}. {key} shows what would be saved.', '変更: {count} 件。{key} で保存内容を確認します。', { count, key: code('s') });
export const DIFF = say('What would be saved', '保存される内容');
export const NOTHING = say('Nothing would change.', '変更はありません。');
export const keepsComments = (file: string): Text =>
  say('Comments and everything else in {file} stay as they are.', '{file} のコメントとその他の内容はそのまま残ります。', { file: value(file) });
export const KEY = say('Profile key', 'プロファイルのキー');
export const VALUE = say('Answer', '回答');
