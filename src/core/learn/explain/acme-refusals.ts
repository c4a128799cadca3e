import type { Text } from '../../contracts/index.ts';
import { say } from '../../text/say.ts';
import type { Explanation, Explanations } from './explanation.ts';

const SEE = ['amltls plan PROFILE', 'dig +noall +answer _acme-challenge.www.contoso.com TXT', 'dig contoso.com CAA'];

const refusal = (means: Text, arises: Text, mend: Text): Explanation => ({ means, arises, see: SEE, mend });

const AGAIN = say('Run the command again: it goes on with the same key and order.', 'もう一度実行してください。同じ鍵と注文で続きから再開します。');
const REPORT = say(
  'Run it again; if it stays so, send the outcome of amltls report.',
  'もう一度実行し、解消しない場合は amltls report の結果を送ってください。',
);
const LOOK = say('Look at the record from outside, then run it again.', '外部からレコードを確認し、もう一度実行してください。');
const NAMES = say('Use names that this authority issues for, or another authority.', 'この証明機関が発行できる名前を使うか、別の証明機関を選んでください。');

/** What an authority says by a type of RFC 8555 6.7 (and RFC 9773); the code is `acme-` and the type. */
export const ACME_REFUSALS: Explanations = {
  'acme-account-does-not-exist': refusal(
    say('The authority has no account with this key.', '証明機関に、この鍵のアカウントがありません。'),
    say(
      'It has forgotten it (test authorities do), or the key belongs to another authority.',
      '証明機関が削除した (テスト用では起こります)、または別の証明機関の鍵です。',
    ),
    say('Run it again: a new account is opened.', 'もう一度実行すると、新しいアカウントを作成します。'),
  ),
  'acme-already-replaced': refusal(
    say('Another order has renewed that certificate already.', 'その証明書は、別の注文で既に更新されています。'),
    say('Two machines renew the same name with one account.', '2 台のマシンが同じアカウントで同じ名前を更新しています。'),
    say('Leave the renewal to one of them.', '更新はどちらか一方だけで行ってください。'),
  ),
  'acme-already-revoked': refusal(
    say('The certificate is revoked already.', '証明書は既に失効しています。'),
    say('Somebody revoked it before.', '以前に失効の手続きが行われています。'),
    say('Have a new one issued.', '新しい証明書の発行を受けてください。'),
  ),
  'acme-bad-csr': refusal(
    say('The authority does not take the certificate request.', '証明機関が署名要求を受け付けませんでした。'),
    say(
      'The kind of key is not taken, a name is missing, or the key is one that is known to be lost.',
      '鍵の種類が対象外、名前の不足、または漏えいが知られている鍵です。',
    ),
    say('Choose another kind of key; a new key comes with the next order.', '鍵の種類を変えてください。次の注文では新しい鍵を作成します。'),
  ),
  'acme-bad-nonce': refusal(
    say('The request carried a number that was used or forgotten.', '要求の番号 (nonce) が使用済み、または無効です。'),
    say('The authority was restarted, or several of its servers do not agree.', '証明機関の再起動、または複数のサーバー間の不一致です。'),
    AGAIN,
  ),
  'acme-bad-public-key': refusal(
    say('The authority does not take the key of the account.', '証明機関がアカウントの鍵を受け付けませんでした。'),
    say('Its kind or length is not on the list of the authority.', '鍵の種類または長さが対象外です。'),
    REPORT,
  ),
  'acme-bad-signature-algorithm': refusal(
    say('The authority does not take the way in which requests are signed.', '証明機関が要求の署名方式を受け付けませんでした。'),
    say('It wants another algorithm than ES256.', 'ES256 以外の方式が求められています。'),
    REPORT,
  ),
  'acme-caa': refusal(
    say('A CAA record forbids this authority to issue.', 'CAA レコードでこの証明機関による発行が禁止されています。'),
    say('The set closest to the name counts, and it names others only.', '名前に最も近い CAA レコードで、別の証明機関だけが指定されています。'),
    say('Add the authority to the CAA records, or choose one that they name.', 'CAA レコードに証明機関を追加するか、指定されている証明機関を選んでください。'),
  ),
  'acme-compound': refusal(
    say('Several things are wrong at once; the words of the authority name them.', '複数の問題があります。証明機関のメッセージを確認してください。'),
    say('An order for several names, of which some were refused.', '複数の名前の注文で、一部が拒否されました。'),
    NAMES,
  ),
  'acme-connection': refusal(
    say('The authority could not reach what it wanted to look at.', '証明機関が確認先に接続できませんでした。'),
    say('A name server is not reachable from outside.', 'ネーム サーバーに外部から接続できません。'),
    LOOK,
  ),
  'acme-dns': refusal(
    say('The authority got no usable answer from the name servers of the zone.', '証明機関が、ゾーンのネーム サーバーから有効な応答を得られませんでした。'),
    say(
      'A server fails or cannot be reached from outside, DNSSEC is broken, or the name is not there.',
      'サーバーの障害や到達不可、DNSSEC の不備、または名前がありません。',
    ),
    LOOK,
  ),
  'acme-incorrect-response': refusal(
    say('The proof that the authority found is another than the one it asked for.', '証明機関が見つけた値が、求めたものと異なります。'),
    say(
      'An old record still stands, or a second program answers for the same name.',
      '古いレコードが残っている、または別のプログラムが同じ名前で応答しています。',
    ),
    LOOK,
  ),
  'acme-invalid-contact': refusal(
    say('The mail address of the account is not taken.', 'アカウントのメール アドレスが受け付けられませんでした。'),
    say('It is misspelt, or its domain takes no mail.', '誤記があるか、ドメインがメールを受信できません。'),
    say('Correct certificate.email, or leave it out.', 'certificate.email を修正するか、省略してください。'),
  ),
  'acme-malformed': refusal(
    say('The authority does not understand the request.', '証明機関が要求を解釈できませんでした。'),
    say('A name is not possible in a certificate, or the order is older than the authority remembers.', '証明書に使えない名前、または古くなった注文です。'),
    REPORT,
  ),
  'acme-order-not-ready': refusal(
    say('The order cannot be completed yet, or no more.', '注文をまだ、またはもう完了できません。'),
    say('A name is not proved yet, or the order has run out.', '名前の確認が済んでいないか、注文の期限が切れました。'),
    AGAIN,
  ),
  'acme-rate-limited': refusal(
    say('The authority has given you as much as it gives in a while.', '証明機関の発行数や試行回数の上限に達しました。'),
    say('Too many certificates for one domain, or too many orders that failed.', '1 つのドメインへの証明書が多すぎる、または失敗した注文が多すぎます。'),
    say(
      'Wait until the date that is shown; try things out with letsencrypt-staging.',
      '表示された日時まで待ってください。試す場合は letsencrypt-staging を使います。',
    ),
  ),
  'acme-rejected-identifier': refusal(
    say('The authority does not issue for this name.', '証明機関がこの名前には発行しません。'),
    say(
      'It is on a list of names that are refused, or outside the zones that the authority serves.',
      '拒否リストにある名前、または証明機関の対象外のゾーンです。',
    ),
    NAMES,
  ),
  'acme-server-internal': refusal(
    say('Something failed inside the authority.', '証明機関の内部でエラーが発生しました。'),
    say('It is overloaded or being repaired; their status page tells.', '過負荷または保守中です。証明機関のステータス ページで確認できます。'),
    AGAIN,
  ),
  'acme-tls': refusal(
    say('The authority met a TLS error while it looked.', '証明機関が確認中に TLS エラーを検出しました。'),
    say('Only other ways of proof than DNS connect to your server.', 'DNS 以外の確認方法でのみ発生します。'),
    REPORT,
  ),
  'acme-unauthorized': refusal(
    say('The account may not do this, or the name was not proved.', 'アカウントに権限がないか、名前が確認されていません。'),
    say('The record is missing or wrong, or the account was closed.', 'レコードがないか誤っている、またはアカウントが閉鎖されています。'),
    LOOK,
  ),
  'acme-unsupported-contact': refusal(
    say('The authority takes another kind of contact only.', '証明機関が、この種類の連絡先に対応していません。'),
    say('Contacts are mail addresses.', '連絡先にはメール アドレスを指定します。'),
    say('Correct certificate.email, or leave it out.', 'certificate.email を修正するか、省略してください。'),
  ),
  'acme-unsupported-identifier': refusal(
    say('The authority does not issue for this kind of name.', '証明機関が、この種類の名前に対応していません。'),
    say('Many issue for DNS names only, some for no wildcards.', 'DNS 名のみ、またはワイルドカード非対応の証明機関があります。'),
    NAMES,
  ),
  'acme-user-action-required': refusal(
    say('A person has to do something at the site of the authority.', '証明機関のサイトでの操作が必要です。'),
    say('Mostly its terms of service have changed.', '多くの場合、利用規約の変更です。'),
    say('Visit the page that the authority names, then run it again.', '証明機関が示すページを開いて対応し、もう一度実行してください。'),
  ),
  'acme-unknown': refusal(
    say('The authority refused without saying why.', '証明機関が、理由を示さずに拒否しました。'),
    say('A proxy or a fault stands between, or it is no ACME authority.', 'プロキシや障害、または ACME に対応していないサーバーです。'),
    REPORT,
  ),
};
