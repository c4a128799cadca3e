import type { Served } from '../check/served.ts';
import type { Finding, Text } from '../contracts/index.ts';
import { code, say, value } from '../text/say.ts';

type Silent = Extract<Served, { seen: false }>;

/** Why nothing was seen: the layer at which the look ended, and where. */
export function unreachable({ address, layer, reason }: Silent): Text {
  return say('{address} does not answer ({layer}: {reason}).', '{address} が応答しません ({layer}: {reason})。', {
    address: value(address),
    layer: code(layer.toUpperCase()),
    reason: value(reason),
  });
}

/** Without an address there was nobody to ask. @param host the name that clients use, where it is known */
export function noAddress(host: string | undefined): Text {
  return host === undefined
    ? say('Azure tells no address to look at.', '確認するアドレスを Azure から取得できません。')
    : say('{host} leads to no address ({layer}).', '{host} にアドレスがありません ({layer})。', { host: value(host), layer: code('DNS') });
}

/** A renewal whose start nobody could see is harder to prove afterwards. */
export function unseenFinding(looks: readonly Served[]): readonly Finding[] {
  const silent = looks.find((look) => !look.seen);
  return [
    {
      code: 'renew-unseen',
      severity: 'warning',
      subject: silent?.address ?? '',
      message: say('What is served now cannot be seen from here. {why}', '現在の証明書をここから確認できません。{why}', {
        why: silent === undefined || silent.seen ? noAddress(undefined) : unreachable(silent),
      }),
      next: [
        say(
          'Run it where the service can be reached, to see that it was renewed.',
          '更新されたことを確認できるよう、サービスに接続できる場所で実行してください。',
        ),
      ],
    },
  ];
}
