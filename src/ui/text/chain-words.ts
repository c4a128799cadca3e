import type { ChainLink } from '../../core/certificates/inspect/chain-view.ts';
import type { Text } from '../../core/contracts/index.ts';
import { say } from '../../core/text/say.ts';

export const SOURCES = { served: say('Served now', '提供中'), files: say('Of the profile', 'プロファイルの証明書') } as const;
export const NOTHING_WRONG = say('Nothing to find fault with.', '問題は見つかりませんでした。');
export const ROLES: Readonly<Record<ChainLink['role'], Text>> = {
  leaf: say('the service itself', 'サーバー証明書'),
  issuer: say('intermediate CA', '中間 CA'),
  root: say('root CA', 'ルート CA'),
  apart: say('not part of the chain', 'チェーンに含まれない証明書'),
};
