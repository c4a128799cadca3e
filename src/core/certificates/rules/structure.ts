import { say } from '../../text/say.ts';
import { REISSUE, type Rules, sentence } from './rule.ts';

/** How a certificate is put together. */
export const STRUCTURE = {
  'parse-error': {
    severity: 'error',
    source: 'RFC 5280 4.2',
    says: sentence('The certificate {name} has an extension that cannot be read.', '証明書 {name} に読み取れない拡張領域があります。'),
    why: say('Clients refuse it as it is.', 'このままではクライアントが受け入れません。'),
    cure: REISSUE,
  },
  version: {
    severity: 'error',
    source: 'RFC 5280 4.1.2.1',
    says: sentence(
      'The certificate {name} has extensions, and a version that has none.',
      '証明書 {name} は、拡張領域を使用できないバージョンであるにもかかわらず拡張領域を含んでいます。',
    ),
    why: say('Extensions exist in version 3 only.', '拡張領域はバージョン 3 にのみ存在します。'),
    cure: REISSUE,
  },
  'version-old': {
    severity: 'warning',
    publicly: 'error',
    source: 'CA/B BR 7.1.1',
    says: sentence('The certificate {name} is of version {detail}.', '証明書 {name} のバージョンが {detail} です。'),
    why: say('Only version 3 can say for which names and uses it is.', '対象の名前と用途を示せるのはバージョン 3 だけです。'),
    cure: REISSUE,
  },
  serial: {
    severity: 'error',
    source: 'RFC 5280 4.1.2.2',
    says: sentence('The serial number of the certificate {name} is {detail}.', '証明書 {name} のシリアル番号が不正です: {detail}'),
    why: say('It has to be positive and 20 octets at most.', 'シリアル番号は正の数で、20 オクテット以下でなければなりません。'),
    cure: REISSUE,
  },
  'serial-short': {
    severity: 'warning',
    scope: 'web',
    source: 'CA/B BR 7.1',
    says: sentence('The serial number of the certificate {name} is short: {detail}.', '証明書 {name} のシリアル番号が短すぎます: {detail}'),
    why: say('64 random bits are what keeps others from preparing a forged certificate.', '証明書の偽造を防ぐには、64 ビット以上の乱数が必要です。'),
    cure: REISSUE,
  },
  'unique-id': {
    severity: 'warning',
    source: 'CA/B BR 7.1.2.7',
    says: sentence('The certificate {name} has unique identifiers.', '証明書 {name} に一意識別子 (uniqueID) が含まれています。'),
    why: say('They belong to version 2 and must not be used.', 'バージョン 2 の機能であり、使用してはなりません。'),
    cure: REISSUE,
  },
  'duplicate-extension': {
    severity: 'error',
    source: 'RFC 5280 4.2',
    says: sentence('The certificate {name} has the same extension twice.', '証明書 {name} に同じ拡張領域が重複しています。'),
    why: say('Nobody can tell which of the two counts; clients refuse it.', 'どちらが有効か判断できないため、クライアントは受け入れません。'),
    cure: REISSUE,
  },
  'unknown-critical-extension': {
    severity: 'error',
    source: 'RFC 5280 4.2',
    says: sentence(
      'The certificate {name} has a critical extension that clients do not know.',
      '証明書 {name} に、クライアントが認識できないクリティカルな拡張領域があります。',
    ),
    why: say('What is critical and not understood has to be refused.', 'クリティカルな拡張領域を理解できない場合、クライアントは拒否しなければなりません。'),
    cure: REISSUE,
  },
  criticality: {
    severity: 'error',
    source: 'RFC 5280 4.2.1',
    says: sentence(
      'An extension of the certificate {name} is critical where it must not be, or not where it has to be.',
      '証明書 {name} の拡張領域のクリティカル指定が正しくありません。',
    ),
    why: say('Strict clients refuse it.', '厳密なクライアントは受け入れません。'),
    cure: REISSUE,
  },
  'key-identifier': {
    severity: 'warning',
    source: 'RFC 5280 4.2.1.1, 4.2.1.2',
    says: sentence(
      'The certificate {name} does not identify its key or that of its issuer.',
      '証明書 {name} に、サブジェクトまたは機関のキー識別子がないか、正しくありません。',
    ),
    why: say(
      'Clients find the issuer by it where a CA has several certificates.',
      '証明機関に複数の証明書がある場合、クライアントはこの識別子で発行者を見つけます。',
    ),
    cure: REISSUE,
  },
  'key-identifier-mismatch': {
    severity: 'warning',
    source: 'RFC 5280 4.2.1.1',
    says: sentence(
      'The certificate {name} names another key of its issuer than {detail} has.',
      '証明書 {name} の機関キー識別子が {detail} の識別子と一致していません。',
    ),
    why: say('OpenSSL and others look for an issuer with that identifier and find none.', 'OpenSSL などはこの識別子で発行者を探すため、見つけられません。'),
    cure: say('Take the intermediate certificate that came with this certificate.', 'この証明書と一緒に提供された中間証明書を使用してください。'),
  },
  'malformed-aia': {
    severity: 'error',
    source: 'RFC 5280 4.2.2.1',
    says: sentence(
      'The certificate {name} says in an unreadable way where its issuer is to be found.',
      '証明書 {name} の機関情報アクセス (AIA) を読み取れません。',
    ),
    why: say('Strict clients refuse it.', '厳密なクライアントは受け入れません。'),
    cure: REISSUE,
  },
  'empty-name': {
    severity: 'error',
    source: 'RFC 5280 4.1.2.4',
    says: sentence('The certificate {name} or its issuer has no name.', '証明書 {name} またはその発行者に名前がありません。'),
    why: say('A CA without a name cannot be looked up.', '名前のない CA は検索できません。'),
    cure: REISSUE,
  },
  'embedded-nul': {
    severity: 'error',
    source: 'RFC 5280 4.2.1.6',
    says: sentence('A name in the certificate {name} contains a NUL character: {detail}.', '証明書 {name} の名前に NUL 文字が含まれています: {detail}'),
    why: say(
      'Programs that stop reading there see another name than was certified: an old attack.',
      '途中で読み取りを終えるプログラムには別の名前に見えます。以前から知られている攻撃手法です。',
    ),
    cure: REISSUE,
  },
} as const satisfies Rules;
