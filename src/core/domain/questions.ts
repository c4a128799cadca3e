import type { Answers, Option, Question } from '../contracts/index.ts';
import { code, say } from '../text/say.ts';
import { checkFqdn, checkNotPublicSuffix } from './check-fqdn.ts';
import { kindUnknown, noNameYet } from './kind-problems.ts';
import { checkLeafLabel } from './leaf-label.ts';

const KINDS: readonly Option[] = [
  {
    value: 'custom',
    label: say('A name of my own', '独自のドメイン名'),
    detail: say(
      'You bring a certificate for it and set one DNS record. AKS and ACI.',
      '証明書を用意し、DNS レコードを 1 つ設定します。AKS と ACI で使えます。',
    ),
  },
  {
    value: 'microsoft',
    label: say('A name from Microsoft', 'Microsoft のドメイン名'),
    detail: say(
      'Azure issues the certificate and sets DNS. AKS only, not behind an internal load balancer.',
      '証明書の発行と DNS の設定は Azure が行います。AKS のみ。内部ロード バランサーでは使えません。',
    ),
  },
  {
    value: 'none',
    label: say('No TLS', 'TLS を使用しない'),
    detail: say('Keys and data travel unencrypted. For tests only.', 'キーとデータは暗号化されずに送信されます。テスト専用です。'),
  },
  {
    value: 'no-name-yet',
    label: say('I have no name yet', 'ドメイン名をまだ持っていない'),
    detail: say('Shows what you can do without one.', 'ドメイン名がない場合にできることを表示します。'),
  },
];

const isKind = (kind: string) => (answers: Answers) => answers['domain.kind'] === kind;

/** The first step. Keys as in the profile file. */
export const domainQuestions: readonly Question[] = [
  {
    kind: 'choice',
    key: 'domain.kind',
    label: say('Which name do clients call?', 'クライアントはどの名前で呼び出しますか?'),
    help: say('A name of your own, or one from Microsoft.', '独自の名前、または Microsoft の名前です。'),
    learn: say(
      'A TLS certificate vouches for a name, not for an IP address. The name you choose decides who issues the certificate and who sets DNS.',
      'TLS 証明書が証明するのは IP アドレスではなく名前です。選んだ名前によって、証明書の発行者と DNS の設定者が決まります。',
    ),
    options: async () => KINDS,
    check: async (kind) => (kind === 'no-name-yet' ? noNameYet() : ['custom', 'microsoft', 'none'].includes(kind) ? undefined : kindUnknown(kind)),
  },
  {
    kind: 'text',
    key: 'domain.fqdn',
    label: say('What is the fully qualified domain name?', '完全修飾ドメイン名を入力してください'),
    help: say('For example {example}', '例: {example}', { example: code('www.contoso.com') }),
    learn: say(
      'The certificate has to name exactly this host, and a DNS record will point it to the address of the service. Azure calls the field cname; no CNAME record is meant.',
      '証明書にはこのホスト名が含まれている必要があり、DNS レコードでサービスのアドレスに解決されるようにします。Azure ではこのフィールドを cname と呼びますが、CNAME レコードのことではありません。',
    ),
    when: isKind('custom'),
    async check(text) {
      const name = checkFqdn(text);
      return 'code' in name ? name : await checkNotPublicSuffix(name.fqdn);
    },
    async remark(text, context) {
      const { remarksOnName } = await import('../dns/outlook.ts');
      return await remarksOnName(text, context);
    },
  },
  {
    kind: 'text',
    key: 'domain.leafDomainLabel',
    label: say('Which label should the Microsoft name begin with?', 'Microsoft のドメイン名の先頭のラベルを入力してください'),
    help: say('For example {example}; without the six characters that Azure appends', '例: {example}。Azure が付加する 6 文字は含めません', {
      example: code('contoso'),
    }),
    learn: say(
      'The name becomes {pattern}. Azure appends the six characters itself; to keep an existing name, give the label without them.',
      '名前は {pattern} になります。6 文字は Azure が付加します。既存の名前を維持するには、それらを除いたラベルを指定します。',
      { pattern: code('<label>xxxxxx.<region>.cloudapp.azure.com') },
    ),
    when: isKind('microsoft'),
    check: async (text) => checkLeafLabel(text),
  },
  {
    kind: 'confirm',
    key: 'domain.overwriteExistingDomain',
    label: say('Replace the Microsoft name that the cluster has now?', 'クラスターの現在の Microsoft のドメイン名を置き換えますか?'),
    help: say('Clients of the old name stop working.', '以前の名前を使うクライアントは接続できなくなります。'),
    learn: say(
      'Only where the cluster is to get another Microsoft name: Azure then makes one with six new characters. For a renewal it must stay off.',
      'クラスターの Microsoft のドメイン名を変更する場合にのみ有効にします。新しい 6 文字の付いた名前になります。更新のときは無効のままにしてください。',
    ),
    when: isKind('microsoft'),
    advanced: true,
    defaulted: true,
    initial: async () => false,
  },
];
