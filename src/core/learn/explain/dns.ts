import { code, say } from '../../text/say.ts';
import type { Explanations } from './explanation.ts';

const A = 'dig +noall +answer www.contoso.com A';
const NS = 'nslookup www.contoso.com';
const AUTH = 'dig @ns1.contoso.com www.contoso.com A +norecurse';
const TRACE = 'dig +trace www.contoso.com A';
const WATCH = code('amltls watch dns PROFILE');
const WAIT = say('Nothing is to be done but wait: {command}.', '待つだけです: {command}', { command: WATCH });
const SET = say(
  'Set the A record at the host of the zone to the address of the service.',
  'ゾーンのホスト側で、A レコードをサービスのアドレスに設定してください。',
);

/** What DNS shows, and why it is not as it should be. */
export const DNS_CODES: Explanations = {
  'dns-not-yet': {
    means: say('DNS does not show the record everywhere yet.', 'レコードがまだすべての場所に反映されていません。'),
    arises: say('Old answers have not run out, or the record is not set.', '古い応答が残っているか、レコードが設定されていません。'),
    see: [A, AUTH],
    mend: WAIT,
  },
  'dns-record-missing': {
    means: say('The name does not exist yet.', '名前がまだ存在しません。'),
    arises: say('The record was not created, or in another zone.', 'レコードを作成していないか、別のゾーンに作成しました。'),
    see: [AUTH, TRACE],
    mend: SET,
  },
  'dns-elsewhere': {
    means: say('The name leads to another address.', '名前が別のアドレスを指しています。'),
    arises: say('The service moved, or the record was never changed.', 'サービスが移動したか、レコードが更新されていません。'),
    see: [A],
    mend: SET,
  },
  'dns-extra-address': {
    means: say('The name shows the right address and others beside it.', '正しいアドレスのほかに、別のアドレスも返されます。'),
    arises: say(
      'An old A record was left beside the new one; a share of the clients goes there.',
      '古い A レコードが残っており、一部のクライアントがそちらに接続します。',
    ),
    see: [A],
    mend: say('Delete the other A records.', '他の A レコードを削除してください。'),
  },
  'dns-aaaa-present': {
    means: say('The name has an IPv6 address, and the service has none.', '名前に IPv6 アドレスがありますが、サービスは IPv6 に対応していません。'),
    arises: say('A stale AAAA record; clients prefer it.', '古い AAAA レコードです。クライアントは IPv6 を優先します。'),
    see: ['dig +noall +answer www.contoso.com AAAA', 'nslookup -type=AAAA www.contoso.com'],
    mend: say('Delete the AAAA record.', 'AAAA レコードを削除してください。'),
  },
  'dns-old-answer': {
    means: say('A resolver still gives the old answer.', 'リゾルバーがまだ古い応答を返しています。'),
    arises: say('It keeps an answer until its TTL runs out.', '応答は TTL が切れるまで保持されます。'),
    see: [A, AUTH],
    mend: WAIT,
  },
  'dns-absence-remembered': {
    means: say('A resolver remembers that the name did not exist.', 'リゾルバーが「存在しない」という応答を保持しています。'),
    arises: say(
      'Somebody asked before the record was there; the SOA minimum says how long that stays.',
      'レコードの作成前に問い合わせがありました。保持時間は SOA の minimum で決まります。',
    ),
    see: ['dig contoso.com SOA', NS],
    mend: WAIT,
  },
  'dns-secondary-lags': {
    means: say('A name server of the zone has an older version of it.', 'ゾーンのネーム サーバーの 1 つが古い版を返しています。'),
    arises: say('A secondary has not fetched the change yet; its serial is lower.', 'セカンダリがまだ変更を取得していません (シリアルが小さい)。'),
    see: ['dig +nssearch contoso.com'],
    mend: say('Wait for its refresh; if it stays, look at the transfer.', '更新を待ち、変わらなければゾーン転送を確認してください。'),
  },
  'dns-servers-disagree': {
    means: say('The servers of the zone give different answers under the same serial.', '同じシリアルなのに、ゾーンのサーバーの応答が異なります。'),
    arises: say('They are not one zone: two providers, kept by hand.', '2 つの事業者で別々に管理されているなど、同じゾーンになっていません。'),
    see: ['dig +nssearch contoso.com', AUTH],
    mend: say('Set the record at both, or leave one provider.', '両方に設定するか、事業者を 1 つにしてください。'),
  },
  'dns-split-horizon': {
    means: say('Inside and outside give different answers.', '内部と外部で応答が異なります。'),
    arises: say('A company resolver has a zone of its own.', '社内リゾルバーが独自のゾーンを持っています。'),
    see: [A, 'dig @1.1.1.1 www.contoso.com A'],
    mend: say('Set the record in both, as each side needs it.', 'それぞれに必要なレコードを設定してください。'),
  },
  'dns-internal-only': {
    means: say('Only the resolvers of this network know the name.', 'このネットワークのリゾルバーだけが名前を知っています。'),
    arises: say('The record stands in the internal zone alone.', 'レコードが内部ゾーンにだけあります。'),
    see: [A, 'dig @1.1.1.1 www.contoso.com A'],
    mend: say(
      'Right for internal services; otherwise set it in the public zone.',
      '内部サービスなら問題ありません。それ以外はパブリックなゾーンにも設定してください。',
    ),
  },
  'dns-internal-missing': {
    means: say('The resolvers of this network do not know the name, others do.', 'このネットワークのリゾルバーだけが名前を知りません。'),
    arises: say('An internal zone of the same domain hides the public one.', '同じドメインの内部ゾーンがパブリックなゾーンを隠しています。'),
    see: [A, 'dig @1.1.1.1 www.contoso.com A'],
    mend: say('Add the record to the internal zone.', '内部ゾーンにもレコードを追加してください。'),
  },
  'dns-cname-apex': {
    means: say('A CNAME cannot stand at the top of a zone.', 'ゾーンの頂点に CNAME は置けません。'),
    arises: say('SOA and NS stand there already.', 'SOA と NS が既にあるためです。'),
    see: ['dig contoso.com ANY'],
    mend: say('Use an A record.', 'A レコードを使ってください。'),
  },
  'dns-cname-dead': {
    means: say('The name is an alias of one that does not exist.', '別名の指す先が存在しません。'),
    arises: say(
      'The target was deleted: a dangling name, which others may take over.',
      '指す先が削除されています。乗っ取られるおそれのある、宙に浮いた名前です。',
    ),
    see: ['dig +noall +answer www.contoso.com CNAME', A],
    mend: say('Replace the CNAME by an A record, or delete it.', 'CNAME を A レコードに置き換えるか、削除してください。'),
  },
  'dns-cname-loop': {
    means: say('The aliases lead in a circle.', '別名が循環しています。'),
    arises: say('Two names are aliases of each other.', '2 つの名前が互いの別名になっています。'),
    see: ['dig www.contoso.com CNAME'],
    mend: say('Break the circle with an A record.', 'A レコードで循環を解消してください。'),
  },
  'dns-name-in-use': {
    means: say('Another record stands where this one is to go.', 'レコードを置く名前に別のレコードがあります。'),
    arises: say('A CNAME allows no other record beside it.', 'CNAME は他のレコードと併用できません。'),
    see: ['dig www.contoso.com ANY'],
    mend: say('Delete the other record first.', '先に別のレコードを削除してください。'),
  },
  'dns-name-doubled': {
    means: say('The record stands at a name with the domain twice.', 'ドメインが二重になった名前にレコードがあります。'),
    arises: say('The form adds the domain by itself, and the whole name was typed.', '入力欄がドメインを自動で付けるのに、完全な名前を入力しました。'),
    see: ['dig www.contoso.com.contoso.com A'],
    mend: say('Type the part before the domain only.', 'ドメインより前の部分だけを入力してください。'),
  },
  'dns-name-idn': {
    means: say('The name has letters beyond a to z, and the zone needs the Punycode form.', '名前に英字以外があり、ゾーンでは Punycode 形式が必要です。'),
    arises: say('Some hosts take only A-labels.', 'A ラベルしか受け付けないホストがあります。'),
    see: ['dig xn--wgv71a.example A'],
    mend: say('Use the form that begins with xn--.', 'xn-- で始まる形式を使ってください。'),
  },
  'dns-wildcard': {
    means: say('The name has no record of its own; a wildcard answers.', 'その名前のレコードはなく、ワイルドカードが応答しています。'),
    arises: say('A record for * exists in the zone.', 'ゾーンに * のレコードがあります。'),
    see: [A, "dig '*.contoso.com' A"],
    mend: SET,
  },
  'dns-dname': {
    means: say('Everything below is moved to another domain.', '配下の名前がすべて別のドメインに移されています。'),
    arises: say('A DNAME record.', 'DNAME レコードがあります。'),
    see: ['dig contoso.com DNAME'],
    mend: say('Set the record in the target domain.', '移動先のドメインにレコードを設定してください。'),
  },
  'dns-caa-forbids': {
    means: say('CAA records do not let your CA issue.', 'CAA レコードで、その CA の発行が許可されていません。'),
    arises: say('They name other CAs; it counts for renewals too.', '別の CA だけが指定されています。更新にも適用されます。'),
    see: ['dig +noall +answer contoso.com CAA', 'nslookup -type=CAA contoso.com'],
    mend: say('Add a CAA record for your CA, for example {record}.', 'その CA の CAA レコードを追加してください (例: {record})。', {
      record: code('0 issue "letsencrypt.org"'),
    }),
  },
  'dns-dnssec-bogus': {
    means: say('The signatures of the zone do not hold: strict resolvers answer nothing.', 'ゾーンの署名が検証できず、厳格なリゾルバーは応答しません。'),
    arises: say('A DS record of an earlier provider, or expired signatures.', '以前の事業者の DS レコードが残っているか、署名の期限切れです。'),
    see: ['dig www.contoso.com A +dnssec', 'dig www.contoso.com A +cd', 'dig contoso.com DS'],
    mend: say('Correct the DS record at the registrar, or sign anew.', 'レジストラーの DS レコードを修正するか、署名し直してください。'),
  },
  'dns-delegation-differs': {
    means: say('The zone above names other servers than the zone itself.', '上位ゾーンとゾーン自身の NS が異なります。'),
    arises: say('The provider was changed at one place only.', '事業者の変更が片方にだけ反映されています。'),
    see: ['dig contoso.com NS', TRACE],
    mend: say('Make both lists the same at the registrar and in the zone.', 'レジストラーとゾーンの NS を一致させてください。'),
  },
  'dns-server-unresolvable': {
    means: say('A name server of the zone has no address.', 'ゾーンのネーム サーバーにアドレスがありません。'),
    arises: say('An NS record with a name that does not exist.', '存在しない名前を指す NS レコードです。'),
    see: ['dig contoso.com NS', 'dig ns1.contoso.com A'],
    mend: say('Correct the NS record.', 'NS レコードを修正してください。'),
  },
  'dns-port-closed': {
    means: say('No name server can be reached from here.', 'ここからネーム サーバーに接続できません。'),
    arises: say('Port 53 is closed by a firewall.', 'ポート 53 がファイアウォールで閉じられています。'),
    see: [AUTH, 'amltls doctor'],
    mend: say('Open port 53, or ask over HTTPS: a resolver such as {resolver}.', 'ポート 53 を開けるか、{resolver} のように HTTPS で問い合わせてください。', {
      resolver: code('https://1.1.1.1/dns-query'),
    }),
  },
  'dns-private-in-public': {
    means: say('Public DNS shows a private address.', 'パブリックな DNS がプライベート アドレスを返しています。'),
    arises: say(
      'Right for an internal load balancer; everybody can read it, and some resolvers filter it.',
      '内部ロード バランサーでは正しい設定ですが、誰でも参照でき、除外するリゾルバーもあります。',
    ),
    see: [A],
    mend: say('Use a private zone if that matters.', '気になる場合はプライベート ゾーンを使ってください。'),
  },
  'dns-address-private': {
    means: say('A resolver drops private addresses from answers.', 'リゾルバーがプライベート アドレスの応答を除外します。'),
    arises: say('Rebinding protection in routers and some resolvers.', 'ルーターや一部のリゾルバーの再バインド対策です。'),
    see: [A, AUTH],
    mend: say('Except the name there, or use another resolver.', 'その名前を除外設定に加えるか、別のリゾルバーを使ってください。'),
  },
  'dns-ttl-high': {
    means: say('The record may be remembered for long.', 'レコードが長時間保持されます。'),
    arises: say('A TTL of hours or days; a later change takes as long.', 'TTL が数時間から数日で、変更の反映にも同じ時間がかかります。'),
    see: [A],
    mend: say('Lower the TTL before the next change.', '次の変更の前に TTL を小さくしてください。'),
  },
  'dns-zone-missing': {
    means: say('No zone was found for the name.', '名前のゾーンが見つかりません。'),
    arises: say('The domain is not registered, has expired, or is misspelt.', 'ドメインが未登録、期限切れ、または綴りの誤りです。'),
    see: [TRACE, 'whois contoso.com'],
    mend: say('Correct the name, or register the domain.', '名前を修正するか、ドメインを登録してください。'),
  },
  'dns-zone-more-specific': {
    means: say('The record belongs into a zone of its own below the domain.', 'レコードは、ドメインの下の別のゾーンに置く必要があります。'),
    arises: say('A part of the domain was delegated.', 'ドメインの一部が委任されています。'),
    see: [TRACE],
    mend: say('Set it in the zone that is named.', '示されたゾーンに設定してください。'),
  },
  'dns-not-asked': {
    means: say('Not every server of the zone could be asked.', 'ゾーンのサーバーの一部に問い合わせできませんでした。'),
    arises: say('The time was up, or port 53 is closed.', '時間切れ、またはポート 53 の遮断です。'),
    see: [AUTH],
    mend: say('Look again with more time.', '時間を延ばして確認してください。'),
  },
  'dns-nothing': {
    means: say('No DNS record is needed here, or its address is not known yet.', 'DNS レコードは不要か、アドレスがまだわかりません。'),
    arises: say('A Microsoft name, or a service that is not deployed.', 'Microsoft の名前、またはデプロイ前のサービスです。'),
    see: ['amltls plan PROFILE'],
    mend: say('Deploy first.', '先にデプロイしてください。'),
  },
  'dns-unreachable': {
    means: say('A DNS server did not answer.', 'DNS サーバーが応答しませんでした。'),
    arises: say('No network, a firewall, or the server is down.', 'ネットワーク切断、ファイアウォール、サーバーの停止などです。'),
    see: [NS, 'dig @1.1.1.1 contoso.com SOA'],
    mend: say('Check the network, or name other resolvers.', 'ネットワークを確認するか、別のリゾルバーを指定してください。'),
  },
  'dns-resolver-invalid': {
    means: say('That is no resolver.', 'リゾルバーの指定が正しくありません。'),
    arises: say('It is system, an address, an address with a port, or an https URL.', 'system、アドレス、アドレスとポート、または https の URL を指定します。'),
    see: ['amltls profile show PROFILE'],
    mend: say('Correct {key}.', '{key} を修正してください。', { key: code('dns.resolvers') }),
  },
};
