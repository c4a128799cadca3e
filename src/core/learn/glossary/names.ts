import { code, say } from '../../text/say.ts';
import { PUBLIC_SUFFIX, rfc, SECURE_V1, SPECS } from './sources.ts';
import type { Term } from './term.ts';

/** Names that clients call. */
export const NAMES: readonly Term[] = [
  {
    id: 'ip-address',
    name: say('IP address', 'IP アドレス'),
    also: ['IPv4 address', 'IPv4', 'IP'],
    means: say(
      'The number by which the network finds a host: {example}. It may change when a front end is made anew, which is why clients call a name and DNS leads the name to the address.',
      'ネットワーク上でホストを見つけるための番号です (例: {example})。フロント エンドが作り直されると変わることがあるため、クライアントは名前で呼び出し、DNS がその名前をアドレスに解決します。',
      { example: code('203.0.113.10') },
    ),
    see: ['a-record', 'aaaa-record', 'fqdn'],
    source: rfc(791),
  },
  {
    id: 'domain-name',
    name: say('Domain name', 'ドメイン名'),
    also: ['domain', 'ドメイン', '独自ドメイン'],
    means: say(
      'A name in DNS such as {example}. You own it by registering it with a registrar; every name below it is then yours to give.',
      'DNS 上の名前です (例: {example})。レジストラーに登録して所有します。その下の名前はすべて所有者が自由に付けられます。',
      { example: code('contoso.com') },
    ),
    see: ['fqdn', 'registrar', 'zone'],
    source: rfc(9499),
  },
  {
    id: 'fqdn',
    name: say('FQDN', 'FQDN (完全修飾ドメイン名)'),
    also: ['fully qualified domain name', '完全修飾ドメイン名', 'host name', 'ホスト名', 'host', 'name you choose', '選んだ名前'],
    means: say(
      'The whole name of a host, up to the top of DNS: {example}. It is what clients write into the URL, what the certificate has to name, and what the DNS record leads to an address.',
      'DNS の最上位まで含めたホストの完全な名前です (例: {example})。クライアントが URL に書く名前であり、証明書に含まれるべき名前であり、DNS レコードでアドレスに解決される名前でもあります。',
      { example: code('www.contoso.com') },
    ),
    see: ['san', 'a-record', 'cname-field'],
    source: rfc(9499),
  },
  {
    id: 'apex',
    name: say('Apex', 'ゾーンの頂点 (apex)'),
    also: ['zone apex', 'naked domain', 'ネイキッド ドメイン'],
    means: say(
      'The name of the zone itself, {example} without {www}. No CNAME record may stand there, because SOA and NS records already do; an A record may.',
      'ゾーンそのものの名前です ({www} の付かない {example})。SOA と NS のレコードがあるため CNAME レコードは置けませんが、A レコードは置けます。',
      { example: code('contoso.com'), www: code('www') },
    ),
    see: ['cname-record', 'zone'],
    source: rfc(1034, '3.6.2'),
  },
  {
    id: 'wildcard',
    name: say('Wildcard certificate', 'ワイルドカード証明書'),
    also: ['wildcard', 'ワイルドカード'],
    means: say(
      'A certificate for {pattern}: it covers one label in place of the star, so {yes} but neither {no} nor {apex}.',
      '{pattern} に対する証明書です。アスタリスクは 1 つのラベルにだけ一致します。{yes} は含まれますが、{no} や {apex} は含まれません。',
      { pattern: code('*.contoso.com'), yes: code('ml.contoso.com'), no: code('a.ml.contoso.com'), apex: code('contoso.com') },
    ),
    see: ['san', 'fqdn'],
    source: rfc(9525, '6.3'),
  },
  {
    id: 'a-label',
    name: say('A-label (Punycode)', 'A ラベル (Punycode)'),
    also: ['punycode', 'IDN', '国際化ドメイン名', 'A ラベル'],
    means: say(
      'How a name with other letters than a to z stands in DNS and in certificates: {example} for {shown}. amltls converts what you type.',
      '英字以外を含む名前を DNS や証明書で表す形式です。{shown} は {example} になります。入力された名前は amltls が変換します。',
      { example: code('xn--wgv71a.example'), shown: code('日本.example') },
    ),
    see: ['fqdn'],
    source: rfc(5890, '2.3.2.1'),
  },
  {
    id: 'public-suffix',
    name: say('Public suffix', 'パブリック サフィックス'),
    also: ['PSL', '公開サフィックス'],
    means: say(
      'The part of a name under which anyone may register: {one}, {two}. No CA issues a certificate for a public suffix or for all names below it.',
      '誰でもその下に名前を登録できる部分です (例: {one}、{two})。パブリック サフィックスそのものや、その下のすべての名前に対する証明書は発行されません。',
      { one: code('com'), two: code('co.jp') },
    ),
    see: ['domain-name', 'wildcard'],
    source: PUBLIC_SUFFIX,
  },
  {
    id: 'registrar',
    name: say('Registrar', 'レジストラー'),
    also: ['registrars', 'hosts the zone', '事業者', 'ドメイン レジストラー'],
    means: say(
      'The company where a domain name is registered. Often it also runs the name servers, so that its web site is where you create records.',
      'ドメイン名を登録する事業者です。多くの場合ネーム サーバーも運用しており、その Web サイトでレコードを作成します。',
    ),
    see: ['zone', 'a-record'],
    source: rfc(9499),
  },
  {
    id: 'leaf-domain-label',
    name: say('Leaf domain label', 'リーフ ドメイン ラベル'),
    also: ['leafDomainLabel', 'label', 'ラベル', 'six characters', '6 文字'],
    means: say(
      'The beginning of a name that Microsoft gives: from {label} Azure makes {name}, appending six characters of its own. Give it without them, also for a renewal.',
      'Microsoft が付ける名前の先頭部分です。{label} から、Azure が独自の 6 文字を付けて {name} を作ります。更新のときも、その 6 文字は付けずに指定します。',
      { label: code('contoso'), name: code('contosoab12cd.eastus.cloudapp.azure.com') },
    ),
    see: ['microsoft-name', 'overwrite-existing-domain', 'renewal'],
    source: SECURE_V1,
  },
  {
    id: 'microsoft-name',
    name: say('Name from Microsoft', 'Microsoft の名前'),
    also: ['Microsoft name', 'cloudapp.azure.com', 'Microsoft のドメイン名'],
    means: say(
      'A host name below {suffix} that Azure ML sets up together with a certificate. Azure keeps its DNS record; you have nothing to do there. Only AKS with a public address has it.',
      '{suffix} の下のホスト名で、Azure ML が証明書とともに用意します。DNS レコードも Azure が管理するため、作業は不要です。パブリック アドレスを持つ AKS でのみ使えます。',
      { suffix: code('cloudapp.azure.com') },
    ),
    see: ['leaf-domain-label', 'microsoft-certificate'],
    source: SECURE_V1,
  },
  {
    id: 'cname-field',
    name: say('cname (Azure ML)', 'cname (Azure ML のフィールド)'),
    also: ['ssl_cname', 'ssl-cname', 'calls the field cname', 'フィールドを cname'],
    means: say(
      'The field of Azure ML that holds the FQDN of the certificate. It has nothing to do with a CNAME record: what DNS needs is an A record.',
      '証明書の FQDN を指定する Azure ML のフィールドです。CNAME レコードとは関係ありません。DNS に必要なのは A レコードです。',
    ),
    see: ['cname-record', 'a-record', 'fqdn'],
    source: SPECS,
  },
  {
    id: 'overwrite-existing-domain',
    name: 'overwriteExistingDomain',
    also: ['overwrite', 'another Microsoft name', '上書き'],
    means: say(
      'Tells Azure to give the cluster a new Microsoft name, with six new characters. Clients of the old name then fail. It must stay off when a certificate is renewed, although an example of Microsoft’s sets it.',
      '新しい 6 文字の付いた別の Microsoft の名前をクラスターに割り当てる指定です。古い名前を使うクライアントは接続できなくなります。Microsoft のサンプルには付いているものがありますが、証明書の更新では指定してはいけません。',
    ),
    see: ['renewal', 'leaf-domain-label'],
    source: SECURE_V1,
  },
];
