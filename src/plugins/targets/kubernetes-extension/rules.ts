import { booleanAnswer, type Context, code, type Finding, fail, listAll, objectOf, profileCommand, say, textAnswer, value } from 'amltls/plugin';
import type { Cluster } from './cluster.ts';
import { EXTENSION_TYPE, type Extension, extensionName, isTrue, otherExtension } from './extension.ts';
import { rule } from './problems.ts';
import { changedSettings, FELT_BY_CLIENTS, type Settings } from './settings.ts';

const COMPUTES_API = '2022-10-01';

/** What the service would refuse, or what would break what is there, before anything is sent. @throws ProblemError */
export async function refuseImpossible(found: Extension | undefined, cluster: Cluster, context: Context): Promise<void> {
  const { answers } = context;
  const internal = booleanAnswer(answers, 'target.internalLoadBalancer') === true;
  const router = textAnswer(answers, 'target.routerType') ?? 'LoadBalancer';
  if (internal && router !== 'LoadBalancer') fail(contradiction(router));
  if (internal && cluster.type !== 'Microsoft.ContainerService/managedClusters') fail(internalOnArc());
  if (textAnswer(answers, 'target.clusterPurpose') === 'FastProd' && cluster.nodes !== undefined && cluster.nodes < 3) fail(tooFewNodes(cluster));
  if (found !== undefined && found.type !== EXTENSION_TYPE) fail(otherType(found));
  if (found !== undefined) return;
  const other = await otherExtension(context);
  if (other !== undefined) fail(otherName(other));
  if (booleanAnswer(answers, 'target.moveFrontEnd') !== true) {
    const legacy = await legacyCompute(cluster, context);
    if (legacy !== undefined) fail(legacyFrontEnd(legacy));
  }
}

/** The compute of Azure ML v1 on the same cluster: its front end and that of the extension exclude one another (facts.md 4.5). */
async function legacyCompute(cluster: Cluster, { env, answers, signal }: Context): Promise<string | undefined> {
  const [subscription, group, workspace] = ['azure.subscriptionId', 'azure.resourceGroup', 'azure.workspace'].map((key) =>
    encodeURIComponent(textAnswer(answers, key) ?? ''),
  );
  const path = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.MachineLearningServices/workspaces/${workspace}/computes`;
  const computes = await listAll(env.arm, { path, apiVersion: COMPUTES_API }, signal);
  const found = computes.find((compute) => {
    const { computeType, resourceId } = objectOf(compute['properties']);
    return computeType === 'AKS' && String(resourceId ?? '').toLowerCase() === cluster.id.toLowerCase();
  });
  return found === undefined ? undefined : String(found['name'] ?? '');
}

/** Warnings for what clients of live endpoints will feel. */
export function warningsOf(found: Extension | undefined, wanted: Settings): readonly Finding[] {
  if (found === undefined) return [];
  const felt = Object.keys(changedSettings(wanted, found)).filter((key) => FELT_BY_CLIENTS.includes(key));
  if (felt.length === 0) return [];
  return [
    {
      code: 'kubernetes-extension-live-endpoints',
      severity: 'warning',
      subject: found.name,
      message: say(
        'This changes {settings}: online endpoints that are in use on this cluster get another address, name or protocol.',
        '{settings} が変わります。このクラスターで使用中のオンライン エンドポイントのアドレス、名前、またはプロトコルが変わります。',
        {
          settings: code(felt.join(', ')),
        },
      ),
      next: [say('Tell whoever calls them, and do it when that hurts least.', '呼び出し元に知らせ、影響の少ない時間帯に実行してください。')],
    },
  ];
}

/** How it is now, in a sentence. */
export function tlsNow({ settings }: Pick<Extension, 'settings'>) {
  if (isTrue(settings['allowInsecureConnections'])) return say('TLS is off now.', '現在 TLS はオフです。');
  return say('It has a certificate for {name} now.', '現在は {name} の証明書が設定されています。', { name: value(settings['sslCname'] ?? '?') });
}

const setAnother = (key: string) => say('Set {key} otherwise, or leave it out.', '{key} を変更するか、指定を省略してください。', { key: code(key) });

const contradiction = (router: string) =>
  rule(
    'internal-router',
    say(
      'An internal load balancer and the router type {router} exclude one another.',
      '内部ロード バランサーとルーターの種類 {router} は同時に使用できません。',
      { router: code(router) },
    ),
    setAnother('target.routerType'),
  );

const internalOnArc = () =>
  rule(
    'internal-on-arc',
    say('The extension makes internal load balancers on AKS only.', '内部ロード バランサーは AKS でのみ使用できます。'),
    setAnother('target.internalLoadBalancer'),
  );

const tooFewNodes = ({ name, nodes }: Cluster) =>
  rule(
    'too-few-nodes',
    say('{purpose} needs 3 nodes; {name} has {nodes}.', '{purpose} には 3 ノードが必要です。{name} は {nodes} ノードです。', {
      purpose: code('FastProd'),
      name: value(name),
      nodes: nodes ?? 0,
    }),
    say('Set {key}, or add nodes.', '{key} を設定するか、ノードを追加してください。', { key: code('target.clusterPurpose=DevTest') }),
  );

const otherType = ({ name, type }: Extension) =>
  rule(
    'other-type',
    say('The extension {name} is of the type {type}.', '拡張機能 {name} の種類は {type} です。', { name: value(name), type: value(type) }),
    setAnother('target.extensionName'),
  );

const otherName = (name: string) =>
  rule(
    'other-name',
    say(
      'The cluster has the extension already, as {name}; a second one is refused.',
      'クラスターには既に拡張機能 {name} があります。2 つ目はインストールできません。',
      { name: value(name) },
    ),
    say('Use that one: {flag}.', 'それを使用してください: {flag}', { flag: code(`--set target.extensionName=${name}`) }),
  );

const legacyFrontEnd = (compute: string) =>
  rule(
    'legacy-front-end',
    say(
      'The cluster is the compute {compute} of Azure ML v1: its front end and the new one exclude one another.',
      'このクラスターは Azure ML v1 のコンピューティング {compute} です。そのフロント エンドと新しいフロント エンドは共存できません。',
      {
        compute: value(compute),
      },
    ),
    say('Prepare the move as {page} says, then set {key}.', '{page} のとおりに移行を準備し、{key} を設定してください。', {
      page: code('docs/migrating-to-v2.md'),
      key: code('target.moveFrontEnd=true'),
    }),
    say('Or use another cluster.', 'または、別のクラスターを使用してください。'),
  );

export const switchedOn = ({ name }: Extension, met: Pick<Context, 'profile' | 'flags'>) =>
  rule(
    'tls-is-on',
    say('TLS is on for {name}; it is not switched off in passing.', '{name} の TLS はオンです。ここではオフにしません。', { name: value(name) }),
    say('Switch it off with {command}, which says what that means.', '{command} でオフにできます。影響も表示されます。', {
      command: code(profileCommand('disable', met)),
    }),
  );

export const missing = (context: Context) =>
  rule(
    'missing',
    say('The extension {name} is not on the cluster.', '拡張機能 {name} はクラスターにありません。', { name: value(extensionName(context.answers)) }),
    say('Check {key}.', '{key} を確認してください。', { key: code('target.extensionName') }),
  );
