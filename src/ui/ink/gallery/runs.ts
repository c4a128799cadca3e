import type { Change, DnsRow, Equivalent, Problem, Review, RunEvent } from '../../../core/contracts/index.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { trail } from './questions.ts';

export const NOW = Date.UTC(2026, 10, 24, 13, 5);
const MINUTE = 60_000;

// A plan is only looked at here.
async function* nothing(): AsyncGenerator<never, null, void> {
  yield* [];
  return null;
}

const compute: Change = {
  id: 'deploy:compute/aks-prod',
  step: 'deploy',
  title: say('Compute {name}: TLS with your own certificate', 'コンピューティング {name}: 独自の証明書で TLS を有効化', { name: value('aks-prod') }),
  effect: 'update',
  before: { sslConfiguration: { status: 'Disabled' } },
  after: { sslConfiguration: { status: 'Enabled', cname: 'www.contoso.com', cert: 'sha256:9f2c…', key: '(file ./key.pem)' } },
  requests: [
    {
      method: 'PUT',
      path: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-ml/providers/Microsoft.MachineLearningServices/workspaces/ws-contoso/computes/aks-prod?api-version=2022-10-01',
      body: { properties: { computeType: 'AKS', properties: { sslConfiguration: { status: 'Enabled', cname: 'www.contoso.com' } } } },
    },
  ],
  expectedMs: 10 * MINUTE,
  apply: nothing,
};

const record: Change = {
  id: 'dns:www.contoso.com',
  step: 'dns',
  title: say('A record {name} at your registrar', 'レジストラーで A レコード {name} を設定', { name: value('www.contoso.com') }),
  effect: 'by-hand',
  after: { name: 'www.contoso.com', type: 'A', data: '20.81.5.17', ttl: 300 },
  apply: nothing,
};

export const equivalents: readonly Equivalent[] = [
  {
    tool: 'python',
    title: 'Python SDK v1',
    code: "from azureml.core import Workspace\nfrom azureml.core.compute import AksCompute\n\nws = Workspace.get('ws-contoso', subscription_id='11111111-1111-4111-8111-111111111111', resource_group='rg-ml')\ntarget = AksCompute(ws, 'aks-prod')\nupdate = AksCompute.SslConfiguration(status='Enabled')\ntarget.update(AksUpdateConfiguration(ssl=update))",
    notes: [say('SDK v1 is out of support since 2026-06-30.', 'SDK v1 のサポートは 2026-06-30 に終了しました。')],
  },
  {
    tool: 'az',
    title: 'Azure CLI',
    code: 'az ml computetarget update aks -n aks-prod --ssl-cname www.contoso.com --ssl-cert-file ./cert.pem --ssl-key-file ./key.pem',
    notes: [],
  },
];

export const review: Review = {
  profile: 'contoso',
  environment: { id: 'sandbox', title: say('Practice Azure', '練習用 Azure'), practice: true },
  trail,
  steps: [
    { step: 'domain', changes: [], findings: [], notes: [] },
    {
      step: 'certificate',
      changes: [],
      findings: [
        {
          code: 'expires-soon',
          severity: 'warning',
          subject: './cert.pem',
          message: say('The certificate expires in {days} days.', '証明書の有効期限まであと {days} 日です。', { days: 21 }),
          next: [say('Order its successor now.', '後継の証明書を今のうちに取得してください。')],
        },
      ],
      notes: [],
    },
    {
      step: 'deploy',
      changes: [compute],
      findings: [],
      notes: [say('This affects every service on the cluster.', 'クラスター上のすべてのサービスに影響します。')],
    },
    { step: 'dns', changes: [record], findings: [], notes: [] },
  ],
  equivalents,
  blocked: false,
};

export const blockedReview: Review = {
  ...review,
  blocked: true,
  steps: review.steps.map((step) =>
    step.step === 'certificate'
      ? {
          ...step,
          findings: [
            {
              code: 'key-mismatch',
              severity: 'error' as const,
              subject: './key.pem',
              message: say('The key does not belong to the certificate.', '秘密鍵が証明書と一致しません。'),
              next: [say('Give the key that the request was made with.', '証明書要求の作成に使った秘密鍵を指定してください。')],
            },
          ],
        }
      : step,
  ),
};

const start: readonly RunEvent[] = [
  { type: 'step', step: 'domain', state: 'done' },
  { type: 'step', step: 'certificate', state: 'done' },
  { type: 'step', step: 'deploy', state: 'started' },
  { type: 'change', id: compute.id, step: 'deploy', title: compute.title, state: 'started' },
];

export const deploying: readonly RunEvent[] = [
  ...start,
  { type: 'operation', id: compute.id, url: 'https://management.azure.com/operations/1', requestId: '6f1d3c1e-5a0f-4f9c-9c53-0d9a1f6c2b11' },
  {
    type: 'wait',
    id: compute.id,
    for: say('Azure: the update of the compute', 'Azure の処理 (コンピューティングの更新)'),
    attempt: 4,
    startedAt: NOW - 4 * MINUTE,
    nextAt: NOW + 20_000,
    expectedMs: 10 * MINUTE,
    seen: say('provisioning state {state}', 'プロビジョニング状態 {state}', { state: code('Updating') }),
  },
];

export const propagating: readonly RunEvent[] = [
  ...start,
  { type: 'change', id: compute.id, step: 'deploy', title: compute.title, state: 'done' },
  { type: 'step', step: 'deploy', state: 'done' },
  { type: 'step', step: 'dns', state: 'started' },
  { type: 'change', id: record.id, step: 'dns', title: record.title, state: 'started' },
  {
    type: 'instruct',
    text: say('Create this record at your registrar.', 'レジストラーで次のレコードを作成してください。'),
    records: [{ name: 'www.contoso.com', type: 'A', data: '20.81.5.17', ttl: 300 }],
  },
  {
    type: 'wait',
    id: record.id,
    for: say('DNS to show the new address', 'DNS への新しいアドレスの反映'),
    attempt: 9,
    startedAt: NOW - 3 * MINUTE,
    nextAt: NOW + 12_000,
    deadline: NOW + 117 * MINUTE,
    eta: NOW + 4 * MINUTE,
    rows: [
      { server: 'ns1.contoso-dns.com', role: 'authoritative', view: 'outside', answer: '20.81.5.17', verdict: 'right', serial: 2026112402 },
      { server: 'ns2.contoso-dns.com', role: 'authoritative', view: 'outside', answer: '20.81.5.17', verdict: 'right', serial: 2026112402 },
      { server: 'system (192.168.1.1)', role: 'resolver', view: 'inside', answer: '13.66.2.9', verdict: 'old', until: NOW + 4 * MINUTE },
      { server: '1.1.1.1', role: 'resolver', view: 'outside', answer: 'NXDOMAIN', verdict: 'absence-remembered', until: NOW + 50_000 },
      { server: '8.8.8.8', role: 'resolver', view: 'outside', answer: '', verdict: 'unreachable' },
    ],
  },
];

/** Inside the network another address is served for good. */
export const split: readonly RunEvent[] = propagating.map((event) => {
  if (event.type !== 'wait' || event.rows === undefined) return event;
  const { eta: _eta, ...wait } = event;
  return {
    ...wait,
    rows: event.rows.map((row): DnsRow => {
      if (row.role === 'authoritative') return row;
      const { until: _until, ...rest } = row;
      return row.view === 'inside'
        ? { ...rest, answer: '10.240.0.10', verdict: 'wrong', since: NOW - 2 * MINUTE }
        : { ...rest, answer: '20.81.5.17', verdict: 'right' };
    }),
    split: { inside: ['10.240.0.10'], outside: ['20.81.5.17'] },
  };
});

export const renewing: readonly RunEvent[] = [
  { type: 'step', step: 'deploy', state: 'started' },
  {
    type: 'change',
    id: 'renew:compute/aks-prod',
    step: 'deploy',
    title: say('Ask Azure to renew the certificate of {name}', '{name} の証明書の更新を Azure に要求', { name: value('aks-prod') }),
    state: 'done',
  },
  { type: 'step', step: 'deploy', state: 'done' },
  {
    type: 'wait',
    id: 'renewal',
    for: say('Azure to serve the renewed certificate', '更新された証明書の提供開始'),
    attempt: 31,
    startedAt: NOW - 155 * MINUTE,
    nextAt: NOW + 212_000,
    deadline: NOW + 445 * MINUTE,
    expectedMs: 300 * MINUTE,
    resume: 'amltls watch renewal contoso',
    served: { fingerprintSha256: '9f2c', serial: '5ac32265c13a8f64c6941c8f19464bb1', notAfter: '2027-01-20T06:04:37Z', daysLeft: 56 },
    state: 'Succeeded',
    seen: say('It still serves the old one.', 'まだ古い証明書です。'),
  },
];

export const outcome: Extract<RunEvent, { type: 'outcome' }> = {
  type: 'outcome',
  status: 'done',
  exitCode: 0,
  changed: true,
  summary: {
    scoringUris: ['https://www.contoso.com:443/api/v1/service/credit-scorer/score'],
    host: 'www.contoso.com',
    addresses: ['20.81.5.17'],
    certificate: {
      fingerprintSha256: '9f2c1ab0d7f0c1b2a3948576e1f2030405060708090a0b0c0d0e0f1011121314',
      subject: 'CN=www.contoso.com',
      issuer: 'CN=Contoso TLS R1',
      notBefore: '2026-09-24T00:00:00Z',
      notAfter: '2027-04-12T00:00:00Z',
      daysLeft: 139,
      renewAt: '2027-02-01T00:00:00Z',
    },
    records: [{ name: 'www.contoso.com', type: 'A', data: '20.81.5.17', ttl: 300 }],
  },
};

export const refused: Problem = {
  code: 'aks-attach-conflict',
  owner: 'service',
  message: say('The cluster {name} is attached to another compute.', 'クラスター {name} は別のコンピューティングにアタッチされています。', {
    name: value('aks1'),
  }),
  next: [
    say('Use the compute that it is attached to: {name}.', 'アタッチ先のコンピューティング {name} を使ってください。', { name: code('aks-prod') }),
    say('Or detach it first in the studio.', 'または、先に Studio でデタッチしてください。'),
  ],
  service: {
    status: 409,
    code: 'Conflict',
    message: 'The AKS cluster is already attached to compute aks-prod.',
    requestId: '6f1d3c1e-5a0f-4f9c-9c53-0d9a1f6c2b11',
  },
};
