import type { Question } from '../contracts/index.ts';
import { toProblem } from '../problems/to-problem.ts';
import { parseDuration } from '../text/parse-duration.ts';
import { code, say } from '../text/say.ts';

/** How the engine waits for the name; every DNS plugin shares these. */
export const dnsWaitQuestions: readonly Question[] = [
  {
    kind: 'list',
    key: 'dns.resolvers',
    label: say('Which resolvers must know the name?', 'どのリゾルバーで名前解決を確認しますか?'),
    help: say(
      '{system}, addresses, or URLs of DNS over HTTPS: {example}. Empty: those of the settings.',
      '{system}、アドレス、または DNS over HTTPS の URL。例: {example}。空欄の場合は設定のリゾルバーを使います。',
      {
        system: code('system'),
        example: code('system, 1.1.1.1, https://dns.google/dns-query'),
      },
    ),
    learn: say(
      'The servers of your zone are asked first, always. Resolvers remember old answers and absences until their TTL runs out; naming those that your clients use tells when the clients will follow.',
      'まずゾーンの権威サーバーに必ず問い合わせます。リゾルバーは TTL が切れるまで以前の応答や「存在しない」という応答を保持します。クライアントが使うリゾルバーを指定すると、いつ反映されるかがわかります。',
    ),
    optional: true,
    advanced: true,
    async check(names, { env }) {
      try {
        env.dns.resolvers(names);
        return undefined;
      } catch (thrown) {
        return toProblem(thrown);
      }
    },
  },
  {
    kind: 'text',
    key: 'dns.timeout',
    label: say('How long to wait for DNS?', 'DNS の反映をどのくらい待ちますか?'),
    help: say('{example}', '{example}', { example: code('90s, 30m, 2h') }),
    learn: say(
      'A name that still has an old answer cached may need as long as that answer lives.',
      '以前の応答がキャッシュされている場合、その有効期間だけ時間がかかることがあります。',
    ),
    advanced: true,
    defaulted: true,
    initial: async () => '2h',
    check: async (text) =>
      parseDuration(text) === undefined
        ? {
            code: 'duration-invalid',
            owner: 'you',
            message: say('{text} is not a duration.', '{text} は時間の指定として正しくありません。', { text: { value: text } }),
            next: [say('Write a number and a unit: {example}.', '数値と単位で指定してください: {example}', { example: code('90s, 30m, 6h') })],
          }
        : undefined,
  },
];
