import type { Text } from '../../../../core/contracts/index.ts';
import { say, value } from '../../../../core/text/say.ts';

export const TITLE = say('Settings', '設定');
export const keptIn = (file: string): Text =>
  say('Kept in {file}; a change shows at once.', '{file} に保存されます。変更はすぐに反映されます。', { file: value(file) });
export const SAMPLE = say('A sample', '表示例');
export const GOOD = say('as wanted', '正常');
export const WARN = say('soon', '注意');
export const BAD = say('wrong', '問題');
export const ON_LEAVING = say('Line by line begins when you go back.', '1 行ずつの表示は、戻ったときに始まります。');
