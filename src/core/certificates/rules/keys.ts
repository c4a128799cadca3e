import { say, value } from '../../text/say.ts';
import { SIGNATURES } from '../oids.ts';
import { REISSUE, type Rules, sentence } from './rule.ts';

const NEW_KEY = say(
  'Make a new key (RSA with 2048 bits or more, or ECDSA P-256) and have a certificate issued for it.',
  '新しい鍵 (2048 ビット以上の RSA または ECDSA P-256) を作成し、その鍵で証明書を発行してください。',
);

/** Keys and signatures. */
export const KEYS = {
  'key-weak': {
    severity: 'error',
    source: 'CA/B BR 6.1.5',
    says: sentence('The key of the certificate {name} is too weak: {detail}.', '証明書 {name} の鍵の強度が不足しています: {detail}'),
    why: say(
      'Clients refuse RSA below 2048 bits, DSA, and curves other than P-256, P-384 and P-521.',
      'クライアントは、2048 ビット未満の RSA、DSA、および P-256、P-384、P-521 以外の曲線を受け入れません。',
    ),
    cure: NEW_KEY,
  },
  'key-size': {
    severity: 'warning',
    source: 'CA/B BR 6.1.5',
    says: sentence('The RSA key of the certificate {name} has an odd size: {detail}.', '証明書 {name} の RSA 鍵の長さが 8 の倍数ではありません: {detail}'),
    why: say(
      'The number of bits has to be a multiple of eight; some clients refuse others.',
      'ビット数は 8 の倍数でなければならず、ほかの値を受け入れないクライアントがあります。',
    ),
    cure: NEW_KEY,
  },
  'key-exponent': {
    severity: 'error',
    source: 'CA/B BR 6.1.6',
    says: sentence('The RSA key of the certificate {name} has the public exponent {detail}.', '証明書 {name} の RSA 鍵の公開指数が {detail} です。'),
    why: say('It has to be odd and 3 or more; 65537 is usual.', '公開指数は 3 以上の奇数でなければなりません (通常は 65537)。'),
    cure: NEW_KEY,
  },
  'key-unusual': {
    severity: 'info',
    source: 'CA/B BR 6.1.5',
    says: sentence(
      'The key of the certificate {name} is of a kind that many clients do not know: {detail}.',
      '証明書 {name} の鍵は、対応していないクライアントが多い種類です: {detail}',
    ),
    why: say(
      'Azure ML and its clients speak TLS 1.2 with RSA, P-256 and P-384.',
      'Azure ML とそのクライアントは、RSA、P-256、P-384 を使用する TLS 1.2 で通信します。',
    ),
    cure: NEW_KEY,
  },
  'key-mismatch': {
    severity: 'error',
    source: 'RFC 8446 4.4.3',
    says: sentence('The private key does not belong to the certificate {name}.', '秘密鍵は証明書 {name} に対応していません。'),
    why: say('A server that was given both cannot start or answers nobody.', 'この組み合わせでは、サーバーは起動できないか、応答できません。'),
    cure: say(
      'Name the key that the certificate was requested with, or have the certificate issued again for a new one.',
      '証明書の要求に使用した秘密鍵を指定するか、新しい鍵で証明書を再発行してください。',
    ),
  },
  'key-encrypted': {
    severity: 'error',
    source: 'RFC 5958 3',
    says: sentence('The private key in {name} is protected with a passphrase.', '{name} の秘密鍵はパスフレーズで暗号化されています。'),
    why: say('Azure ML needs it without one.', 'Azure ML では、暗号化されていない秘密鍵が必要です。'),
    cure: say('Run {command}: it asks for the passphrase.', '{command} を実行してください。パスフレーズの入力を求めます。', {
      command: { code: 'amltls cert convert' },
    }),
  },
  'key-file-open': {
    severity: 'warning',
    source: 'CA/B BR 9.6.3',
    says: sentence('Other users of this machine can read the private key {name}.', 'このコンピューターの他のユーザーが秘密鍵 {name} を読み取れます。'),
    why: say('Whoever has the key can pretend to be the server.', '秘密鍵を入手した者は、サーバーになりすますことができます。'),
    cure: say('Run {command} on it.', '{command} を実行してください。', { command: { code: 'chmod 600' } }),
  },
  'signature-weak': {
    severity: 'error',
    source: 'CA/B BR 7.1.3.2',
    says: ({ name, certificate }) =>
      say('The certificate {name} is signed with {algorithm}.', '証明書 {name} は {algorithm} で署名されています。', {
        name,
        algorithm: value(SIGNATURES[certificate?.signatureOid ?? '']?.name ?? certificate?.signatureOid ?? ''),
      }),
    why: say('Signatures of this kind can be forged; clients refuse them.', 'この種類の署名は偽造できるため、クライアントは受け入れません。'),
    cure: say('Have it issued again with SHA-256 or better.', 'SHA-256 以上の署名で再発行してください。'),
  },
  'signature-invalid': {
    severity: 'error',
    source: 'RFC 5280 6.1.3',
    says: sentence(
      'The signature of the certificate {name} was not made by {detail}, which has the name of its issuer.',
      '証明書 {name} の署名は、発行者と同じ名前の {detail} によるものではありません。',
    ),
    why: say(
      'The CA has several certificates of the same name, or one of the two was changed.',
      '同じ名前の CA 証明書が複数あるか、いずれかの証明書が改変されています。',
    ),
    cure: say('Take the intermediate certificate that came with this certificate.', 'この証明書と一緒に提供された中間証明書を使用してください。'),
  },
  'signature-mismatch': {
    severity: 'error',
    source: 'RFC 5280 4.1.1.2',
    says: sentence('The certificate {name} names two different signature algorithms.', '証明書 {name} に記載された 2 つの署名アルゴリズムが一致していません。'),
    why: say(
      'The signed part and the signature have to agree; clients refuse it.',
      '署名対象と署名のアルゴリズムは一致する必要があり、クライアントは受け入れません。',
    ),
    cure: REISSUE,
  },
} as const satisfies Rules;
