import { code, say } from '../../text/say.ts';
import { rfc, TAKEOVER } from './sources.ts';
import type { Term } from './term.ts';

/** Names turned into addresses. */
export const DNS: readonly Term[] = [
  {
    id: 'dns',
    name: 'DNS',
    also: ['Domain Name System', 'public DNS', '名前解決'],
    means: say('The distributed directory that turns a name into an address.', '名前をアドレスに変換する、分散した名簿です。'),
    see: ['zone', 'resolver'],
    source: rfc(1034),
  },
  {
    id: 'zone',
    name: say('Zone', 'ゾーン'),
    also: ['zones', 'DNS zone', 'DNS ゾーン'],
    means: say(
      'The part of DNS that one owner keeps, such as {example} with everything below it. Its records are changed in one place.',
      'DNS のうち 1 人の所有者が管理する範囲です ({example} とその配下など)。レコードは 1 か所で変更します。',
      { example: code('contoso.com') },
    ),
    see: ['authoritative-server', 'soa'],
    source: rfc(9499),
  },
  {
    id: 'a-record',
    name: say('A record', 'A レコード'),
    also: ['A records', 'DNS record', 'DNS レコード'],
    means: say(
      'Name to IPv4 address. It is what an own name needs: from your FQDN to the address of the front end.',
      '名前から IPv4 アドレスへのレコードです。独自の名前に必要なのはこれで、FQDN をフロント エンドのアドレスに対応付けます。',
    ),
    see: ['aaaa-record', 'cname-record', 'ttl'],
    source: rfc(1035, '3.4.1'),
  },
  {
    id: 'aaaa-record',
    name: say('AAAA record', 'AAAA レコード'),
    also: ['AAAA', 'IPv6'],
    means: say(
      'Name to IPv6 address. Azure ML’s endpoints have none, so an AAAA record at your name leads many clients somewhere else: remove it.',
      '名前から IPv6 アドレスへのレコードです。Azure ML のエンドポイントに IPv6 はないため、AAAA レコードがあると多くのクライアントが別の場所に接続します。削除してください。',
    ),
    see: ['a-record'],
    source: rfc(3596),
  },
  {
    id: 'cname-record',
    name: say('CNAME record', 'CNAME レコード'),
    also: ['CNAME', 'alias', '別名レコード'],
    means: say(
      'Says that one name is another. It may not stand beside other records, nor at the apex. Azure ML’s field “cname” means something else.',
      'ある名前が別の名前の別名であることを示すレコードです。他のレコードと併用できず、ゾーンの頂点にも置けません。Azure ML の「cname」フィールドとは別のものです。',
    ),
    see: ['cname-field', 'a-record', 'dangling-name'],
    source: rfc(1034, '3.6.2'),
  },
  {
    id: 'txt-record',
    name: say('TXT record', 'TXT レコード'),
    also: ['TXT'],
    means: say('Free text at a name; ACME proves control of a name with one.', '名前に付ける自由なテキストです。ACME では名前の管理の証明に使います。'),
    see: ['acme-challenge'],
    source: rfc(1035, '3.3.14'),
  },
  {
    id: 'caa',
    name: say('CAA record', 'CAA レコード'),
    also: ['CAA'],
    means: say(
      'Names the CAs that may issue for a domain: {example}. A CA that is not among them has to refuse, renewals included. It counts for all names below, until one has its own.',
      'ドメインに証明書を発行できる CA を指定するレコードです (例: {example})。含まれない CA は、更新も含めて発行を拒否します。配下の名前にも適用され、個別に設定した名前ではそれが優先されます。',
      { example: code('0 issue "letsencrypt.org"') },
    ),
    see: ['ca', 'acme'],
    source: rfc(8659),
  },
  {
    id: 'soa',
    name: say('SOA record', 'SOA レコード'),
    also: ['SOA', 'SOA serial'],
    means: say(
      'The head of a zone. Its serial number grows with each change: servers with an old serial have not heard of it yet.',
      'ゾーンの先頭のレコードです。変更のたびにシリアル番号が増えます。古いシリアルのサーバーには、変更がまだ伝わっていません。',
    ),
    see: ['soa-minimum', 'zone'],
    source: rfc(1035, '3.3.13'),
  },
  {
    id: 'soa-minimum',
    name: say('SOA minimum (negative cache)', 'SOA の minimum (ネガティブ キャッシュ)'),
    also: ['negative cache', 'SOA minimum', 'absences', '存在しない', 'ネガティブ キャッシュ'],
    means: say(
      'How long resolvers remember that a name does not exist. Whoever asks before the record is there waits that long: amltls asks the authoritative servers first.',
      '名前が「存在しない」ことをリゾルバーが記憶する時間です。レコード作成前に問い合わせると、その時間だけ待つことになります。amltls はまず権威サーバーに問い合わせます。',
    ),
    see: ['ttl', 'nxdomain', 'resolver'],
    source: rfc(2308, '4'),
  },
  {
    id: 'ttl',
    name: say('TTL (time to live)', 'TTL (有効期間)'),
    also: ['time to live', 'TTL', 'old answer', '以前の応答'],
    means: say(
      'How many seconds resolvers may go on using an answer. Lower it before a change, and old answers die sooner.',
      'リゾルバーが応答を使い続けてよい秒数です。変更の前に小さくしておくと、古い応答が早く消えます。',
    ),
    see: ['propagation', 'resolver'],
    source: rfc(1035, '3.2.1'),
  },
  {
    id: 'resolver',
    name: say('Resolver', 'リゾルバー'),
    also: ['resolvers', 'recursive server', 'DNS キャッシュ サーバー'],
    means: say(
      'The server that your machine asks; it asks the others and remembers what they said.',
      '自分のマシンが問い合わせるサーバーです。他のサーバーに問い合わせ、その応答を記憶します。',
    ),
    see: ['authoritative-server', 'ttl'],
    source: rfc(9499),
  },
  {
    id: 'authoritative-server',
    name: say('Authoritative server', '権威サーバー'),
    also: ['authoritative', 'name server', 'name servers', 'ネーム サーバー', 'servers of your zone', 'NS'],
    means: say(
      'A server that holds the zone itself. What it says is true now; resolvers follow when what they remember has run out.',
      'ゾーンそのものを持つサーバーです。その応答が現在の正しい値で、リゾルバーは記憶が切れた時点で追従します。',
    ),
    see: ['resolver', 'zone'],
    source: rfc(9499),
  },
  {
    id: 'propagation',
    name: say('Propagation', '反映 (伝播)'),
    also: ['propagate', '反映', '伝播'],
    means: say(
      'The time until all resolvers show a new record. Nothing is sent around: old answers run out, one resolver after another.',
      'すべてのリゾルバーが新しいレコードを返すまでの時間です。何かが配信されるわけではなく、古い応答がリゾルバーごとに期限切れになっていきます。',
    ),
    see: ['ttl', 'soa-minimum'],
    source: rfc(2181, '8'),
  },
  {
    id: 'nxdomain',
    name: 'NXDOMAIN',
    also: ['no such name', 'name does not exist'],
    means: say('The answer that a name does not exist at all.', '「その名前は存在しない」という応答です。'),
    see: ['soa-minimum'],
    source: rfc(8020),
  },
  {
    id: 'split-horizon',
    name: say('Split horizon', 'スプリット ホライズン'),
    also: ['split DNS', '内部 DNS'],
    means: say(
      'Different answers for the same name inside and outside of a network. What your machine sees need not be what clients see.',
      '同じ名前に、ネットワークの内と外で異なる応答を返す構成です。自分のマシンで見える結果が、クライアントでも同じとは限りません。',
    ),
    see: ['resolver'],
    source: rfc(9499),
  },
  {
    id: 'dangling-name',
    name: say('Dangling name', '宙に浮いた名前'),
    also: ['subdomain takeover', 'サブドメインの乗っ取り', 'dangling'],
    means: say(
      'A record that leads to an address or name that is no longer yours: whoever gets it next can answer as you. Remove the record first, then the service.',
      '既に自分のものではないアドレスや名前を指すレコードです。次にそれを得た者が、なりすますことができます。先にレコードを、次にサービスを削除します。',
    ),
    see: ['cname-record'],
    source: TAKEOVER,
  },
];
