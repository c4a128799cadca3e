import type { DnsServer, Problem } from '../../../core/contracts/index.ts';
import { code, say, value } from '../../../core/text/say.ts';

/** No usable answer of this server. */
export function unreachable(server: DnsServer, cause: unknown): Problem {
  return {
    code: 'dns-unreachable',
    owner: 'service',
    message: say(
      'The DNS server {server} ({address}) gave no usable answer: {reason}.',
      'DNS サーバー {server} ({address}) から有効な応答がありませんでした: {reason}',
      {
        server: value(server.label),
        address: value(`${server.address}:${server.port}`),
        reason: value(reasonOf(cause)),
      },
    ),
    next: [
      say('Check that port 53 (UDP and TCP) is open from here.', 'この環境からポート 53 (UDP と TCP) に接続できるか確認してください。'),
      say('Or name a resolver that can be reached with {key}.', '到達できるリゾルバーを {key} で指定することもできます。', { key: code('dns.resolvers') }),
    ],
    cause,
  };
}

/** The machine knows no resolver at all. */
export function noResolver(): Problem {
  return {
    code: 'dns-unreachable',
    owner: 'you',
    message: say('This machine has no DNS resolver set up.', 'このコンピューターには DNS リゾルバーが設定されていません。'),
    next: [say('Connect to a network, then try again.', 'ネットワークに接続してから、もう一度実行してください。')],
    exit: 1,
  };
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'error';
  if (cause.name === 'TimeoutError') return 'timeout';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : 'malformed';
}
