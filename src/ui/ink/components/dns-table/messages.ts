import type { DnsRow, Text } from '../../../../core/contracts/index.ts';
import { duration, say, value } from '../../../../core/text/say.ts';
import { formatTime } from '../../../text/formats.ts';

export const SERVER = say('Server', 'サーバー');
export const ANSWER = say('Answer', '応答');
export const INSIDE = say('Inside', '内部');
export const OUTSIDE = say('Outside', '外部');
export const VERDICT = say('State', '状態');
export const UNTIL = say('Forgets in', 'キャッシュ残り');

export const SERIAL = say('Serial', 'シリアル');

export const ROLES: Readonly<Record<DnsRow['role'], Text>> = {
  authoritative: say('authoritative', '権威'),
  resolver: say('resolver', 'リゾルバー'),
};

export const left = (ms: number): Text => say('{time}', '{time}', { time: duration(ms) });

export const since = (at: number): Text => say('since {time}', '({time} から)', { time: value(formatTime(at)) });
