import { say } from '../../text/say.ts';
import { type Rules, sentence } from './rule.ts';

const RENAME = say('Have it issued again with the right names.', '正しい名前で再発行してください。');

/** For which names a certificate is. */
export const NAMES = {
  'san-missing': {
    severity: 'error',
    source: 'RFC 9525 2',
    says: sentence('The certificate {name} has no subject alternative name.', '証明書 {name} にサブジェクトの別名 (SAN) がありません。'),
    why: say('Clients do not look at the common name.', 'クライアントは共通名を参照しません。'),
    cure: say('Have it issued again with the host name as subject alternative name (DNS).', 'ホスト名をサブジェクトの別名 (DNS) に含めて再発行してください。'),
  },
  'name-not-covered': {
    severity: 'error',
    source: 'RFC 9525 6',
    says: sentence('The certificate {name} does not cover {detail}.', '証明書 {name} は {detail} に対応していません。'),
    why: say('A wildcard stands for exactly one label.', 'ワイルドカードは 1 つのラベルだけに一致します。'),
    cure: say(
      'Have one issued with that name, or use a name that it covers.',
      'その名前を含む証明書を発行するか、証明書が対応している名前を使用してください。',
    ),
  },
  'name-syntax': {
    severity: 'error',
    source: 'RFC 5280 4.2.1.6',
    says: sentence('A name in the certificate {name} is no host name: {detail}.', '証明書 {name} に、ホスト名として正しくない名前があります: {detail}'),
    why: say(
      'Underscores, empty labels, spaces and wildcards elsewhere than as the whole first label match nothing.',
      'アンダースコア、空のラベル、空白、および先頭のラベル以外のワイルドカードは、どの名前にも一致しません。',
    ),
    cure: RENAME,
  },
  'idn-not-a-label': {
    severity: 'error',
    source: 'RFC 5280 7.2',
    says: sentence(
      'An internationalised name in the certificate {name} is not in A-labels: {detail}.',
      '証明書 {name} の国際化ドメイン名が A ラベル (xn--) ではありません: {detail}',
    ),
    why: say('Clients compare A-labels; another spelling is never covered.', 'クライアントは A ラベルで比較するため、ほかの表記には一致しません。'),
    cure: RENAME,
  },
  'ip-as-dns': {
    severity: 'error',
    source: 'RFC 9525 6.5',
    says: sentence(
      'The address {detail} stands as a DNS name in the certificate {name}.',
      '証明書 {name} に、IP アドレス {detail} が DNS 名として記載されています。',
    ),
    why: say('Clients look for addresses among the iPAddress names only.', 'クライアントは IP アドレスを iPAddress の名前からのみ探します。'),
    cure: say('Have it issued again with the address as iPAddress.', 'IP アドレスを iPAddress として再発行してください。'),
  },
  'public-suffix-wildcard': {
    severity: 'error',
    source: 'CA/B BR 3.2.2.6',
    says: sentence(
      'A wildcard in the certificate {name} stands for everybody below a public suffix: {detail}.',
      '証明書 {name} のワイルドカードが、パブリック サフィックス全体に一致します: {detail}',
    ),
    why: say('No CA may issue it, and clients refuse it.', '証明機関による発行は禁止されており、クライアントも受け入れません。'),
    cure: RENAME,
  },
  'common-name': {
    severity: 'warning',
    source: 'CA/B BR 7.1.4.3',
    says: sentence(
      'The common name {detail} of the certificate {name} is none of its names.',
      '証明書 {name} の共通名 {detail} が、サブジェクトの別名 (SAN) にありません。',
    ),
    why: say('People read a name that no client accepts.', '表示される名前を、クライアントは受け入れません。'),
    cure: RENAME,
  },
  'internal-name': {
    severity: 'warning',
    publicly: 'error',
    scope: 'web',
    source: 'CA/B BR 4.2.2',
    says: sentence(
      'No public CA may certify the name {detail} of the certificate {name}.',
      '証明書 {name} の名前 {detail} は、公的な証明機関では発行できません。',
    ),
    why: say('Nobody owns internal names and private addresses.', '内部名やプライベート アドレスの所有者は確認できません。'),
    cure: say('Use a name below a registered domain.', '登録済みドメインの名前を使用してください。'),
  },
  'names-many': {
    severity: 'info',
    source: 'RFC 8446 4.4.2',
    says: sentence('The certificate {name} has {detail} names.', '証明書 {name} に {detail} 個の名前があります。'),
    why: say(
      'All of them travel with every connection, and some servers refuse so large a certificate.',
      'すべての名前が接続のたびに送信され、大きな証明書を受け入れないサーバーもあります。',
    ),
    cure: say('Split the names among several certificates.', '名前を複数の証明書に分けてください。'),
  },
  'name-constraint': {
    severity: 'error',
    source: 'RFC 5280 4.2.1.10',
    says: sentence(
      'A CA above {name} is not allowed to certify its names.',
      '{name} の上位の CA は、この名前の証明書を発行することを許可されていません (名前の制約)。',
    ),
    why: say('Clients refuse names outside of what the CA was given.', 'クライアントは、CA に許可された範囲外の名前を受け入れません。'),
    cure: say('Order it from a CA that may certify these names.', 'これらの名前を発行できる証明機関から取得してください。'),
  },
} as const satisfies Rules;
