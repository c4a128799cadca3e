import type { Finding } from '../../../../core/contracts/index.ts';
import { say, value } from '../../../../core/text/say.ts';
import type { Missed } from '../../../../plugins/shared/net/fetch-public.ts';

/** The issuing CA's certificate did not come from where the certificate says that it is. */
export function notFetched(file: string, url: string, why: Missed): Finding {
  const at = { url: value(url) };
  return {
    code: 'issuer-not-fetched',
    severity: 'warning',
    subject: file,
    message:
      why === 'refused'
        ? say(
            'Nothing was fetched from {url}: only http and https on ports 80 and 443 of public addresses are asked.',
            '{url} からは取得していません。取得するのは、パブリック アドレスのポート 80 と 443 の http と https だけです。',
            at,
          )
        : say('No certificate came from {url}.', '{url} から証明書を取得できませんでした。', at),
    next: [
      say(
        'Get the certificate of the issuing CA from the CA itself, and append it behind the server certificate.',
        '発行元の CA の証明書を証明機関から直接入手し、サーバー証明書の後に追加してください。',
      ),
    ],
  };
}
