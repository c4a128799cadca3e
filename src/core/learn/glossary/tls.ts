import { code, say } from '../../text/say.ts';
import { rfc, SECURE_V1 } from './sources.ts';
import type { Term } from './term.ts';

/** The connection itself. */
export const TLS: readonly Term[] = [
  {
    id: 'tls',
    name: 'TLS',
    also: ['Transport Layer Security', '暗号化通信', 'over TLS', 'TLS で'],
    means: say(
      'Encrypts a connection and proves who is at the other end, by a certificate. HTTPS is HTTP over TLS. Azure ML’s services speak TLS 1.2.',
      '通信を暗号化し、証明書によって相手を確認するプロトコルです。HTTPS は TLS 上の HTTP です。Azure ML のサービスは TLS 1.2 を使います。',
    ),
    see: ['ssl', 'handshake', 'https'],
    source: rfc(8446),
  },
  {
    id: 'ssl',
    name: 'SSL',
    also: ['Secure Sockets Layer', 'ssl_enabled', 'sslConfiguration'],
    means: say(
      'The predecessor of TLS, dead since 2015. The word lives on: Azure ML’s fields, the Python SDK and “SSL certificate” all mean TLS.',
      'TLS の前身で、2015 年に廃止されました。言葉だけが残っており、Azure ML のフィールド、Python SDK、「SSL 証明書」はいずれも TLS を指します。',
    ),
    see: ['tls'],
    source: rfc(7568),
  },
  {
    id: 'https',
    name: 'HTTPS',
    also: ['port 443', 'ポート 443'],
    means: say(
      'HTTP inside TLS, on port 443. A scoring URI that begins with http:// sends data and keys in the clear.',
      'TLS で保護した HTTP で、ポート 443 を使います。http:// で始まるスコアリング URI では、データもキーも平文で送られます。',
    ),
    see: ['tls', 'scoring-uri'],
    source: rfc(9110, '4.2.2'),
  },
  {
    id: 'handshake',
    name: say('TLS handshake', 'TLS ハンドシェイク'),
    also: ['handshake', 'ハンドシェイク'],
    means: say(
      'The first messages of a TLS connection: versions are agreed, the server sends its chain and proves that it has the key. Most certificate errors show here.',
      'TLS 接続の最初のやりとりです。バージョンを決め、サーバーがチェーンを送り、鍵を持っていることを証明します。証明書の問題の多くはここで現れます。',
    ),
    see: ['sni', 'chain'],
    source: rfc(8446, '2'),
  },
  {
    id: 'sni',
    name: say('SNI (server name indication)', 'SNI (サーバー名表示)'),
    also: ['server name indication', 'サーバー名'],
    means: say(
      'The name that a client sends at the start of the handshake, so that a server with several certificates picks the right one. {command} sets it by hand.',
      'ハンドシェイクの最初にクライアントが送るホスト名です。複数の証明書を持つサーバーはこれで適切な証明書を選びます。{command} で手動指定できます。',
      { command: code('openssl s_client -servername') },
    ),
    see: ['handshake', 'fqdn'],
    source: rfc(6066, '3'),
  },
  {
    id: 'tls-version',
    name: say('TLS version', 'TLS のバージョン'),
    also: ['TLS 1.2', 'TLS 1.3', 'TLS 1.0'],
    means: say(
      'Azure ML’s AKS services speak TLS 1.2 and not 1.3, which is no fault. 1.0 and 1.1 are dead; a container instance that still speaks them has to be redeployed.',
      'Azure ML の AKS サービスは TLS 1.2 を使い、1.3 には対応していません (問題ではありません)。1.0 と 1.1 は廃止されています。それらを使うコンテナー インスタンスは再デプロイが必要です。',
    ),
    see: ['tls'],
    source: SECURE_V1,
  },
  {
    id: 'clock-skew',
    name: say('Clock skew', '時計のずれ'),
    also: ['wrong clock', '時刻のずれ'],
    means: say(
      'A clock that is wrong. A certificate that has just been issued is then “not yet valid” for that machine. {command} compares clocks.',
      '時計が正しくない状態です。発行直後の証明書が、そのマシンでは「まだ有効でない」と判定されます。{command} で時計を確認できます。',
      { command: code('amltls doctor') },
    ),
    see: ['validity'],
    source: rfc(5280, '4.1.2.5'),
  },
];
