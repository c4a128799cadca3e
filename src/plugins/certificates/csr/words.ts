import type { Text } from '../../../core/contracts/index.ts';
import { lines } from '../../../core/text/join.ts';
import { code, say, value } from '../../../core/text/say.ts';

export interface Ordering {
  readonly requestFile: string;
  readonly where: string;
  readonly names: readonly string[];
}

/** What to order, how, and what not to send. */
export function howToOrder({ requestFile, where, names }: Ordering): Text {
  return lines([
    say(
      'Order a TLS server certificate at your certificate authority with this request ({path}):',
      '次の証明書署名要求 ({path}) を使って、証明機関に TLS サーバー証明書を注文してください:',
      { path: value(requestFile) },
    ),
    say(
      'Names: {names}. A domain-validated (DV) certificate is enough; where a form asks for the server software, choose "other".',
      '名前: {names}。ドメイン認証 (DV) の証明書で十分です。サーバー ソフトウェアの選択欄では「その他」を選びます。',
      {
        names: value(names.join(', ')),
      },
    ),
    say('Never send the key: an authority needs the request alone.', '秘密鍵は送らないでください。証明機関に必要なのは要求だけです。'),
    say(
      'Ask for the whole chain as PEM and save it as, or in, {where}: it is noticed there.',
      'チェーン全体を PEM 形式で受け取り、{where} に保存してください。保存すると自動的に検出します。',
      { where: code(where) },
    ),
  ]);
}
