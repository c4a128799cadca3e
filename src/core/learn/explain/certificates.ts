import { code, say } from '../../text/say.ts';
import type { Explanations } from './explanation.ts';

const LINT = 'amltls cert lint cert.pem --key key.pem --host www.contoso.com';
const SHOW = 'openssl x509 -in cert.pem -noout -subject -issuer -dates -ext subjectAltName';
const CHAIN = 'openssl storeutl -noout -text -certs cert.pem';

/** Certificate and key files, before they are sent. */
export const CERTIFICATE_CODES: Explanations = {
  'parse-error': {
    means: say('The file holds something that is no certificate, or one that cannot be read.', 'ファイルの内容が証明書ではないか、読み取れない証明書です。'),
    arises: say(
      'A download page saved as a file, a copy with missing lines, a binary file under a .pem name, or an editor that changed the text.',
      'ダウンロード ページをそのまま保存した、コピー時に行が欠けた、.pem という名前のバイナリ ファイル、エディターによる変換などで起こります。',
    ),
    see: ['openssl x509 -in cert.pem -noout -text', 'head -1 cert.pem', 'openssl x509 -inform der -in cert.pem -noout -subject'],
    mend: say('Fetch the file again from the CA as PEM, or convert it: {command}.', '証明機関から PEM 形式で取得し直すか、変換してください: {command}', {
      command: code('amltls cert convert'),
    }),
  },
  'key-mismatch': {
    means: say('The private key belongs to another certificate.', '秘密鍵が別の証明書のものです。'),
    arises: say(
      'The certificate was renewed with a new key and the old key file was kept, or two orders were mixed up.',
      '新しい鍵で証明書を更新したのに古い鍵ファイルを使っている、または複数の証明書のファイルを取り違えています。',
    ),
    see: ['openssl x509 -in cert.pem -noout -pubkey | openssl sha256', 'openssl pkey -in key.pem -pubout | openssl sha256', LINT],
    mend: say(
      'Find the key whose public half is the same (the two sums above agree), and name it in {key}. If it is lost, make a new CSR and have the certificate issued again.',
      '公開鍵が一致する鍵 (上の 2 つのハッシュが同じもの) を探し、{key} に指定してください。見つからない場合は、新しい CSR を作成して証明書を再発行してください。',
      { key: code('certificate.keyFile') },
    ),
  },
  'key-encrypted': {
    means: say(
      'The key file opens only with a passphrase, and Azure ML cannot ask for one.',
      '鍵ファイルにパスフレーズが設定されています。Azure ML はパスフレーズを扱えません。',
    ),
    arises: say(
      'Many tools encrypt keys by default, and an export from a PFX file does.',
      '多くのツールは既定で鍵を暗号化します。PFX ファイルから取り出した鍵も同様です。',
    ),
    see: ['head -1 key.pem', 'openssl pkey -in key.pem -noout'],
    mend: say(
      'Write a decrypted copy that only you can read: {command}, or {openssl}.',
      '自分だけが読める復号済みのコピーを作成してください: {command} または {openssl}',
      { command: code('amltls cert convert'), openssl: code('openssl pkey -in key.pem -out key-plain.pem') },
    ),
  },
  'key-weak': {
    means: say('The key is too short, or of a kind that clients no longer accept.', '鍵が短すぎるか、クライアントが受け入れない種類です。'),
    arises: say('An old key (RSA with 1024 bits) was used again for a new order.', '古い鍵 (1024 ビットの RSA など) を使い回しています。'),
    see: ['openssl x509 -in cert.pem -noout -text | grep "Public-Key"'],
    mend: say(
      'Make a new key, RSA with 2048 bits or more or ECDSA P-256, and order a certificate for it: {command}.',
      '2048 ビット以上の RSA または ECDSA P-256 の新しい鍵を作成し、その鍵で証明書を取得してください: {command}',
      { command: code('amltls cert csr') },
    ),
  },
  'signature-weak': {
    means: say(
      'A certificate of the chain is signed with SHA-1 or MD5, which clients refuse.',
      'チェーンに、クライアントが受け入れない SHA-1 や MD5 で署名された証明書があります。',
    ),
    arises: say('A private CA that was set up long ago and still signs as it did then.', '以前に構築したプライベート CA が、当時の設定のまま署名しています。'),
    see: ['openssl x509 -in cert.pem -noout -text | grep "Signature Algorithm"'],
    mend: say('Have the CA sign with SHA-256 or better, and take the new certificate.', 'SHA-256 以上で署名するよう CA を設定し、再発行してください。'),
  },
  'name-not-covered': {
    means: say('The certificate is for other names than the one that clients call.', '証明書に、クライアントが呼び出す名前が含まれていません。'),
    arises: say(
      'The certificate of another host, a wildcard one level too high (*.contoso.com does not cover a.b.contoso.com), or a name forgotten in the order.',
      '別のホストの証明書である、ワイルドカードの階層が合わない (*.contoso.com は a.b.contoso.com に一致しません)、申請時に名前を入れ忘れた、などで起こります。',
    ),
    see: ['openssl x509 -in cert.pem -noout -ext subjectAltName', 'openssl x509 -in cert.pem -noout -checkhost www.contoso.com'],
    mend: say('Use the certificate that names this host, or order one that does.', 'このホスト名を含む証明書を指定するか、含めて取得し直してください。'),
  },
  'san-missing': {
    means: say(
      'The certificate has no list of names (SAN), and clients look nowhere else.',
      '証明書に名前の一覧 (SAN) がありません。クライアントは SAN だけを参照します。',
    ),
    arises: say('It was made by hand with the name in the subject (CN) only.', '手作業で作成し、名前をサブジェクト (CN) にだけ入れています。'),
    see: [SHOW],
    mend: say('Have it issued again with the name as a DNS entry of the SAN: {command}.', 'SAN に DNS 名として含めて再発行してください: {command}', {
      command: code('amltls cert csr'),
    }),
  },
  expired: {
    means: say(
      'A certificate of the chain is no longer valid: every client refuses it.',
      'チェーンに有効期限の切れた証明書があります。すべてのクライアントが拒否します。',
    ),
    arises: say(
      'Nobody renewed it in time. Microsoft’s certificates no longer renew by themselves either.',
      '期限までに更新されませんでした。Microsoft の証明書も現在は自動更新されません。',
    ),
    see: [
      'openssl x509 -in cert.pem -noout -dates',
      'openssl s_client -connect www.contoso.com:443 -servername www.contoso.com </dev/null | openssl x509 -noout -dates',
    ],
    mend: say('Renew it: {command}. Then let a schedule do it: {schedule}.', '更新してください: {command}。以後は定期実行を設定してください: {schedule}', {
      command: code('amltls renew PROFILE'),
      schedule: code('amltls schedule PROFILE'),
    }),
  },
  'not-yet-valid': {
    means: say('The certificate becomes valid later than now.', '証明書の有効期間がまだ始まっていません。'),
    arises: say(
      'The clock of this machine is behind, or the certificate was ordered for a later date.',
      'このマシンの時計が遅れているか、開始日を先に指定して取得しています。',
    ),
    see: ['openssl x509 -in cert.pem -noout -startdate', 'date -u', 'amltls doctor'],
    mend: say('Set the clock; or wait until that time before deploying.', '時計を合わせるか、その日時を過ぎてからデプロイしてください。'),
  },
  'expires-soon': {
    means: say('Little of the certificate’s life is left.', '証明書の残り期間が短くなっています。'),
    arises: say('It is time to renew: two thirds of a lifetime are a good point.', '更新の時期です。有効期間の 3 分の 2 が目安です。'),
    see: ['openssl x509 -in cert.pem -noout -enddate', 'amltls check PROFILE'],
    mend: say('Renew it: {command}.', '更新してください: {command}', { command: code('amltls renew PROFILE') }),
  },
  'chain-incomplete': {
    means: say(
      'The certificate of the CA that signed yours is missing in the file.',
      '自分の証明書に署名した CA の証明書 (中間証明書) がファイルにありません。',
    ),
    arises: say(
      'Only the first file of the CA’s download was taken. Browsers hide the fault, because they fetch what is missing; Python, curl and Java do not.',
      'CA から取得したファイルのうち先頭だけを使っています。ブラウザーは不足分を取得するため気付きにくいですが、Python、curl、Java は取得しません。',
    ),
    see: [
      CHAIN,
      'openssl verify -untrusted cert.pem cert.pem',
      'openssl s_client -connect www.contoso.com:443 -servername www.contoso.com -showcerts </dev/null',
    ],
    mend: say(
      'Use the full chain that the CA offers, or append the intermediate below your certificate. {command} fetches it.',
      'CA が提供するチェーン全体のファイルを使うか、自分の証明書の後に中間証明書を追加してください。{command} で取得できます。',
      { command: code('amltls cert lint cert.pem --fetch-missing') },
    ),
  },
  'issuer-not-fetched': {
    means: say('The missing intermediate certificate could not be fetched.', '不足している中間証明書を取得できませんでした。'),
    arises: say(
      'The certificate says where it should be (AIA): a stranger wrote that, so private addresses and odd ports are not asked. Or nothing was there.',
      '証明書には取得先 (AIA) が書かれていますが、第三者が書いたものなので、プライベート アドレスや特殊なポートには接続しません。または取得先に証明書がありません。',
    ),
    see: ['openssl x509 -in cert.pem -noout -ext authorityInfoAccess'],
    mend: say('Get it from the CA, and append it below your certificate.', '証明機関から入手し、自分の証明書の後に追加してください。'),
  },
  'chain-order': {
    means: say(
      'The certificates stand in another order than leaf first, then who signed it, and so on.',
      '証明書の順序が「リーフ、その署名者、…」になっていません。',
    ),
    arises: say('Files were joined in the wrong order.', 'ファイルを結合する順序が違っています。'),
    see: [CHAIN],
    mend: say('Sort them; {command} writes the right order.', '並べ替えてください。{command} で正しい順序に書き出せます。', {
      command: code('amltls cert convert'),
    }),
  },
  'chain-stranger': {
    means: say('The file holds certificates that have no part in the chain.', 'チェーンに関係のない証明書がファイルに含まれています。'),
    arises: say('An old intermediate or somebody else’s certificate was left in the file.', '古い中間証明書や別の証明書が残っています。'),
    see: [CHAIN],
    mend: say('Take them out: they only make the handshake larger.', '取り除いてください。ハンドシェイクが大きくなるだけです。'),
  },
  'root-included': {
    means: say('The root certificate is in the file; clients ignore the copy.', 'ファイルにルート証明書が含まれています。クライアントはこれを無視します。'),
    arises: say('The CA’s bundle held it.', 'CA が提供するファイルに含まれていました。'),
    see: [CHAIN],
    mend: say(
      'Leave it out, or leave it: it does no harm beyond a few hundred bytes.',
      '取り除いても、そのままでもかまいません。わずかにサイズが増えるだけです。',
    ),
  },
  'leaf-is-ca': {
    means: say('The first certificate of the file is a CA’s, not a server’s.', 'ファイルの先頭がサーバー証明書ではなく CA 証明書です。'),
    arises: say(
      'The chain begins with the intermediate, or the file of the CA was named instead of yours.',
      'チェーンが中間証明書から始まっているか、自分の証明書の代わりに CA のファイルを指定しています。',
    ),
    see: ['openssl x509 -in cert.pem -noout -ext basicConstraints -subject'],
    mend: say('Put your own certificate first.', '自分の証明書を先頭に置いてください。'),
  },
  'eku-no-server-auth': {
    means: say('The certificate may not be used for a TLS server.', '証明書の用途に TLS サーバーが含まれていません。'),
    arises: say('It was ordered for clients, mail or code signing.', 'クライアント、メール、コード署名などの用途で取得した証明書です。'),
    see: ['openssl x509 -in cert.pem -noout -ext extendedKeyUsage', 'openssl x509 -in cert.pem -noout -purpose'],
    mend: say('Order a certificate for TLS servers.', 'TLS サーバー用の証明書を取得してください。'),
  },
  'self-signed': {
    means: say(
      'The certificate is signed with its own key; no client trusts it by itself.',
      '自身の鍵で署名された証明書です。そのままではどのクライアントにも信頼されません。',
    ),
    arises: say('It was made for a trial, by amltls or by openssl.', '試用のために amltls や openssl で作成した証明書です。'),
    see: ['openssl verify cert.pem', SHOW],
    mend: say(
      'For real clients take a certificate of a CA. For a trial, tell each client to trust the file ({key} tells amltls).',
      '実際のクライアント向けには CA の証明書を使ってください。試用では、各クライアントにこのファイルを信頼させます (amltls には {key} で指定します)。',
      { key: code('certificate.trust') },
    ),
  },
  'untrusted-root': {
    means: say('The chain ends at a root that clients do not know.', 'チェーンの最上位が、クライアントの知らないルートです。'),
    arises: say(
      'A private CA, a CA that browsers have dropped, or a missing intermediate.',
      'プライベート CA である、ブラウザーから除外された CA である、中間証明書が欠けている、のいずれかです。',
    ),
    see: ['openssl verify -untrusted cert.pem cert.pem', 'openssl verify -CAfile ca.pem -untrusted cert.pem cert.pem'],
    mend: say(
      'If all your clients trust that CA, name its root in {key} and the check judges as they do. Otherwise take a public CA.',
      'すべてのクライアントがその CA を信頼しているなら、ルートを {key} に指定すると同じ基準で検査します。そうでなければパブリック CA を使ってください。',
      { key: code('certificate.trust') },
    ),
  },
  'public-key-in-practice': {
    means: say(
      'A certificate of a public CA, with its key, is about to go into the practice Azure.',
      '公的な CA の証明書とその鍵を、練習用 Azure に送ろうとしています。',
    ),
    arises: say('A real pair was named while practising.', '練習中に本物の証明書と鍵を指定しています。'),
    see: [SHOW],
    mend: say('Practise with a pair made for it: {command}.', '練習用に作成したものを使ってください: {command}', { command: code('amltls cert self-signed') }),
  },
};
