import type { Text } from '../../../../core/contracts/index.ts';
import { code, say } from '../../../../core/text/say.ts';

export const TITLE = say('Check from outside', '外部からの確認');
export const LOOKING = say('looking…', '確認中…');
export const progress = (done: number, of: number): Text => say('{done} of {of} looked at', '{of} 件中 {done} 件を確認', { done, of });
export const NO_ANSWER = say('no certificate seen', '証明書を確認できません');
export const NOTHING_WRONG = say('Nothing to find fault with.', '問題は見つかりませんでした。');
export const HOST = say('Host', 'ホスト');
export const ADDRESSES = say('Addresses', 'アドレス');
export const VALID = say('Valid until', '有効期限');
export const PROTOCOL = say('Protocol', 'プロトコル');
export const ISSUER = say('Issuer', '発行者');
export const FINGERPRINT = say('SHA-256', 'SHA-256');
export const EXPECTED = say('Expected', '想定');
export const SAME = say('as served', '提供中のものと一致');
export const FINDINGS = say('Findings', '検出事項');
export const NO_ROWS = say('There is no profile yet. Any host can be looked at all the same.', 'プロファイルはまだありません。任意のホストを確認できます。');
export const ADD = say('Which host?', 'どのホストですか?');
export const ADD_HELP = say(
  'A name or an address, with a port where it is not 443: {example}',
  '名前またはアドレス。443 以外の場合はポートも指定します。例: {example}',
  {
    example: code('www.contoso.com:8443'),
  },
);
export const STILL = say('The answer is still on its way.', '応答を待っています。');
