import type { Text } from '../../../../core/contracts/index.ts';
import { say } from '../../../../core/text/say.ts';
import { SOURCES } from '../../../text/chain-words.ts';

export const TITLE = say('Certificates', '証明書');
export const SOURCES_ANSWERED = { served: SOURCES.served, files: say('To be deployed', 'これからデプロイする証明書') } as const;
export const LOOKING = say('Looking…', '確認中…');
export const FINDINGS = say('Findings', '検出事項');
export const NAMES = say('Names', '名前');
export const SUBJECT = say('Subject', 'サブジェクト');
export const ISSUER = say('Issuer', '発行者');
export const ITSELF = say('itself', '自己署名');
export const VALID = say('Valid', '有効期間');
export const LEFT = say('Left', '残り');
export const KEY = say('Key', '鍵');
export const SIGNATURE = say('Signed with', '署名');
export const SERIAL = say('Serial', 'シリアル番号');
export const FINGERPRINT = say('SHA-256', 'SHA-256');
export const PIN = say('SPKI pin', 'SPKI ピン');
export const share = (days: number, percent: number): Text =>
  days < 0
    ? say('none: expired {days} days ago', 'なし ({days} 日前に期限切れ)', { days: -days })
    : say('{days} days, {percent} % of its lifetime', '{days} 日 (有効期間の {percent} %)', { days, percent });
export const moreNames = (count: number): Text => say('and {count} more', 'ほか {count} 件', { count });
