import type { Answers, NumberQuestion, Question } from '../../../core/contracts/index.ts';
import { checkServiceName } from '../../../core/domain/compute-name.ts';
import { toProblem } from '../../../core/problems/to-problem.ts';
import { code, say } from '../../../core/text/say.ts';
import { scopeOf } from '../../shared/web-service/scope.ts';
import { suggestFrom } from '../../shared/web-service/suggest.ts';
import { amountProblem, dnsNameLabelProblem } from './rules.ts';
import { readServiceFile } from './service-file.ts';

const madeFromFile = (answers: Answers) => typeof answers['target.serviceFile'] === 'string';

export const questions: readonly Question[] = [
  {
    kind: 'text',
    key: 'target.serviceName',
    label: say('What is the web service called?', 'Web サービスの名前は何ですか?'),
    help: say('Choose an existing one to set TLS on it, or give the name of a new one.', '既存のものを選ぶと TLS を設定します。新しい名前も指定できます。'),
    learn: say(
      'On ACI, TLS belongs to the one service. The container starts anew with the certificate; its address may change, and the DNS record has to follow.',
      'ACI では TLS はサービスごとの設定です。証明書を設定するとコンテナーが再起動します。アドレスが変わった場合は DNS レコードも更新が必要です。',
    ),
    dependsOn: ['azure.subscriptionId', 'azure.resourceGroup', 'azure.workspace'],
    suggest: (context) =>
      suggestFrom(context, async (inventory) =>
        (await inventory.services(scopeOf(context.answers), context.signal)).filter(({ detail }) => detail === undefined || detail === 'ACI'),
      ),
    check: async (name) => checkServiceName(name),
  },
  {
    kind: 'path',
    key: 'target.serviceFile',
    label: say('Which file describes the new service?', '新しいサービスを記述したファイルはどれですか?'),
    help: say('JSON. Leave empty for a service that exists.', 'JSON 形式です。既存のサービスの場合は空欄にします。'),
    learn: say(
      'It holds what a create request holds, without TLS: resources, and the environment with model and entry script. For a service that exists it is not read.',
      '作成要求の内容から TLS を除いたもの (リソース、モデルとエントリ スクリプトを含む環境) を記述します。既存のサービスの場合は使用しません。',
    ),
    optional: true,
    extensions: ['.json'],
    async check(path, context) {
      try {
        await readServiceFile(path, context);
        return undefined;
      } catch (thrown) {
        return toProblem(thrown);
      }
    },
  },
  amount('target.cpu', { label: say('How many CPU cores?', 'CPU コア数はいくつですか?'), example: '0.5' }),
  amount('target.memoryInGb', { label: say('How much memory, in GB?', 'メモリは何 GB ですか?'), example: '1' }),
  {
    kind: 'confirm',
    key: 'target.authEnabled',
    label: say('Shall clients need a key?', 'クライアントにキーを要求しますか?'),
    learn: say('TLS keeps others from listening; only a key keeps others from calling.', 'TLS は盗聴を防ぎますが、第三者の呼び出しを防ぐにはキーが必要です。'),
    advanced: true,
    optional: true,
    when: madeFromFile,
  },
  {
    kind: 'text',
    key: 'target.dnsNameLabel',
    label: say('Which label in the name that Azure gives?', 'Azure が付ける名前のラベルは何ですか?'),
    help: say('The name becomes {pattern}; empty: a random one.', '名前は {pattern} になります。空欄の場合はランダムになります。', {
      pattern: code('<label>.<region>.azurecontainer.io'),
    }),
    advanced: true,
    optional: true,
    when: madeFromFile,
    check: async (label) => dnsNameLabelProblem(label),
  },
];

function amount(key: string, { label, example }: Pick<NumberQuestion, 'label'> & { readonly example: string }): NumberQuestion {
  return {
    kind: 'number',
    key,
    label,
    help: say('For example {example}; empty: as the service file says.', '例: {example}。空欄の場合はサービス ファイルに従います。', {
      example: code(example),
    }),
    advanced: true,
    optional: true,
    when: madeFromFile,
    check: async (value) => amountProblem(key, value),
  };
}
