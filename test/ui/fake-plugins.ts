import type { Change, Environment, TargetPlugin } from '../../src/core/contracts/index.ts';
import type { BuiltIns } from '../../src/core/registry/registry.ts';
import { say } from '../../src/core/text/say.ts';
import { systemClock } from '../../src/plugins/shared/local/clock.ts';
import { createFiles } from '../../src/plugins/shared/local/files.ts';

const refuse = () => Promise.reject(new Error('not in this test'));

function environment(): Environment & AsyncDisposable {
  return {
    id: 'azure',
    title: say('Test cloud', 'テスト'),
    practice: false,
    cloud: { armEndpoint: 'https://localhost', cloudAppSuffix: 'x', aciSuffix: 'y' },
    clock: systemClock,
    arm: { send: refuse, forgetToken: () => undefined },
    inventory: { subscriptions: refuse, resourceGroups: refuse, workspaces: refuse, clusters: refuse, computes: refuse, services: refuse },
    dns: { ask: refuse, zoneOf: refuse, resolvers: () => [], lookup: async () => [] },
    tls: { peek: async () => ({ seen: false, layer: 'tls', reason: 'off' }), roots: async () => [] },
    http: { probe: async () => ({ seen: true, status: 200 }) },
    files: createFiles(),
    secrets: { resolve: refuse },
    defaults: { 'azure.subscriptionId': 's', 'azure.resourceGroup': 'g', 'azure.workspace': 'w' },
    async [Symbol.asyncDispose]() {},
  };
}

/** One environment and one target that switches TLS off; `computeName: settled` is off already. Everything that was applied is remembered. */
export function fakePlugins(applied: string[] = []): BuiltIns {
  const target: TargetPlugin = {
    api: 1,
    kind: 'target',
    id: 'aks-attach',
    title: 'Cluster',
    summary: 'For tests',
    questions: [{ kind: 'text', key: 'target.computeName', label: say('Which compute?', 'どのコンピューティング?') }],
    domains: ['none'],
    async plan(_input, { answers }) {
      const name = String(answers['target.computeName']);
      const change: Change = {
        id: `deploy:compute/${name}`,
        step: 'deploy',
        title: say('TLS off', 'TLS をオフ'),
        effect: name === 'settled' ? 'none' : 'update',
        before: { status: 'Enabled' },
        after: { status: 'Disabled' },
        requests: [{ method: 'PUT', path: `/computes/${name}`, body: { sslConfiguration: { status: 'Disabled' } } }],
        async *apply() {
          yield { type: 'note', level: 'info', text: 'applying \u001b[31m' };
          applied.push(name);
          return { ok: true };
        },
      };
      return { changes: [change], findings: [], notes: [] };
    },
    endpoints: async () => ({ scoringUris: ['http://192.0.2.1/score'], addresses: ['192.0.2.1'], port: 80, internal: false, records: [] }),
    equivalents: () => [{ tool: 'az', title: 'With az', code: 'az ml \u001b]52;x', notes: [] }],
  };
  return {
    environment: {
      azure: async () => ({
        default: { api: 1, kind: 'environment', id: 'azure', title: 'Test', summary: '', questions: [], open: async () => environment() },
      }),
    },
    target: { 'aks-attach': async () => ({ default: target }) },
    certificate: {},
    dns: {},
  };
}
