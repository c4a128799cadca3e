import { code, say } from '../../text/say.ts';
import { REISSUE, type Rules, sentence } from './rule.ts';

const SERVER_CERTIFICATE = say(
  'Order a certificate for TLS servers (extended key usage {usage}).',
  'TLS サーバー用の証明書 (拡張キー使用法 {usage}) を取得してください。',
  {
    usage: code('serverAuth'),
  },
);

/** What a certificate may be used for. */
export const USAGE = {
  'leaf-is-ca': {
    severity: 'error',
    source: 'CA/B BR 7.1.2.7.8',
    says: sentence('{name} is the certificate of a CA, not that of a server.', '{name} は CA の証明書です。サーバーの証明書ではありません。'),
    why: say('Whoever holds its key can issue certificates for any name.', 'その鍵を持つ者は、任意の名前の証明書を発行できます。'),
    cure: say(
      'Put the certificate that was issued for the server first in the file; if you made it with {openssl}, add {flag}.',
      'サーバー用に発行された証明書をファイルの先頭に置いてください。{openssl} で作成した場合は {flag} を付けてください。',
      {
        openssl: code('openssl req -x509'),
        flag: code('-addext basicConstraints=critical,CA:FALSE'),
      },
    ),
  },
  'inconsistent-ca': {
    severity: 'error',
    source: 'RFC 5280 4.2.1.9',
    says: sentence('The certificate {name} contradicts itself about being a CA.', '証明書 {name} の CA に関する記述 (基本制限とキー使用法) が矛盾しています。'),
    why: say('Signing certificates and being a CA go together.', '証明書への署名と CA であることは、両方そろっている必要があります。'),
    cure: REISSUE,
  },
  'leaf-constrains-names': {
    severity: 'error',
    source: 'RFC 5280 4.2.1.10',
    says: sentence('The certificate {name} constrains names, which only a CA may do.', '証明書 {name} に、CA だけが使用できる名前の制約があります。'),
    why: say('Strict clients refuse it.', '厳密なクライアントは受け入れません。'),
    cure: REISSUE,
  },
  'eku-no-server-auth': {
    severity: 'error',
    source: 'RFC 5280 4.2.1.12',
    says: sentence(
      'The certificate {name} may not be used for TLS servers: its extended key usage leaves server authentication out.',
      '証明書 {name} は TLS サーバーに使用できません。拡張キー使用法にサーバー認証が含まれていません。',
    ),
    why: say('Clients refuse it.', 'クライアントは受け入れません。'),
    cure: SERVER_CERTIFICATE,
  },
  'any-eku': {
    severity: 'warning',
    source: 'CA/B BR 7.1.2.7.10',
    says: sentence(
      'The certificate {name} may be used for anything (anyExtendedKeyUsage).',
      '証明書 {name} は、あらゆる用途に使用できます (anyExtendedKeyUsage)。',
    ),
    why: say('Public CAs must not issue it, and strict clients refuse it.', '公的な証明機関による発行は禁止されており、厳密なクライアントは受け入れません。'),
    cure: SERVER_CERTIFICATE,
  },
  'eku-other': {
    severity: 'warning',
    scope: 'web',
    source: 'CA/B BR 7.1.2.7.10',
    says: sentence(
      'The certificate {name} may be used for more than TLS: code, mail, time stamps, OCSP or precertificates.',
      '証明書 {name} は、TLS 以外の用途 (コード署名、メール、タイム スタンプ、OCSP、プレ証明書) にも使用できます。',
    ),
    why: say('Public CAs must not issue it, and strict clients refuse it.', '公的な証明機関による発行は禁止されており、厳密なクライアントは受け入れません。'),
    cure: SERVER_CERTIFICATE,
  },
  'eku-critical': {
    severity: 'warning',
    scope: 'web',
    source: 'CA/B BR 7.1.2.7.6',
    says: sentence('The extended key usage of the certificate {name} is critical.', '証明書 {name} の拡張キー使用法がクリティカルに指定されています。'),
    why: say('Public CAs must not mark it so, and strict clients refuse it.', '公的な証明機関には禁止されており、厳密なクライアントは受け入れません。'),
    cure: REISSUE,
  },
  'eku-missing': {
    severity: 'warning',
    scope: 'web',
    source: 'CA/B BR 7.1.2.7.10',
    says: sentence('The certificate {name} does not say what it is for (extended key usage).', '証明書 {name} に拡張キー使用法がありません。'),
    why: say('Apple’s clients and others want server authentication named.', 'Apple のクライアントなどは、サーバー認証の明記を求めます。'),
    cure: SERVER_CERTIFICATE,
  },
  'eku-client-auth': {
    severity: 'info',
    scope: 'web',
    source: 'Chrome Root Program Policy 1.6, 3.2',
    says: sentence('The certificate {name} is for clients, too.', '証明書 {name} には、クライアント認証の用途も含まれています。'),
    why: say(
      'Public CAs stop issuing such certificates in 2026: its renewal will not have this usage.',
      '公的な証明機関は 2026 年にこの用途の発行を終了するため、更新後の証明書には含まれません。',
    ),
    cure: say(
      'Where it is also used to sign in to other services, get a certificate from a private CA for that.',
      'ほかのサービスへの認証にも使用している場合は、プライベート CA の証明書に切り替えてください。',
    ),
  },
  'root-eku': {
    severity: 'warning',
    source: 'CA/B BR 7.1.2.1',
    says: sentence('The root certificate {name} limits its use (extended key usage).', 'ルート証明書 {name} に拡張キー使用法があります。'),
    why: say('A root must not; strict clients refuse it.', 'ルート証明書では使用できず、厳密なクライアントは受け入れません。'),
    cure: REISSUE,
  },
  'key-usage': {
    severity: 'error',
    source: 'RFC 5280 4.2.1.3',
    says: sentence('The key of the certificate {name} may not be used for TLS (key usage).', '証明書 {name} の鍵は TLS に使用できません (キー使用法)。'),
    why: say('TLS needs digital signature, key encipherment or key agreement.', 'TLS には、デジタル署名、キーの暗号化、またはキー共有が必要です。'),
    cure: REISSUE,
  },
  'key-usage-kind': {
    severity: 'warning',
    source: 'RFC 5480 3; RFC 8813',
    says: sentence(
      'The key usage of the certificate {name} does not fit its kind of key: {detail}.',
      '証明書 {name} のキー使用法が鍵の種類に合っていません: {detail}',
    ),
    why: say(
      'An elliptic curve key cannot encipher keys, and strict clients refuse the claim.',
      '楕円曲線の鍵ではキーの暗号化ができないため、厳密なクライアントは受け入れません。',
    ),
    cure: REISSUE,
  },
  'not-a-ca': {
    severity: 'error',
    source: 'RFC 5280 4.2.1.9',
    says: sentence('{name} is no CA certificate, yet it signed the one below it.', '{name} は CA 証明書ではありませんが、下位の証明書に署名しています。'),
    why: say(
      'Otherwise every server could issue certificates; clients refuse the chain.',
      'これを認めると、どのサーバーでも証明書を発行できてしまうため、クライアントは受け入れません。',
    ),
    cure: say('Put the right intermediate certificate into the file.', '正しい中間証明書をファイルに入れてください。'),
  },
  'no-cert-sign': {
    severity: 'error',
    source: 'RFC 5280 4.2.1.3',
    says: sentence('The CA certificate {name} may not sign certificates (key usage).', 'CA 証明書 {name} は証明書の署名に使用できません (キー使用法)。'),
    why: say('Clients refuse what it signed.', 'クライアントは、この CA が署名した証明書を受け入れません。'),
    cure: REISSUE,
  },
  'path-length': {
    severity: 'error',
    source: 'RFC 5280 4.2.1.9',
    says: sentence(
      'The CA certificate {name} allows fewer CAs below it than there are.',
      'CA 証明書 {name} の下位 CA の数が、許可された上限 (パス長) を超えています。',
    ),
    why: say('Clients refuse the chain.', 'クライアントはチェーンを受け入れません。'),
    cure: REISSUE,
  },
  policy: {
    severity: 'error',
    source: 'RFC 5280 6.1',
    says: sentence(
      'The certificate {name} has none of the policies that a CA above it demands.',
      '証明書 {name} に、上位の CA が要求する証明書ポリシーがありません。',
    ),
    why: say('Clients that process policies refuse the chain.', 'ポリシーを処理するクライアントはチェーンを受け入れません。'),
    cure: REISSUE,
  },
  'policies-missing': {
    severity: 'warning',
    scope: 'web',
    source: 'CA/B BR 7.1.2.7.9',
    says: sentence('The certificate {name} does not say how its names were checked (certificate policies).', '証明書 {name} に証明書ポリシーがありません。'),
    why: say('Every public certificate has to say it.', '公的な証明書では必須です。'),
    cure: REISSUE,
  },
  'revocation-missing': {
    severity: 'warning',
    scope: 'web',
    source: 'CA/B BR 7.1.2.11.2',
    says: sentence(
      'The certificate {name} does not say where its revocation would be published (CRL, OCSP).',
      '証明書 {name} に、失効情報の公開場所 (CRL、OCSP) がありません。',
    ),
    why: say('It can be withdrawn only by waiting for its end.', '有効期限が切れるまで失効させることができません。'),
    cure: REISSUE,
  },
  'aia-missing': {
    severity: 'info',
    scope: 'web',
    source: 'CA/B BR 7.1.2.7.7',
    says: sentence(
      'The certificate {name} does not say where its issuer is to be found (AIA).',
      '証明書 {name} に、発行者の証明書の公開場所 (AIA) がありません。',
    ),
    why: say('A missing intermediate certificate cannot be looked up.', '中間証明書が不足している場合に取得できません。'),
    cure: REISSUE,
  },
  'ct-missing': {
    severity: 'info',
    publicly: 'error',
    scope: 'web',
    source: 'RFC 6962 3.3',
    says: sentence(
      'The certificate {name} has no proof that it was logged (certificate transparency).',
      '証明書 {name} に、証明書の透明性 (CT) ログの証明がありません。',
    ),
    why: say('Chrome and Safari refuse public certificates without it.', 'Chrome と Safari は、この証明がない公的な証明書を受け入れません。'),
    cure: REISSUE,
  },
} as const satisfies Rules;
