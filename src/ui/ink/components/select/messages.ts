import { say } from '../../../../core/text/say.ts';

export const SUGGESTED = say('suggested', 'おすすめ');
export const NOT_NOW = say('not possible here', 'ここでは選べません');
export const FILTER = say('Filter', '絞り込み');
export const NO_MATCH = say('Nothing matches.', '一致するものがありません。');
export const NOTHING = say('There is nothing to choose from.', '選べるものがありません。');
export const place = (at: number, of: number) => say('{at} of {of}', '{at} / {of} 件', { at, of });
