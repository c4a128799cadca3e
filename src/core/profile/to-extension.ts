import type { Answers, Json, Text } from '../contracts/index.ts';
import { fail } from '../problems/problem-error.ts';
import { code, say, value } from '../text/say.ts';

/** A profile of Azure ML v1 on AKS as one of the Kubernetes extension (v2), and what cannot be carried over. */
export interface Moved {
  readonly answers: Answers;
  readonly notes: readonly Text[];
}

const KEPT = /^(environment|azure\.|domain\.|certificate\.|dns\.)/;
const KEPT_OF_TARGET = ['target.clusterId', 'target.clusterResourceGroup', 'target.clusterName', 'target.clusterPurpose'];
const LEFT = ['target.computeName', 'target.agentCount', 'target.vmSize', 'target.location', 'target.loadBalancerSubnet'];

/**
 * Pure; the order of the move is docs/migrating-to-v2.md.
 * @param clusterId what the compute says of its cluster, where the profile does not name it
 * @throws ProblemError `migrate-not-aks`
 */
export function toExtension(answers: Answers, clusterId: string | undefined): Moved {
  const plugin = answers['target.plugin'];
  if (plugin !== 'aks-attach' && plugin !== 'aks-provision') notAks(plugin);
  const moved: Record<string, Json> = Object.fromEntries(Object.entries(answers).filter(([key]) => KEPT.test(key) || KEPT_OF_TARGET.includes(key)));
  const named = moved['target.clusterId'] !== undefined || (moved['target.clusterResourceGroup'] !== undefined && moved['target.clusterName'] !== undefined);
  if (!named && clusterId !== undefined) moved['target.clusterId'] = clusterId;
  moved['target.plugin'] = 'kubernetes-extension';
  moved['target.moveFrontEnd'] = true;
  if (answers['target.loadBalancerType'] === 'InternalLoadBalancer') moved['target.internalLoadBalancer'] = true;
  if (answers['domain.kind'] === 'microsoft') {
    for (const key of Object.keys(moved)) if (key.startsWith('domain.')) delete moved[key];
    moved['domain.kind'] = 'custom';
  }
  return { answers: moved, notes: [...domainNotes(answers), ...clusterNotes(named || clusterId !== undefined), ...leftNotes(answers), order()] };
}

function domainNotes(answers: Answers): readonly Text[] {
  if (answers['domain.kind'] !== 'microsoft') return [];
  return [
    say(
      'Microsoft issues no certificates in v2: set {fqdn} to a name of your own, with a certificate for it.',
      'v2 では Microsoft の証明書を利用できません。独自の名前を {fqdn} に設定し、その証明書を用意してください。',
      { fqdn: code('domain.fqdn') },
    ),
  ];
}

function clusterNotes(known: boolean): readonly Text[] {
  if (known) return [];
  return [
    say('Which cluster the compute is on could not be read: set {key}.', 'コンピューティングのクラスターを取得できませんでした。{key} を設定してください。', {
      key: code('target.clusterId'),
    }),
  ];
}

function leftNotes(answers: Answers): readonly Text[] {
  const left = LEFT.filter((key) => answers[key] !== undefined).concat(Object.keys(answers).filter((key) => key.startsWith('target.networking.')));
  if (left.length === 0) return [];
  return [
    say('Not carried over, because the cluster itself has it now: {keys}', 'クラスター自体の設定になるため、引き継がないもの: {keys}', {
      keys: code(left.join(', ')),
    }),
  ];
}

function order(): Text {
  return say(
    'Before it is deployed: mark the old front end for the move, as {page} says. Services of v1 have to be deployed again as online endpoints.',
    'デプロイの前に、{page} のとおりに以前のフロント エンドを移行用に設定してください。v1 のサービスは、オンライン エンドポイントとして再デプロイする必要があります。',
    { page: code('docs/migrating-to-v2.md') },
  );
}

function notAks(plugin: Json | undefined): never {
  return fail({
    code: 'migrate-not-aks',
    owner: 'you',
    message: say(
      'Only profiles of AKS computes have a successor on Kubernetes; this one uses {plugin}.',
      'Kubernetes の後継があるのは AKS コンピューティングのプロファイルだけです。このプロファイルは {plugin} を使用しています。',
      {
        plugin: value(String(plugin ?? '–')),
      },
    ),
    next: [
      say(
        'Move services on ACI to managed online endpoints: see {page}.',
        'ACI のサービスはマネージド オンライン エンドポイントに移行してください。{page} を参照してください。',
        { page: code('docs/migrating-to-v2.md') },
      ),
    ],
  });
}
