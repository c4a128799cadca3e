import type { Question } from '../../../core/contracts/index.ts';
import { code, say } from '../../../core/text/say.ts';
import { parseHostPort } from '../../shared/dns/servers.ts';
import { parseSecretRef } from '../../shared/keys/secret-ref.ts';
import { secretPlace, serverInvalid } from './problems.ts';
import { parseNamePort } from './server.ts';
import { ALGORITHMS } from './tsig.ts';

export const questions: readonly Question[] = [
  {
    kind: 'text',
    key: 'dns.server',
    label: say('Which server takes the updates?', '更新を受け付けるサーバーはどれですか?'),
    help: say('The primary server of the zone: {examples}', 'ゾーンのプライマリ サーバー: {examples}', { examples: code('ns1.contoso.com, 10.0.0.53:5353') }),
    learn: say(
      'Dynamic update (RFC 2136) is spoken by BIND, Knot, PowerDNS and Windows DNS. Only the primary server of a zone takes updates; the others copy from it.',
      '動的更新 (RFC 2136) は BIND、Knot、PowerDNS、Windows DNS で利用できます。更新を受け付けるのはゾーンのプライマリ サーバーだけで、他のサーバーはそこからコピーします。',
    ),
    check: async (text) => (parseHostPort(text.trim()) !== undefined || parseNamePort(text) !== undefined ? undefined : serverInvalid(text)),
  },
  {
    kind: 'text',
    key: 'dns.keySecret',
    label: say('Where is the TSIG key?', 'TSIG キーはどこにありますか?'),
    help: say('Not the key itself: {examples}', 'キーそのものではなく、次の形式で指定します: {examples}', {
      examples: code('env:AMLTLS_TSIG, file:./tsig.key, keyvault:https://…'),
    }),
    learn: say(
      'The key signs each update, so that the server knows who asks. Empty only where the server takes updates by address.',
      'キーで更新に署名することで、サーバーは要求元を確認できます。アドレスだけで更新を許可するサーバーの場合は空欄にします。',
    ),
    optional: true,
    check: async (text, { paths }) => (parseSecretRef(text, paths) === undefined ? secretPlace() : undefined),
  },
  {
    kind: 'text',
    key: 'dns.keyName',
    label: say('What is the name of the key?', 'キーの名前は何ですか?'),
    help: say('As the server knows it; a key file names it itself.', 'サーバーに登録された名前。キー ファイルの場合は省略できます。'),
    when: (answers) => typeof answers['dns.keySecret'] === 'string' && answers['dns.keySecret'] !== '',
    optional: true,
  },
  {
    kind: 'choice',
    key: 'dns.keyAlgorithm',
    label: say('Which algorithm does the key use?', 'キーのアルゴリズムはどれですか?'),
    when: (answers) => typeof answers['dns.keySecret'] === 'string' && answers['dns.keySecret'] !== '',
    advanced: true,
    defaulted: true,
    initial: async () => 'hmac-sha256',
    options: async () => ALGORITHMS.map((algorithm) => ({ value: algorithm, label: algorithm })),
  },
];
