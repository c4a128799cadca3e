import { code, say } from '../../text/say.ts';
import { OPENSSL, RENEWAL_ISSUE, rfc, SECURE_V1 } from './sources.ts';
import type { Term } from './term.ts';

/** Keys, files, and how certificates come into being. */
export const KEYS_AND_FILES: readonly Term[] = [
  {
    id: 'private-key',
    name: say('Private key', '秘密鍵'),
    also: ['key', 'key file', '鍵', 'プライベート キー'],
    means: say(
      'The secret half of a key pair. Whoever has it can pose as the service. amltls keeps its path only, and sends it to Azure and to nobody else.',
      '鍵ペアの秘密の側です。これを持つ者はサービスになりすませます。amltls が保存するのはパスだけで、送信先は Azure だけです。',
    ),
    see: ['public-key', 'pem', 'encrypted-key'],
    source: rfc(5958),
  },
  {
    id: 'public-key',
    name: say('Public key', '公開鍵'),
    also: ['SPKI'],
    means: say(
      'The half of a key pair that stands in the certificate. A private key belongs to a certificate when both hold the same public key.',
      '鍵ペアのうち証明書に含まれる側です。秘密鍵と証明書の公開鍵が同じであれば、その 2 つは対応しています。',
    ),
    see: ['private-key', 'certificate'],
    source: rfc(5280, '4.1.2.7'),
  },
  {
    id: 'rsa-ecdsa',
    name: say('RSA and ECDSA', 'RSA と ECDSA'),
    also: ['RSA', 'ECDSA', 'P-256', 'elliptic curve', '楕円曲線'],
    means: say(
      'The two kinds of key that certificates have. RSA wants 2048 bits or more; ECDSA on the curve P-256 is as strong, smaller and faster.',
      '証明書の鍵の 2 つの種類です。RSA は 2048 ビット以上が必要です。曲線 P-256 の ECDSA は同等の強度で、小さく高速です。',
    ),
    see: ['private-key'],
    source: rfc(8446, '4.2.3'),
  },
  {
    id: 'pem',
    name: 'PEM',
    also: ['PEM file', 'PEM files', 'PEM ファイル', 'certificate file', '証明書ファイル'],
    means: say(
      'Certificates and keys as text between lines such as {line}. One file may hold several. It is what Azure ML takes, as it stands and not base64-encoded once more.',
      '証明書や鍵を {line} などの行で囲んだテキスト形式です。1 つのファイルに複数を入れられます。Azure ML はこれをそのまま受け取ります (base64 で再エンコードはしません)。',
      { line: code('-----BEGIN CERTIFICATE-----') },
    ),
    see: ['der', 'pfx'],
    source: rfc(7468),
  },
  {
    id: 'der',
    name: 'DER',
    also: ['.cer', '.der'],
    means: say(
      'The binary form of a certificate or key; PEM is DER in base64. {command} turns one into the other.',
      '証明書や鍵のバイナリ形式です。PEM は DER を base64 にしたものです。{command} で変換できます。',
      { command: code('amltls cert convert') },
    ),
    see: ['pem'],
    source: rfc(5280),
  },
  {
    id: 'pfx',
    name: 'PFX (PKCS #12)',
    also: ['PKCS#12', 'p12', '.pfx', '.p12'],
    means: say(
      'One file, protected by a password, that holds a key with its chain; what Windows and Key Vault export. Azure ML does not take it: convert it to PEM.',
      '鍵とチェーンをまとめ、パスワードで保護した 1 つのファイルです。Windows や Key Vault が出力します。Azure ML では使えないため、PEM に変換します。',
    ),
    see: ['pem', 'encrypted-key'],
    source: rfc(7292),
  },
  {
    id: 'encrypted-key',
    name: say('Encrypted key', '暗号化された鍵'),
    also: ['passphrase', 'pass phrase', 'パスフレーズ', '暗号化された秘密鍵'],
    means: say(
      'A private key file that opens only with a passphrase ({line}). Azure ML cannot ask for one: the key has to be decrypted first, into a file that only you can read.',
      'パスフレーズがないと開けない秘密鍵ファイルです ({line})。Azure ML はパスフレーズを受け取れないため、先に復号し、自分だけが読めるファイルに保存します。',
      { line: code('BEGIN ENCRYPTED PRIVATE KEY') },
    ),
    see: ['private-key'],
    source: OPENSSL,
  },
  {
    id: 'csr',
    name: say('CSR (certificate signing request)', 'CSR (証明書署名要求)'),
    also: ['certificate signing request', 'signing request', '証明書署名要求'],
    means: say(
      'What you send to a CA: the names you want and your public key, signed with the private key, which stays with you.',
      'CA に送る要求です。希望する名前と公開鍵を含み、秘密鍵で署名します。秘密鍵は手元に残ります。',
    ),
    see: ['ca', 'private-key', 'san'],
    source: rfc(2986),
  },
  {
    id: 'acme',
    name: 'ACME',
    also: ["Let's Encrypt", 'certbot', 'lego', 'ACME account', 'account', 'アカウント'],
    means: say(
      'The protocol by which a program gets certificates without a person: it proves control of the name, sends a CSR, fetches the chain. Let’s Encrypt made it common.',
      'プログラムが人手を介さずに証明書を取得するためのプロトコルです。名前の管理を証明し、CSR を送り、チェーンを受け取ります。Let’s Encrypt によって広まりました。',
    ),
    see: ['acme-challenge', 'csr', 'caa'],
    source: rfc(8555),
  },
  {
    id: 'external-account-binding',
    name: say('External account binding (EAB)', '外部アカウント バインディング (EAB)'),
    also: ['external account', 'EAB', 'HMAC', 'HMAC key', '外部アカウント', 'HMAC キー'],
    means: say(
      'Ties an ACME account to one that you have at the authority already. Its site shows a key ID and an HMAC key, a shared secret that signs the first request; it is needed once.',
      'ACME アカウントを、証明機関に既にあるアカウントに結び付けるしくみです。サイトに表示されるキー ID と、最初の要求に署名する共有シークレットの HMAC キーを 1 度だけ使います。',
    ),
    see: ['acme', 'ca'],
    source: rfc(8555, '7.3.4'),
  },
  {
    id: 'acme-challenge',
    name: say('ACME challenge', 'ACME チャレンジ'),
    also: ['dns-01', '_acme-challenge', 'チャレンジ'],
    means: say(
      'How a CA sees that a name is yours. With dns-01 you set a TXT record {name}: it needs no web server and suits services that listen only on 443.',
      '名前を管理していることを CA が確認する方法です。dns-01 では TXT レコード {name} を設定します。Web サーバーが不要で、443 だけで待ち受けるサービスに向いています。',
      { name: code('_acme-challenge.www.contoso.com') },
    ),
    see: ['acme', 'txt-record'],
    source: rfc(8555, '8.4'),
  },
  {
    id: 'renewal',
    name: say('Renewal', '更新'),
    also: ['renew', 'renewed', 'renewals', '証明書の更新', '更新のとき'],
    means: say(
      'A new certificate in place of one that will expire. For an own certificate the new files are sent; for one of Microsoft’s a forced renewal is asked for, which acts only within about 70 days of the end and takes about 5 hours.',
      '期限が近い証明書を新しいものに置き換えることです。独自の証明書では新しいファイルを送ります。Microsoft の証明書では強制更新を要求します。これは期限前およそ 70 日以内でのみ効果があり、反映に約 5 時間かかります。',
    ),
    see: ['validity', 'overwrite-existing-domain', 'microsoft-certificate'],
    source: RENEWAL_ISSUE,
  },
  {
    id: 'revocation',
    name: say('Revocation', '失効'),
    also: ['revoke', 'CRL', 'OCSP'],
    means: say(
      'Taking a certificate back before it expires, for example after its key leaked. First put a new certificate with a new key in place, then have the CA revoke the old one.',
      '鍵の漏えいなどの際に、期限前に証明書を無効にすることです。先に新しい鍵の証明書に入れ替え、その後で CA に古い証明書の失効を依頼します。',
    ),
    see: ['private-key', 'ca'],
    source: rfc(5280, '5'),
  },
  {
    id: 'rollback',
    name: say('Rollback', 'ロールバック'),
    also: ['roll back', 'previous pair', '前の証明書に戻す'],
    means: say(
      'Putting the certificate back that was served before. amltls remembers which files it deployed last and before that: {command}.',
      '直前に使っていた証明書に戻すことです。amltls は前回と前々回にデプロイしたファイルを記録しています: {command}',
      { command: code('amltls renew PROFILE --rollback') },
    ),
    see: ['renewal'],
    source: SECURE_V1,
  },
];
