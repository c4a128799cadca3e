import { code, say } from '../../text/say.ts';
import { type Rules, sentence } from './rule.ts';

const TRUST = say('If it is your own CA, name its certificate with {trust}.', '自社の CA の場合は、その証明書を {trust} に指定してください。', {
  trust: code('--trust CA.pem'),
});
const SIMPLER = say('Leave out the certificates that do not belong to the chain.', 'チェーンに関係のない証明書を取り除いてください。');

/** The chain, and the file it stands in. */
export const CHAIN = {
  'chain-incomplete': {
    severity: 'error',
    source: 'RFC 8446 4.4.2',
    says: sentence(
      'The certificate of the issuing CA {detail} is missing from the file.',
      '発行元の CA {detail} の証明書 (中間証明書) がファイルにありません。',
    ),
    why: say('Browsers may cope; curl, Python and Java do not.', 'ブラウザーでは動作しても、curl、Python、Java では失敗します。'),
    cure: say(
      'Append it behind the server certificate; {flag} looks where the CA publishes it.',
      'サーバー証明書の後に追加してください。{flag} を指定すると、証明機関が公開している場所から取得します。',
      { flag: code('--fetch-missing') },
    ),
  },
  'chain-order': {
    severity: 'error',
    source: 'RFC 5246 7.4.2',
    says: sentence('The certificates in {name} are not in serving order.', '{name} の証明書の順序が正しくありません。'),
    why: say('Many clients refuse such a chain.', '多くのクライアントはこのようなチェーンを受け入れません。'),
    cure: say('Run {command}, which puts them in order.', '{command} を実行すると、正しい順序に並べ替えます。', { command: code('amltls cert convert') }),
  },
  'chain-stranger': {
    severity: 'warning',
    source: 'RFC 8446 4.4.2',
    says: sentence('The certificate {name} issued nothing in this chain.', '証明書 {name} はこのチェーンのどの証明書の発行者でもありません。'),
    why: say('It travels with every connection for nothing.', '接続のたびに無駄に送信されます。'),
    cure: say('Remove it from the file.', 'ファイルから削除してください。'),
  },
  'chain-duplicate': {
    severity: 'warning',
    source: 'RFC 8446 4.4.2',
    says: sentence('The certificate {name} is in the file more than once.', '証明書 {name} がファイルに複数回含まれています。'),
    why: say('It travels with every connection for nothing.', '接続のたびに無駄に送信されます。'),
    cure: say('Leave one of them.', '1 つだけ残してください。'),
  },
  'root-included': {
    severity: 'warning',
    source: 'RFC 8446 4.4.2',
    says: sentence('The root certificate {name} is in the file.', 'ルート証明書 {name} がファイルに含まれています。'),
    why: say('Clients have their own copy or do not trust it.', 'クライアントは自身のルート証明書だけを信頼します。'),
    cure: say('Remove it from the file.', 'ファイルから削除してください。'),
  },
  'self-signed': {
    severity: 'error',
    source: 'RFC 5280 6.1',
    says: sentence('The certificate {name} is self-signed.', '証明書 {name} は自己署名証明書です。'),
    why: say(
      'Every client has to be told to trust it: it is for development only.',
      'すべてのクライアントに信頼する設定が必要です。開発用途にのみ使用してください。',
    ),
    cure: say(
      'Use a certificate that a CA issued; for development name it with {trust}.',
      '証明機関が発行した証明書を使用してください。開発用途の場合は {trust} に指定してください。',
      { trust: code('--trust FILE') },
    ),
  },
  'untrusted-root': {
    severity: 'warning',
    source: 'RFC 5280 6.1.1',
    says: sentence('The chain of {name} leads to no trusted root.', '{name} のチェーンは、信頼されたルートに到達しません。'),
    why: say('Clients that do not know its CA refuse it.', 'この CA を登録していないクライアントは受け入れません。'),
    cure: TRUST,
  },
  'too-long': {
    severity: 'error',
    source: 'RFC 5280 6.1',
    says: sentence('The chain of {name} has more intermediate certificates than allowed.', '{name} のチェーンの中間証明書が、許可された数を超えています。'),
    why: say('Clients stop looking.', 'クライアントは検証を打ち切ります。'),
    cure: SIMPLER,
  },
  'too-complex': {
    severity: 'error',
    source: 'RFC 5280 8',
    says: sentence('The certificates around {name} take too much work to check.', '{name} に関連する証明書の検証に必要な処理が多すぎます。'),
    why: say('Somebody may want to keep clients busy; they refuse.', 'クライアントに負荷をかける意図の可能性があり、クライアントは拒否します。'),
    cure: SIMPLER,
  },
  'file-encoding': {
    severity: 'warning',
    source: 'RFC 7468 2',
    says: sentence('{name} is written as {detail}.', '{name} の文字コードが {detail} です。'),
    why: say(
      'OpenSSL and most servers find no certificate in it; PowerShell writes files this way.',
      'OpenSSL や多くのサーバーは、この形式の証明書を読み取れません。PowerShell の出力でよく発生します。',
    ),
    cure: say(
      'Save it as ASCII or UTF-8 without a byte order mark, or run {command}.',
      'ASCII または BOM なしの UTF-8 で保存するか、{command} を実行してください。',
      { command: code('amltls cert convert') },
    ),
  },
  'keys-several': {
    severity: 'warning',
    source: 'RFC 7468 10',
    says: sentence('There are {detail} private keys in {name}.', '{name} に秘密鍵が {detail} 個あります。'),
    why: say('Programs take the first, whichever it is.', '多くのプログラムは最初の鍵を使用します。'),
    cure: say('Leave only the one that belongs to the certificate in it.', '証明書に対応する秘密鍵だけを残してください。'),
  },
} as const satisfies Rules;
