import { code, date, say } from '../../text/say.ts';
import { REISSUE, type Rules, sentence } from './rule.ts';

/** When a certificate holds, and for how long. */
export const TIME = {
  expired: {
    severity: 'error',
    source: 'RFC 5280 4.1.2.5',
    says: ({ name, certificate }) =>
      say('The certificate {name} expired on {date}.', '証明書 {name} は {date} に有効期限が切れました。', { name, date: date(certificate?.notAfter ?? 0) }),
    why: say('Every client refuses it from that moment on.', 'その時点から、すべてのクライアントが受け入れなくなります。'),
    cure: say('Get a new certificate from your CA and deploy it.', '証明機関から新しい証明書を取得し、デプロイしてください。'),
  },
  'not-yet-valid': {
    severity: 'error',
    source: 'RFC 5280 4.1.2.5',
    says: ({ name, certificate, detail }) =>
      say('The certificate {name} is not valid before {date}{detail}.', '証明書 {name} の有効期間は {date} からです{detail}。', {
        name,
        date: date(certificate?.notBefore ?? 0),
        detail,
      }),
    why: say(
      'A certificate that is refused as too new right after it was issued usually means a clock that is slow.',
      '発行直後の証明書が有効期間前と判定される場合、多くは時計の遅れが原因です。',
    ),
    cure: say(
      'Check the clock of this machine. If it is right, deploy when that time has come.',
      'このコンピューターの時計を確認してください。正しい場合は、その日時を過ぎてからデプロイしてください。',
    ),
  },
  'expires-soon': {
    severity: 'warning',
    source: 'CA/B BR 6.3.2',
    says: ({ certificate, detail }) =>
      say('The certificate expires on {date}: {detail}.', '証明書は {date} に有効期限が切れます ({detail})。', {
        date: date(certificate?.notAfter ?? 0),
        detail,
      }),
    why: say(
      'Below a third of its lifetime there is little time left for a renewal that fails once.',
      '有効期間の残りが 3 分の 1 を切ると、更新に一度失敗した場合の余裕がなくなります。',
    ),
    cure: say('Renew it at your CA soon, and deploy the new files.', '早めに証明機関で更新し、新しいファイルをデプロイしてください。'),
  },
  'validity-inverted': {
    severity: 'error',
    source: 'RFC 5280 4.1.2.5',
    says: sentence('The certificate {name} ends before it begins.', '証明書 {name} の有効期間の終了日時が開始日時より前です。'),
    why: say('There is no moment at which it is valid.', '有効な時点が存在しません。'),
    cure: REISSUE,
  },
  'validity-too-long': {
    severity: 'warning',
    publicly: 'error',
    scope: 'web',
    source: 'CA/B BR 6.3.2 (SC-081v3)',
    says: sentence('The certificate {name} is valid for too long: {detail}.', '証明書 {name} の有効期間が長すぎます: {detail}'),
    why: say(
      'Browsers refuse a public certificate that lives longer than was allowed on the day it was issued.',
      'ブラウザーは、発行日の時点で許可されていた期間を超える公的な証明書を受け入れません。',
    ),
    cure: say(
      'Order a shorter one; for a private CA use {flag}.',
      '有効期間の短い証明書を取得してください。プライベート CA の場合は {flag} を指定してください。',
      {
        flag: code('--rules private'),
      },
    ),
  },
  'validity-encoding': {
    severity: 'warning',
    source: 'RFC 5280 4.1.2.5',
    says: sentence('The dates of the certificate {name} are encoded in the wrong type.', '証明書 {name} の有効期間が正しい型でエンコードされていません。'),
    why: say(
      'Up to 2049 dates have to be UTCTime, later ones GeneralizedTime; strict clients refuse anything else.',
      '2049 年までは UTCTime、それ以降は GeneralizedTime でなければならず、厳密なクライアントは受け入れません。',
    ),
    cure: REISSUE,
  },
  'issuer-expires-first': {
    severity: 'warning',
    source: 'RFC 5280 6.1.3',
    says: sentence(
      'The CA certificate {name} expires on {detail}, before the certificate of the server.',
      'CA 証明書 {name} は、サーバー証明書より前の {detail} に有効期限が切れます。',
    ),
    why: say(
      'From that day on the chain is refused, whatever the server certificate says.',
      'その日以降は、サーバー証明書の有効期間にかかわらずチェーンが受け入れられません。',
    ),
    cure: say(
      'Ask your CA for its newer intermediate certificate and put that into the file.',
      '証明機関から新しい中間証明書を入手し、ファイルに入れてください。',
    ),
  },
} as const satisfies Rules;
