import { code, say } from '../../text/say.ts';
import { CAB_FORUM, rfc, SECURE_V1 } from './sources.ts';
import type { Term } from './term.ts';

/** Certificates and what stands in them. */
export const CERTIFICATES: readonly Term[] = [
  {
    id: 'certificate',
    name: say('Certificate', '証明書'),
    also: ['TLS certificate', 'TLS 証明書', 'X.509', 'server certificate', 'サーバー証明書'],
    means: say(
      'A signed statement: this public key belongs to these names, from this date to that one. A client compares the names with the host it called and checks the signature.',
      '「この公開鍵はこれらの名前のもので、この期間有効である」という署名付きの証明です。クライアントは、呼び出したホストが名前に含まれるかを確認し、署名を検証します。',
    ),
    see: ['san', 'chain', 'validity'],
    source: rfc(5280),
  },
  {
    id: 'ca',
    name: say('CA (certificate authority)', 'CA (証明機関)'),
    also: ['certificate authority', '証明機関', '認証局', 'CA', 'CAs', 'authority they trust'],
    means: say(
      'Whoever signs certificates. A public CA proves that you control the name and is known to every client; a private CA (of your company) is known only where its root was installed.',
      '証明書に署名する機関です。パブリック CA は、名前を管理していることを確認したうえで発行し、どのクライアントからも信頼されます。社内などのプライベート CA は、そのルートを導入した環境でのみ信頼されます。',
    ),
    see: ['root', 'trust-store', 'acme'],
    source: CAB_FORUM,
  },
  {
    id: 'chain',
    name: say('Certificate chain', '証明書チェーン'),
    also: ['chain', 'チェーン', 'full chain', 'fullchain'],
    means: say(
      'The server’s certificate, the one of the CA that signed it, and so on up to a root. The server sends all but the root, in that order; Python and curl do not fetch what is missing.',
      'サーバーの証明書、それに署名した CA の証明書、と続いてルートに至る並びです。サーバーはルート以外をこの順に送ります。Python や curl は足りない証明書を取得しません。',
    ),
    see: ['leaf', 'intermediate', 'root', 'aia'],
    source: rfc(8446, '4.4.2'),
  },
  {
    id: 'leaf',
    name: say('Leaf certificate', 'リーフ証明書'),
    also: ['leaf', 'end-entity certificate', 'エンド エンティティ証明書', 'サーバー自身の証明書'],
    means: say(
      'The certificate of the server itself, first in the chain. Its key is yours.',
      'サーバー自身の証明書で、チェーンの先頭にあります。その鍵は自分で持ちます。',
    ),
    see: ['chain', 'private-key'],
    source: rfc(5280),
  },
  {
    id: 'intermediate',
    name: say('Intermediate certificate', '中間証明書'),
    also: ['intermediate', 'intermediates', 'issuing CA', '中間 CA'],
    means: say(
      'A CA certificate between the leaf and the root. CAs sign with intermediates, so almost every chain has one; leaving it out works in browsers and fails elsewhere.',
      'リーフとルートの間にある CA 証明書です。CA は中間証明書で署名するため、ほとんどのチェーンに含まれます。省くと、ブラウザーでは動作しても他のクライアントでは失敗します。',
    ),
    see: ['chain', 'aia'],
    source: rfc(5280),
  },
  {
    id: 'root',
    name: say('Root certificate', 'ルート証明書'),
    also: ['root', 'roots', 'root CA', 'root CAs', 'ルート', 'ルート CA', 'trust anchor', 'トラスト アンカー'],
    means: say(
      'A CA certificate signed by itself, which clients hold already. It need not be sent; sending it makes nobody trust it.',
      '自分自身で署名した CA 証明書で、クライアントがあらかじめ持っています。送る必要はなく、送っても信頼されるようにはなりません。',
    ),
    see: ['trust-store', 'chain'],
    source: rfc(5280, '6'),
  },
  {
    id: 'trust-store',
    name: say('Trust store', '信頼ストア'),
    also: ['trusted roots', '信頼されたルート', 'certifi', '証明書ストア'],
    means: say(
      'The roots that a client trusts: of the operating system, of a browser, of Python’s certifi, of a Java runtime. They differ.',
      'クライアントが信頼するルートの集まりです。OS、ブラウザー、Python の certifi、Java ランタイムなどがそれぞれ持ち、内容は異なります。',
    ),
    see: ['root', 'self-signed'],
    source: rfc(5280, '6.1.1'),
  },
  {
    id: 'self-signed',
    name: say('Self-signed certificate', '自己署名証明書'),
    also: ['self-signed', '自己署名'],
    means: say(
      'A certificate signed with its own key. Good for trying things out: no client trusts it until it is told to.',
      '自身の鍵で署名した証明書です。試用には便利ですが、明示的に信頼させるまでどのクライアントにも信頼されません。',
    ),
    see: ['trust-store', 'ca'],
    source: SECURE_V1,
  },
  {
    id: 'san',
    name: say('SAN (subject alternative name)', 'SAN (サブジェクトの別名)'),
    also: [
      'subject alternative name',
      'subjectAltName',
      'サブジェクトの別名',
      'SAN',
      'certificate names',
      '証明書の名前',
      'named in the certificate',
      '証明書に含まれ',
    ],
    means: say(
      'The list of names that a certificate is for. Clients look here and nowhere else; a name in the subject alone does not count.',
      '証明書が対象とする名前の一覧です。クライアントが参照するのはここだけで、サブジェクト (共通名) にだけある名前は認められません。',
    ),
    see: ['common-name', 'fqdn', 'wildcard'],
    source: rfc(5280, '4.2.1.6'),
  },
  {
    id: 'common-name',
    name: say('Common name (CN)', '共通名 (CN)'),
    also: ['CN', '共通名'],
    means: say(
      'A field of a certificate’s subject. It used to hold the host name; clients have not read it for years.',
      '証明書のサブジェクトのフィールドです。かつてはホスト名を入れましたが、現在のクライアントは参照しません。',
    ),
    see: ['san'],
    source: rfc(9525, '2'),
  },
  {
    id: 'validity',
    name: say('Validity', '有効期間'),
    also: ['notBefore', 'notAfter', 'expiry', 'expires', 'valid certificate', '有効期限', '有効な証明書'],
    means: say(
      'From notBefore to notAfter. Public certificates may live 200 days since March 2026, 100 from March 2027, 47 from March 2029.',
      'notBefore から notAfter までの期間です。パブリック証明書の上限は、2026 年 3 月以降 200 日、2027 年 3 月以降 100 日、2029 年 3 月以降 47 日です。',
    ),
    see: ['renewal', 'clock-skew'],
    source: CAB_FORUM,
  },
  {
    id: 'fingerprint',
    name: say('Fingerprint', 'フィンガープリント (拇印)'),
    also: ['thumbprint', 'SHA-256', '拇印'],
    means: say(
      'The SHA-256 of the whole certificate. Two certificates with the same fingerprint are the same: amltls compares what is served with what was deployed this way.',
      '証明書全体の SHA-256 値です。これが同じなら同じ証明書です。amltls は、提示されている証明書とデプロイした証明書をこの値で比較します。',
    ),
    see: ['serial-number'],
    source: rfc(4387),
  },
  {
    id: 'serial-number',
    name: say('Serial number', 'シリアル番号'),
    also: ['serial'],
    means: say(
      'A number that a CA gives to no second certificate. After a renewal it differs.',
      'CA が証明書ごとに付ける重複しない番号です。更新すると変わります。',
    ),
    see: ['fingerprint'],
    source: rfc(5280, '4.1.2.2'),
  },
  {
    id: 'eku',
    name: say('EKU (extended key usage)', 'EKU (拡張キー使用法)'),
    also: ['extended key usage', 'serverAuth', '拡張キー使用法'],
    means: say(
      'What a certificate may be used for. A TLS server needs {usage}; one for signing code or for clients is refused.',
      '証明書の用途です。TLS サーバーには {usage} が必要で、コード署名用やクライアント用の証明書は受け入れられません。',
      { usage: code('serverAuth') },
    ),
    see: ['certificate'],
    source: rfc(5280, '4.2.1.12'),
  },
  {
    id: 'aia',
    name: say('AIA (authority information access)', 'AIA (機関情報アクセス)'),
    also: ['authority information access', 'caIssuers', '機関情報アクセス'],
    means: say(
      'Where a certificate says its issuer’s certificate can be fetched. Browsers do so and hide an incomplete chain; clients of a scoring service mostly do not.',
      '発行者の証明書の取得先を示す拡張です。ブラウザーはここから取得するため、チェーンの不足に気付きにくくなります。スコアリング サービスのクライアントの多くは取得しません。',
    ),
    see: ['chain', 'intermediate'],
    source: rfc(5280, '4.2.2.1'),
  },
  {
    id: 'microsoft-certificate',
    name: say('Microsoft certificate', 'Microsoft の証明書'),
    also: ['certificate from Microsoft', 'Microsoft-issued', 'Microsoft issues', 'Microsoft が発行', 'Microsoft は証明書'],
    means: say(
      'A certificate that Azure ML gets for a name from Microsoft. It no longer renews by itself: a renewal has to be asked for, within the last 70 days or so.',
      'Microsoft の名前に対して Azure ML が取得する証明書です。現在は自動更新されません。期限前およそ 70 日以内に更新を要求する必要があります。',
    ),
    see: ['renewal', 'microsoft-name'],
    source: SECURE_V1,
  },
];
