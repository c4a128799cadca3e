import { stringify } from 'yaml';
import { code, say } from '../text/say.ts';
import { shellWord } from '../text/shell-word.ts';
import { renewArguments, type ScheduleUnit, type ScheduleWish, timesOf } from './unit.ts';

/** A workflow that signs in without a stored secret and keeps what amltls remembers from run to run. */
export function githubUnit(wish: ScheduleWish): ScheduleUnit {
  const { minute, hours } = timesOf(wish);
  const amltls = ['npx', '--yes', `amltls@${wish.version}`];
  const shell = (words: readonly string[]) => words.map(shellWord).join(' ');
  // Public parts only: what is kept for a profile may hold the key of a self-signed certificate.
  const kept = ['records', 'looks', 'renewal-runs'].map((folder) => `${expression('github.workspace')}/.amltls-state/amltls/${folder}`);
  const workflow = {
    name: 'amltls',
    on: { schedule: [{ cron: `${minute} ${hours.join(',')} * * *` }], workflow_dispatch: {} },
    permissions: { contents: 'read', 'id-token': 'write' },
    concurrency: { group: 'amltls-renew', 'cancel-in-progress': false },
    jobs: {
      renew: {
        'runs-on': 'ubuntu-latest',
        'timeout-minutes': 60,
        env: { XDG_STATE_HOME: `${expression('github.workspace')}/.amltls-state` },
        steps: [
          { uses: 'actions/checkout@v4', with: { 'persist-credentials': false } },
          { uses: 'actions/setup-node@v4', with: { 'node-version': 24 } },
          {
            uses: 'azure/login@v2',
            with: {
              'client-id': expression('secrets.AZURE_CLIENT_ID'),
              'tenant-id': expression('secrets.AZURE_TENANT_ID'),
              'subscription-id': expression('secrets.AZURE_SUBSCRIPTION_ID'),
            },
          },
          { uses: 'actions/cache@v4', with: { path: kept.join('\n'), key: `amltls-${expression('github.run_id')}`, 'restore-keys': 'amltls-' } },
          { name: 'Renew what is due', run: shell([...amltls, ...renewArguments(wish, wish.relativeFile)]) },
          {
            name: 'Look from outside',
            if: 'always()',
            run: shell([...amltls, 'check', ...(wish.profiles.length === 0 ? ['--all'] : wish.profiles), '--config', wish.relativeFile]),
          },
        ],
      },
    },
  };
  return {
    files: [{ path: '.github/workflows/amltls.yml', content: stringify(workflow, { lineWidth: 0 }) }],
    commands: ['git add .github/workflows/amltls.yml'],
    notes: [
      say(
        'The app registration needs a federated credential for this repository, and Contributor on the workspace and the cluster.',
        'アプリの登録には、このリポジトリ用のフェデレーション資格情報と、ワークスペースおよびクラスターの共同作成者ロールが必要です。',
      ),
      say(
        'Certificate files have to be there on the runner: write them in a step before, or use a profile with {plugin}.',
        '証明書ファイルがランナー上に必要です。前のステップで書き込むか、{plugin} のプロファイルを使用してください。',
        { plugin: code('certificate.plugin: acme') },
      ),
    ],
  };
}

function expression(words: string): string {
  return `\${{ ${words} }}`;
}
