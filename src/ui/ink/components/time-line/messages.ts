import { say } from '../../../../core/text/say.ts';

export const ASKED = say('asked', '要求');
export const NOW = say('now', '現在');
export const USUAL = say('usually done', '完了の目安');
export const END = say('gives up', '打ち切り');
