import type { Owner, Text } from '../../../../core/contracts/index.ts';
import { code, say, value } from '../../../../core/text/say.ts';

export const WHAT_NOW = say('What to do now', '次に行うこと');
export const TITLES: Readonly<Record<Owner, Text>> = {
  you: say('Something needs your attention', '確認が必要です'),
  service: say('The service or the network did not do it', 'サービスまたはネットワークの問題です'),
  amltls: say('amltls itself got stuck', 'amltls 自体の問題です'),
};
export const CODE = (id: string): Text => say('Code: {id}', 'コード: {id}', { id: code(id) });
export const SERVICE = (words: string): Text => say('The service said: {words}', 'サービスの応答: {words}', { words: value(words) });
export const REQUEST = (id: string): Text => say('Request id: {id}', '要求 ID: {id}', { id: value(id) });

export const ACTIONS = {
  retry: say('Try again', '再試行'),
  back: say('Back', '戻る'),
  quit: say('Quit', '終了'),
};
