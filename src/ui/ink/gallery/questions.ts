import type { Answered, Problem, Question, TextQuestion, WizardView } from '../../../core/contracts/index.ts';
import { code, say, value } from '../../../core/text/say.ts';

const LEARN_DOMAIN = say(
  'A certificate is issued for a name, and clients accept it only when they call the service by that name. The name has to be yours: you prove that by setting a DNS record at your registrar later.',
  '証明書は名前に対して発行され、クライアントはその名前で呼び出したときにだけ証明書を受け入れます。自分で所有する名前が必要です。後でレジストラーに DNS レコードを設定して所有を示します。',
);

export const domainKind: Question = {
  kind: 'choice',
  key: 'domain.kind',
  label: say('Which name will clients use?', 'クライアントはどの名前で接続しますか?'),
  learn: LEARN_DOMAIN,
  options: () =>
    Promise.resolve([
      {
        value: 'custom',
        label: say('A domain name that I own', '所有しているドメイン名'),
        detail: say('such as www.contoso.com', '例: www.contoso.com'),
        suggested: true,
      },
      {
        value: 'microsoft',
        label: say('I have no name yet', 'まだ名前がありません'),
        detail: say('Microsoft gives name and certificate', 'Microsoft が名前と証明書を発行します'),
      },
      {
        value: 'none',
        label: say('Switch TLS off', 'TLS を無効にする'),
        problem: {
          code: 'tls-off-already',
          owner: 'you',
          message: say('TLS is off on this compute already.', 'このコンピューティングでは TLS が既に無効です。'),
          next: [say('Choose one of the others.', '他の項目を選んでください。')],
        },
      },
    ]),
};

export const fqdn: Question = {
  kind: 'text',
  key: 'domain.fqdn',
  label: say('What is the fully qualified domain name?', '完全修飾ドメイン名は何ですか?'),
  help: say('With every part, as clients type it: {example}', 'クライアントが入力するとおりにすべて指定します。例: {example}', {
    example: code('www.contoso.com'),
  }),
  learn: LEARN_DOMAIN,
};

export const workspace: TextQuestion = {
  kind: 'text',
  key: 'azure.workspace',
  label: say('Which workspace?', 'どのワークスペースですか?'),
  learn: say('Computes and web services of Azure ML live in a workspace.', 'Azure ML のコンピューティングと Web サービスはワークスペースに属します。'),
  suggest: () =>
    Promise.resolve({
      source: say('from {place}', '{place} から取得', { place: value('rg-ml') }),
      items: ['ws-contoso', 'ws-experiments', 'ws-fabrikam'].map((name, at) => ({ value: name, label: name, detail: 'eastus', suggested: at === 0 })),
    }),
};

export const vmSize: Question = {
  kind: 'choice',
  key: 'target.vmSize',
  label: say('Which VM size?', 'どの VM サイズですか?'),
  help: say('12 virtual CPUs in all are needed for FastProd.', 'FastProd には合計 12 個の仮想 CPU が必要です。'),
  learn: say('The size of each node decides price and speed.', '各ノードのサイズによって価格と速度が決まります。'),
  options: () =>
    Promise.resolve(
      Array.from({ length: 3000 }, (_, at) => ({
        value: `Standard_D${at + 1}_v2`,
        label: `Standard_D${at + 1}_v2`,
        detail: `${(at % 64) + 1} vCPU`,
        suggested: at === 2,
      })),
    ),
};

export const certFile: Question = {
  kind: 'path',
  key: 'certificate.certFile',
  label: say('Where is the certificate chain?', '証明書チェーンのファイルはどこですか?'),
  help: say('PEM, the leaf first, then the intermediates.', 'PEM 形式。サーバー証明書、中間証明書の順です。'),
  learn: say('Clients need every intermediate: they do not fetch missing ones.', 'クライアントは足りない中間証明書を取得しません。すべて必要です。'),
};

export const agentCount: Question = {
  kind: 'number',
  key: 'target.agentCount',
  label: say('How many nodes?', 'ノードはいくつですか?'),
  learn: say('FastProd needs at least 3.', 'FastProd には 3 つ以上必要です。'),
  initial: () => Promise.resolve(3),
};

export const resolvers: Question = {
  kind: 'list',
  key: 'dns.resolvers',
  label: say('Which resolvers have to agree?', 'どのリゾルバーの応答が一致する必要がありますか?'),
  learn: say('The record counts once all of them answer with it.', 'すべてのリゾルバーがレコードを返すと完了です。'),
  initial: () => Promise.resolve(['system', '1.1.1.1']),
};

export const moreOptions: Question = {
  kind: 'confirm',
  key: 'more',
  label: say('Do you want to see more options?', '詳細オプションを表示しますか?'),
  learn: say('They have defaults that suit most.', '多くの場合は既定値で十分です。'),
};

export const notAName: Problem = {
  code: 'fqdn-invalid',
  owner: 'you',
  message: say('{name} is a single label: a name needs at least two.', '{name} は 1 つのラベルだけです。2 つ以上必要です。', { name: value('contoso') }),
  next: [say('Write the whole name, such as {example}.', '{example} のように完全な名前を入力してください。', { example: code('www.contoso.com') })],
};

export const trail: readonly Answered[] = [
  { step: 'domain', key: 'domain.kind', label: domainKind.label, value: 'custom' },
  { step: 'domain', key: 'domain.fqdn', label: fqdn.label, value: 'www.contoso.com' },
  { step: 'deploy', key: 'azure.workspace', label: workspace.label, value: 'ws-contoso' },
  { step: 'dns', key: 'dns.resolvers', label: resolvers.label, value: ['system', '1.1.1.1'] },
];

/** A question in the middle of the second step. */
export function viewOf(question: Question, more: Partial<WizardView> = {}): WizardView {
  return {
    step: 'certificate',
    steps: [
      { step: 'domain', state: 'done' },
      { step: 'certificate', state: 'now' },
      { step: 'deploy', state: 'open' },
      { step: 'dns', state: 'not-needed' },
    ],
    position: { question: 2, of: 5 },
    question,
    trail: trail.slice(0, 2),
    ...more,
  };
}
