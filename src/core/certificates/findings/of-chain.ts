import type { Finding } from '../../contracts/index.ts';
import { code, say, value } from '../../text/say.ts';
import { sameName } from '../distinguished-name.ts';
import { issuerUrls } from '../issuer-urls.ts';
import type { OrderedChain } from '../order.ts';
import { shownCertificate, shownName } from './shown.ts';

/** What the file holds beside what is served, and in which order. @param subject its path */
export function findingsOfOrder({ serve, roots, strangers, inOrder }: OrderedChain, subject: string): readonly Finding[] {
  return [
    ...(inOrder ? [] : [outOfOrder(serve, subject)]),
    ...roots.map(
      (root): Finding => ({
        code: 'root-included',
        severity: 'warning',
        subject,
        message: say(
          'The root certificate {name} is in the file; it is left out when the chain is sent.',
          'ルート証明書 {name} がファイルに含まれています。チェーンの送信時には除外します。',
          {
            name: shownCertificate(root),
          },
        ),
        next: [
          say(
            'Remove it from the file: clients have their own copy or do not trust it.',
            'ファイルから削除してください。クライアントは自身のルート証明書だけを信頼します。',
          ),
        ],
      }),
    ),
    ...strangers.map(
      (stranger): Finding => ({
        code: 'chain-stranger',
        severity: 'warning',
        subject,
        message: say(
          'The certificate {name} issued nothing in this chain; it is left out when the chain is sent.',
          '証明書 {name} はこのチェーンのどの証明書の発行者でもありません。チェーンの送信時には除外します。',
          {
            name: shownCertificate(stranger),
          },
        ),
        next: [say('Remove it from the file.', 'ファイルから削除してください。')],
      }),
    ),
  ];
}

function outOfOrder(serve: OrderedChain['serve'], subject: string): Finding {
  return {
    code: 'chain-order',
    severity: 'error',
    subject,
    message: say(
      'The certificates in {file} are not in serving order; many clients refuse such a chain.',
      '{file} の証明書の順序が正しくありません。多くのクライアントはこのようなチェーンを受け入れません。',
      {
        file: value(subject),
      },
    ),
    next: [
      say('Put them in this order: {order}.', '次の順に並べてください: {order}', {
        order: value(serve.map(({ subject: name }) => shownName(name)).join(' → ')),
      }),
    ],
  };
}

/** The leaf's issuer is nowhere to be found. */
export function chainIncomplete({ leaf, strangers }: OrderedChain, subject: string): Finding {
  const issuer = value(shownName(leaf.issuer));
  const [url] = issuerUrls(leaf);
  const impostor = strangers.some((stranger) => sameName(stranger.subject, leaf.issuer));
  return {
    code: 'chain-incomplete',
    severity: 'error',
    subject,
    message: impostor
      ? say(
          'The certificate {issuer} in the file has the right name, but did not sign the server certificate.',
          'ファイル内の証明書 {issuer} は名前は一致しますが、サーバー証明書の発行元ではありません。',
          { issuer },
        )
      : say(
          'The certificate of the issuing CA {issuer} is missing from the file. Browsers may cope; curl and Python do not.',
          '発行元の CA {issuer} の証明書 (中間証明書) がファイルにありません。ブラウザーでは動作しても、curl や Python では失敗します。',
          {
            issuer,
          },
        ),
    next: [
      say(
        'Append it as PEM behind the server certificate; CAs deliver it as "chain", "intermediate" or "fullchain".',
        'サーバー証明書の後に PEM 形式で追加してください。証明機関は「chain」「intermediate」「fullchain」などの名前で提供しています。',
      ),
      ...(url === undefined ? [] : [say('Its issuer publishes it at {url}.', '発行者は {url} で公開しています。', { url: value(url) })]),
      say('If the issuer is your own root CA, name that with {trust}.', '発行者が自社のルート CA の場合は、{trust} に指定してください。', {
        trust: code('certificate.trust'),
      }),
    ],
  };
}
