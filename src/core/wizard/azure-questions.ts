import type { Context, Inventory, Listed, Question, Suggestions, Text, TextQuestion } from '../contracts/index.ts';
import { isAbort, toProblem } from '../problems/to-problem.ts';
import { say } from '../text/say.ts';

interface Place {
  readonly key: string;
  readonly label: Text;
  readonly learn: Text;
  readonly dependsOn?: readonly string[];
  list(inventory: Inventory, context: Context): Promise<readonly Listed[]>;
}

const PLACES: readonly Place[] = [
  {
    key: 'azure.subscriptionId',
    label: say('Which subscription?', 'どのサブスクリプションですか?'),
    learn: say('The subscription that holds the Azure ML workspace.', 'Azure ML ワークスペースがあるサブスクリプションです。'),
    list: (inventory, { signal }) => inventory.subscriptions(signal),
  },
  {
    key: 'azure.resourceGroup',
    label: say('Which resource group?', 'どのリソース グループですか?'),
    learn: say(
      'The resource group of the workspace; the cluster may be in another one.',
      'ワークスペースのリソース グループです。クラスターは別のグループでもかまいません。',
    ),
    dependsOn: ['azure.subscriptionId'],
    list: (inventory, { answers, signal }) => inventory.resourceGroups(textOf(answers['azure.subscriptionId']), signal),
  },
  {
    key: 'azure.workspace',
    label: say('Which workspace?', 'どのワークスペースですか?'),
    learn: say('Computes and web services of Azure ML live in a workspace.', 'Azure ML のコンピューティングと Web サービスはワークスペースに属します。'),
    dependsOn: ['azure.subscriptionId', 'azure.resourceGroup'],
    list: (inventory, { answers, signal }) =>
      inventory.workspaces({ subscriptionId: textOf(answers['azure.subscriptionId']), resourceGroup: textOf(answers['azure.resourceGroup']) }, signal),
  },
];

/** Subscription, resource group, workspace: offered from what the signed-in user can see, always typeable. */
export const azureQuestions: readonly Question[] = [
  ...PLACES.map(placeQuestion),
  {
    kind: 'text',
    key: 'azure.apiVersion',
    label: say('Which api-version for computes?', 'コンピューティングの api-version を指定しますか?'),
    help: say('Leave empty for 2022-10-01.', '空欄の場合は 2022-10-01 を使います。'),
    learn: say('Only needed where Azure asks for another version than the one amltls speaks.', 'Azure が別のバージョンを要求する場合にだけ必要です。'),
    optional: true,
    advanced: true,
  },
];

function placeQuestion(place: Place): TextQuestion {
  return {
    kind: 'text',
    key: place.key,
    label: place.label,
    learn: place.learn,
    ...(place.dependsOn === undefined ? {} : { dependsOn: place.dependsOn }),
    initial: async ({ env }) => {
      const usual = env.defaults[place.key];
      return typeof usual === 'string' ? usual : undefined;
    },
    suggest: (context) => suggest(place, context),
  };
}

async function suggest(place: Place, context: Context): Promise<Suggestions> {
  const source = say('from {environment}', '{environment} から取得', { environment: context.env.title });
  try {
    return { items: await place.list(context.env.inventory, context), source };
  } catch (thrown) {
    if (isAbort(thrown, context.signal)) throw thrown;
    return { items: [], source, problem: toProblem(thrown) };
  }
}

function textOf(answer: unknown): string {
  return typeof answer === 'string' ? answer : '';
}
