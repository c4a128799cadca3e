import type { Span, Text } from '../../contracts/index.ts';
import { code, date, say } from '../../text/say.ts';
import type { Certificate } from '../certificate.ts';
import { describeKey } from '../key.ts';
import { SIGNATURES } from '../oids.ts';
import type { PathRule, Violation } from '../path/rules.ts';
import { shownCertificate, shownKey } from './shown.ts';

export interface RuleWords {
  /** As cli.md lists them; the name of the rule. */
  readonly code: string;
  readonly message: Text;
  readonly next: readonly Text[];
}

/** What a person reads of a rule that a certificate in a file breaks. */
export function wordsOfRule({ rule, certificate }: Violation): RuleWords {
  const name = shownCertificate(certificate);
  const known = OWN_CODE[rule]?.(certificate, name);
  const id = rule === 'malformed' ? 'parse-error' : rule;
  if (known !== undefined) return { code: id, ...known };
  return {
    code: id,
    message: INVALID[rule]?.(name) ?? brokenRule(rule, name),
    next: [say('Ask your CA for a certificate without this fault.', 'この問題のない証明書を証明機関に依頼してください。')],
  };
}

type Said = Omit<RuleWords, 'code'>;

const NEW_CERTIFICATE = say(
  'Get a new certificate from your CA, and name its files with {cert} and {key}.',
  '証明機関から新しい証明書を取得し、そのファイルを {cert} と {key} に指定してください。',
  {
    cert: code('certificate.certFile'),
    key: code('certificate.keyFile'),
  },
);

const OWN_CODE: { readonly [rule in PathRule]?: (certificate: Certificate, name: Span) => Said } = {
  expired: ({ notAfter }, name) => ({
    message: say('The certificate {name} expired on {date}.', '証明書 {name} は {date} に有効期限が切れました。', { name, date: date(notAfter) }),
    next: [NEW_CERTIFICATE],
  }),
  'not-yet-valid': ({ notBefore }, name) => ({
    message: say('The certificate {name} is not valid before {date}.', '証明書 {name} の有効期間は {date} からです。', { name, date: date(notBefore) }),
    next: [
      say(
        'Check the clock of this machine. If it is right, deploy when that time has come.',
        'このコンピューターの時計を確認してください。正しい場合は、その日時を過ぎてからデプロイしてください。',
      ),
    ],
  }),
  'signature-weak': ({ signatureOid }, name) => ({
    message: say(
      'The certificate {name} is signed with {algorithm}, which clients refuse.',
      '証明書 {name} は {algorithm} で署名されています。クライアントはこの署名を受け入れません。',
      {
        name,
        algorithm: code(SIGNATURES[signatureOid]?.name ?? signatureOid),
      },
    ),
    next: [say('Have it issued again with SHA-256 or better.', 'SHA-256 以上の署名で再発行してください。')],
  }),
  'key-weak': ({ spki }, name) => ({
    message: say('The key of the certificate {name} is too weak: {key}.', '証明書 {name} の鍵の強度が不足しています: {key}', {
      name,
      key: shownKey(describeKey(spki)),
    }),
    next: [
      say(
        'Make a new key (RSA with 2048 bits or more, or ECDSA P-256) and have a certificate issued for it.',
        '新しい鍵 (2048 ビット以上の RSA または ECDSA P-256) を作成し、その鍵で証明書を発行してください。',
      ),
    ],
  }),
  'san-missing': (_, name) => ({
    message: say(
      'The certificate {name} has no subject alternative name; clients do not look at the common name.',
      '証明書 {name} にサブジェクトの別名 (SAN) がありません。クライアントは共通名を参照しません。',
      { name },
    ),
    next: [
      say('Have it issued again with the host name as subject alternative name (DNS).', 'ホスト名をサブジェクトの別名 (DNS) に含めて再発行してください。'),
    ],
  }),
  'eku-no-server-auth': (_, name) => ({
    message: say(
      'The certificate {name} may not be used for TLS servers: its extended key usage leaves server authentication out.',
      '証明書 {name} は TLS サーバーに使用できません。拡張キー使用法にサーバー認証が含まれていません。',
      { name },
    ),
    next: [
      say('Order a certificate for TLS servers (extended key usage {usage}).', 'TLS サーバー用の証明書 (拡張キー使用法 {usage}) を取得してください。', {
        usage: code('serverAuth'),
      }),
    ],
  }),
  malformed: (_, name) => ({
    message: say('The certificate {name} has an extension that cannot be read.', '証明書 {name} に読み取れない拡張領域があります。', { name }),
    next: [say('Have it issued again: clients refuse it as it is.', 'このままではクライアントが受け入れないため、再発行してください。')],
  }),
};

const INVALID: { readonly [rule in PathRule]?: (name: Span) => Text } = {
  'duplicate-extension': (name) => say('The certificate {name} has the same extension twice.', '証明書 {name} に同じ拡張領域が重複しています。', { name }),
  'unknown-critical-extension': (name) =>
    say(
      'The certificate {name} has a critical extension that clients do not know.',
      '証明書 {name} に、クライアントが認識できないクリティカルな拡張領域があります。',
      { name },
    ),
  'not-a-ca': (name) =>
    say('{name} is no CA certificate, yet it signed the one below it.', '{name} は CA 証明書ではありませんが、下位の証明書に署名しています。', { name }),
  'no-cert-sign': (name) =>
    say('The CA certificate {name} may not sign certificates (key usage).', 'CA 証明書 {name} は証明書の署名に使用できません (キー使用法)。', { name }),
  'path-length': (name) =>
    say('The CA certificate {name} allows fewer CAs below it than there are.', 'CA 証明書 {name} の下位 CA の数が、許可された上限 (パス長) を超えています。', {
      name,
    }),
  'empty-name': (name) => say('The certificate {name} or its issuer has no name.', '証明書 {name} またはその発行者に名前がありません。', { name }),
  'name-constraint': (name) =>
    say('A CA above {name} is not allowed to certify its names.', '{name} の上位の CA は、この名前の証明書を発行することを許可されていません (名前の制約)。', {
      name,
    }),
  'key-usage': (name) =>
    say('The key of the certificate {name} may not be used for TLS (key usage).', '証明書 {name} の鍵は TLS に使用できません (キー使用法)。', { name }),
};

function brokenRule(rule: PathRule, name: Span): Text {
  return say('Clients refuse the certificate {name}: {rule}.', 'クライアントは証明書 {name} を受け入れません: {rule}', { name, rule: code(rule) });
}
