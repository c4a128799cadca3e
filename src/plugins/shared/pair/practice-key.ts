import type { OrderedChain } from '../../../core/certificates/order.ts';
import { isPubliclyTrusted } from '../../../core/certificates/trust.ts';
import type { Context, Finding } from '../../../core/contracts/index.ts';
import { code, say } from '../../../core/text/say.ts';
import { publicRoots } from '../net/roots.ts';

/** A warning where the key of a publicly trusted certificate would go to a practice environment, which keeps it in a file. */
export function practiceKeyFindings({ leaf, serve, roots, strangers }: OrderedChain, { env }: Context, subject: string): readonly Finding[] {
  if (!env.practice || !isPubliclyTrusted([leaf, ...serve, ...roots, ...strangers], publicRoots())) return [];
  return [
    {
      code: 'practice-public-key',
      severity: 'warning',
      subject,
      message: say(
        'Clients everywhere trust this certificate; the practice Azure would keep a copy of its private key in a file on this computer.',
        'この証明書は一般のクライアントに信頼されています。練習用 Azure は、その秘密鍵のコピーをこのコンピューター上のファイルに保存します。',
      ),
      next: [
        say('Practise with a certificate made for it: {plugin}.', '練習には専用の証明書 ({plugin}) を使用してください。', {
          plugin: code('certificate.plugin: self-signed'),
        }),
        say('If it was deployed there already, remove it: {command}', '既にデプロイした場合は、次のコマンドで削除してください: {command}', {
          command: code('amltls sandbox reset'),
        }),
      ],
    },
  ];
}
