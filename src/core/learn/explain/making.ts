import { code, say } from '../../text/say.ts';
import type { Explanations } from './explanation.ts';

const SHOW = 'amltls profile show PROFILE';
const TXT = 'dig +noall +answer _acme-challenge.www.contoso.com TXT';
const DIRECTORY = 'curl -s https://acme-v02.api.letsencrypt.org/directory';

/** How certificates come into being here: by ACME, by request, by oneself, out of other files. */
export const MAKING_CODES: Explanations = {
  'acme-challenge-failed': {
    means: say('The authority did not find the proof that the name is yours.', '証明機関が、名前の管理を確認できませんでした。'),
    arises: say('Its servers saw no TXT record, or an old one; or CAA forbids it.', 'TXT レコードがないか古い値だった、または CAA で禁止されています。'),
    see: [TXT, 'dig contoso.com CAA'],
    mend: say('Look at the record from outside, then run it again.', '外部からレコードを確認し、もう一度実行してください。'),
  },
  'acme-directory': {
    means: say('There is no ACME directory at that URL.', 'その URL に ACME ディレクトリがありません。'),
    arises: say('Another page of the authority was named.', '証明機関の別のページを指定しています。'),
    see: [DIRECTORY],
    mend: say('Take the URL from the authority’s documentation.', '証明機関のドキュメントにある URL を指定してください。'),
  },
  'acme-external-account-required': {
    means: say('The authority wants an account that you have with it already.', '証明機関が既存のアカウントとの関連付けを求めています。'),
    arises: say('Commercial authorities give a key id and a MAC key (EAB).', '商用の証明機関はキー ID と MAC キー (EAB) を発行します。'),
    see: [DIRECTORY],
    mend: say('Put both into the profile, by reference.', '両方をプロファイルに参照で指定してください。'),
  },
  'acme-no-own-authority': {
    means: say(
      'The profile counts on an authority that belongs to the environment, and there is none.',
      'プロファイルは環境に付属する証明機関を使う設定ですが、その環境にはありません。',
    ),
    arises: say('A profile from the practice Azure is used with the real one.', '練習用 Azure のプロファイルを実際の Azure で使っています。'),
    see: [SHOW],
    mend: say('Name an authority of the real world, with {key}.', '{key} で実際の証明機関を指定してください。', { key: code('certificate.authority') }),
  },
  'acme-no-dns': {
    means: say('Nobody is there to write the proof into DNS.', '証明用の DNS レコードを書き込む手段がありません。'),
    arises: say('The DNS plugin of the profile cannot write TXT records.', 'プロファイルの DNS プラグインは TXT レコードを書き込めません。'),
    see: [SHOW],
    mend: say('Choose one that can, or write it by hand when asked.', '対応するプラグインを選ぶか、求められたときに手動で設定してください。'),
  },
  'acme-no-transport': {
    means: say('The ACME library cannot be reached through this network.', 'このネットワークでは ACME ライブラリが通信できません。'),
    arises: say('A proxy or certificate setting is missing.', 'プロキシまたは証明書の設定が不足しています。'),
    see: ['amltls doctor'],
    mend: say('Set {proxy}, {certs}.', '{proxy}、{certs} を設定してください。', { proxy: code('HTTPS_PROXY'), certs: code('NODE_EXTRA_CA_CERTS') }),
  },
  'acme-record-late': {
    means: say('The TXT record was not seen everywhere in time.', 'TXT レコードが時間内に反映されませんでした。'),
    arises: say('A slow secondary, or the record was not set.', 'セカンダリの遅延、または未設定です。'),
    see: [TXT, 'dig +nssearch contoso.com'],
    mend: say('Run it again: the same order goes on.', 'もう一度実行してください。同じ注文の続きから行われます。'),
  },
  'acme-terms': {
    means: say('The authority’s terms were not agreed to.', '証明機関の利用規約に同意していません。'),
    arises: say('Without that no account is opened.', '同意しなければアカウントを作成できません。'),
    see: [DIRECTORY],
    mend: say('Read them, then set {key}.', '内容を確認し、{key} を指定してください。', { key: code('certificate.termsAgreed=true') }),
  },
  'acme-timeout': {
    means: say('The authority did not finish in time.', '証明機関の処理が時間内に終わりませんでした。'),
    arises: say('It is busy.', '混雑しています。'),
    see: [DIRECTORY],
    mend: say('Run it again later: the same order goes on.', '後でもう一度実行してください。同じ注文の続きから行われます。'),
  },
  'acme-unexpected': {
    means: say('The authority answered something unforeseen.', '証明機関から想定外の応答がありました。'),
    arises: say('Its message says more.', '詳細はメッセージに示されています。'),
    see: [DIRECTORY],
    mend: say('Look at its status page; then run it again.', '証明機関の状況ページを確認し、もう一度実行してください。'),
  },
  'acme-unusable': {
    means: say('The certificate that came does not fit what was asked for.', '届いた証明書が要求と一致しません。'),
    arises: say('Another key or other names.', '鍵または名前が異なります。'),
    see: ['amltls cert inspect cert.pem'],
    mend: say('Order it again; tell the authority if it stays.', 'もう一度取得し、変わらなければ証明機関に連絡してください。'),
  },
  'csr-request-missing': {
    means: say('The request that was made is gone.', '作成した署名要求がありません。'),
    arises: say('Somebody deleted it; the key may still be there.', '削除されています。鍵は残っている可能性があります。'),
    see: ['ls -l FOLDER'],
    mend: say('Replay the profile: a new request is made.', 'プロファイルを再実行すると、新しい要求が作成されます。'),
  },
  'csr-subject': {
    means: say('The subject cannot be written.', 'サブジェクトの形式が正しくありません。'),
    arises: say('Parts are like CN=…, O=…, with commas between.', 'CN=…, O=… のようにコンマで区切ります。'),
    see: ['openssl req -in request.pem -noout -subject'],
    mend: say('Correct it, or leave it out.', '修正するか、外してください。'),
  },
  'self-signed-days': {
    means: say('The number of days is not possible.', '有効日数が正しくありません。'),
    arises: say('A whole number of 1 or more is needed.', '1 以上の整数が必要です。'),
    see: [SHOW],
    mend: say('Correct it.', '修正してください。'),
  },
  'self-signed-key-missing': {
    means: say('The certificate is there and its key is not.', '証明書はありますが、鍵がありません。'),
    arises: say('The key was moved or deleted.', '鍵が移動または削除されています。'),
    see: ['ls -l FOLDER'],
    mend: say('Bring the key back, or delete the certificate too: both are made anew.', '鍵を戻すか、証明書も削除してください。両方が作り直されます。'),
  },
  'self-signed-key-unusable': {
    means: say('The key file cannot be used.', '鍵ファイルを使用できません。'),
    arises: say('It is encrypted, damaged or of another kind.', '暗号化、破損、または種類の違いです。'),
    see: ['openssl pkey -in key.pem -noout'],
    mend: say('Move it away: a new one is made.', '移動すると、新しい鍵が作成されます。'),
  },
  'certificate-not-made': {
    means: say('The certificate is not there yet.', '証明書がまだありません。'),
    arises: say('It is made during the run; this look came before.', '実行時に作成されます。確認の時点ではまだありません。'),
    see: ['amltls plan PROFILE'],
    mend: say('Replay the profile.', 'プロファイルを再実行してください。'),
  },
  'convert-no-certificate': {
    means: say('The files hold no certificate.', 'ファイルに証明書がありません。'),
    arises: say('Only a key, or a request, was named.', '鍵または署名要求だけが指定されています。'),
    see: ['amltls cert inspect FILE'],
    mend: say('Name the certificate too.', '証明書も指定してください。'),
  },
  'convert-store-empty': {
    means: say('The store of the other program holds no certificate.', '他のプログラムの保存場所に証明書がありません。'),
    arises: say('Another folder is meant.', '別のフォルダーです。'),
    see: ['certbot certificates'],
    mend: say('Name the folder that holds them.', '証明書のあるフォルダーを指定してください。'),
  },
  'convert-store-several': {
    means: say('The store holds several certificates.', '保存場所に証明書が複数あります。'),
    arises: say('One has to be chosen.', '1 つを選ぶ必要があります。'),
    see: ['certbot certificates'],
    mend: say('Name the folder of the one.', '1 つのフォルダーを指定してください。'),
  },
};
