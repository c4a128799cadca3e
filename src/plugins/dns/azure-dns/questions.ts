import type { Question } from '../../../core/contracts/index.ts';
import { code, say } from '../../../core/text/say.ts';

export const questions: readonly Question[] = [
  {
    kind: 'text',
    key: 'dns.subscriptionId',
    label: say('Which subscription holds the DNS zone?', 'DNS ゾーンはどのサブスクリプションにありますか?'),
    help: say('Empty: the one of the workspace', '空欄の場合はワークスペースと同じサブスクリプション'),
    learn: say(
      'The zone is found by itself: the longest one around the name, in any resource group of the subscription. The role {role} on the zone is enough.',
      'ゾーンは自動的に検索されます (サブスクリプション内のすべてのリソース グループから、名前に最も長く一致するもの)。ゾーンに対する {role} ロールがあれば十分です。',
      { role: code('DNS Zone Contributor') },
    ),
    optional: true,
    advanced: true,
    async suggest({ env, signal }) {
      const items = await env.inventory.subscriptions(signal);
      return { items };
    },
  },
];
