import { say } from '../../core/text/say.ts';

export const ARISES = say('How it comes about', '起こる理由');
export const SEE = say('See it yourself', '自分で確かめる');
export const MEND = say('Mend it', '直し方');
