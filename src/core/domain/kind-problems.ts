import type { Problem } from '../contracts/index.ts';
import { code, say, value } from '../text/say.ts';

/** Advice for the one who has no name: not an answer, and nothing is lost by leaving. */
export function noNameYet(): Problem {
  return {
    code: 'domain-no-name-yet',
    owner: 'you',
    message: say(
      'A certificate of your own needs a domain name of your own; there are two ways on.',
      '独自の証明書には独自のドメイン名が必要です。次の 2 つの方法があります。',
    ),
    next: [
      say(
        'On AKS, take a Microsoft certificate: Azure gives the service a name below {suffix} and sets DNS itself. Nothing is to be bought.',
        'AKS では Microsoft の証明書を選択できます。{suffix} の下の名前が Azure によって割り当てられ、DNS も自動的に設定されます。購入は不要です。',
        { suffix: code('cloudapp.azure.com') },
      ),
      say(
        'Otherwise register a name at any domain registrar (or ask those who run your company’s DNS for one below yours, such as {example}), then get a certificate for it.',
        'それ以外の場合は、ドメイン レジストラーで名前を登録する (または社内の DNS 管理者に {example} のような名前を依頼する) と、その名前の証明書を取得できます。',
        { example: code('ml.contoso.com') },
      ),
      say(
        'Leave for now: your answers so far can be saved and taken up again.',
        'いったん終了してもかまいません。ここまでの回答は保存して、後で再開できます。',
      ),
    ],
  };
}

export function kindUnknown(kind: string): Problem {
  return {
    code: 'domain-kind-unknown',
    owner: 'you',
    message:
      kind === ''
        ? say('The kind of domain is not answered yet.', 'ドメインの種類がまだ指定されていません。')
        : say('There is no kind of domain called {kind}.', 'ドメインの種類 {kind} はありません。', { kind: value(kind) }),
    next: [
      say('Set {key} to one of: {kinds}.', '{key} を次のいずれかに設定してください: {kinds}', {
        key: code('domain.kind'),
        kinds: code('custom, microsoft, none'),
      }),
    ],
  };
}
