import type { Change, Context, JsonObject, TargetInput, TargetPlugin, Text } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { redactJson } from '../../../core/redact/redact.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { present } from '../web-service/fields.ts';
import { previewOfPair } from '../web-service/private-key.ts';
import { tlsIsOn } from '../web-service/tls-is-on.ts';
import { cannotTell, type Verdict } from '../web-service/verdict.ts';
import { applyCompute } from './apply.ts';
import { type AksCompute, inProgress, tlsView } from './compute.ts';
import { tlsVerdict } from './difference.ts';
import { findingsOf } from './findings.ts';
import type { AksKind } from './kind.ts';
import { type LoadBalancer, loadBalancerChange } from './load-balancer.ts';
import { computeRequest, getCompute } from './resource.ts';
import { internalProblem, refuseImpossible } from './rules.ts';
import { sslConfiguration } from './ssl.ts';
import { updateBody } from './update-body.ts';

type Planned = Awaited<ReturnType<TargetPlugin['plan']>>;

/** What has to happen to the compute. Looks first: creating twice is refused by the service, updating starts from what is there (facts.md 1.8). */
export async function planCompute(kind: AksKind, input: TargetInput, context: Context): Promise<Planned> {
  refuseImpossible(input.domain, input.bundle, context.answers);
  kind.refuse(context);
  const found = await getCompute(context);
  const findings = findingsOf(input.domain, found);
  if (found === undefined) return { changes: [await creation(kind, input, context)], findings, notes: [coversAll()] };
  const unlike = kind.unlike(found, context);
  if (unlike !== undefined) throw new ProblemError(unlike);
  return { changes: [await update(kind, input, found, context)], findings, notes: [coversAll(), ...leftAlone(found, context)] };
}

async function creation(kind: AksKind, input: TargetInput, context: Context): Promise<Change> {
  const bodyFor = await kind.prepare(context);
  const ssl = sslConfiguration(input.domain, previewOfPair(input.bundle));
  const { name } = computeRequest(context.answers);
  return {
    ...changeOf(kind, input, context),
    title: kind.title(name),
    effect: 'create',
    why: say('It does not exist yet.', 'まだ存在しません。'),
    after: present({ sslConfiguration: ssl }),
    requests: [previewOf(context, bodyFor(ssl))],
    expectedMs: kind.expectedMs,
  };
}

async function update(kind: AksKind, input: TargetInput, found: AksCompute, context: Context): Promise<Change> {
  const base = { ...changeOf(kind, input, context), title: updateTitle(found.name) };
  const busy = inProgress(found);
  const verdict = busy ? running(found) : await verdictOf(input, found, context);
  const balancer = loadBalancerChange(found, context.answers);
  const tlsChanges = verdict.state !== 'same';
  if (!tlsChanges && Object.keys(balancer).length === 0) {
    return { ...base, title: unchangedTitle(found.name), effect: 'none', why: verdict.why };
  }
  const ssl = tlsChanges ? sslConfiguration(input.domain, previewOfPair(input.bundle)) : undefined;
  return {
    ...base,
    effect: 'update',
    why: tlsChanges ? verdict.why : say('The load balancer changes; TLS is as wanted.', 'ロード バランサーを変更します。TLS は設定どおりです。'),
    before: sideOf(ssl === undefined ? undefined : tlsView(found.tls), balancer, found),
    after: sideOf(ssl, balancer, balancer),
    requests: [previewOf(context, updateBody(found.body, { ...(ssl === undefined ? {} : { ssl }), ...balancer }))],
  };
}

async function verdictOf(input: TargetInput, found: AksCompute, context: Context): Promise<Verdict> {
  const internal = found.loadBalancerType === 'InternalLoadBalancer' ? internalProblem(input.domain) : undefined;
  if (internal !== undefined && context.answers['target.loadBalancerType'] !== 'PublicIp') throw new ProblemError(internal);
  if (input.domain.kind === 'none' && found.tls.status !== 'Disabled') throw tlsIsOn('aks', found.name, context);
  const verdict = await tlsVerdict(found, input.domain, input.bundle, input.last, context);
  if (verdict.state === 'unknown' && !input.redeploy) throw cannotTell(found.name, verdict);
  return verdict;
}

function changeOf(kind: AksKind, input: TargetInput, context: Context): Pick<Change, 'id' | 'step' | 'apply'> {
  const work = { kind, domain: input.domain, ...(input.bundle === undefined ? {} : { bundle: input.bundle }) };
  return {
    id: `deploy:compute/${computeRequest(context.answers).name}`,
    step: 'deploy',
    apply: (applied, pending) => applyCompute(work, applied, pending),
  };
}

function previewOf(context: Context, body: JsonObject) {
  const { path, apiVersion } = computeRequest(context.answers);
  return { method: 'PUT', path: `${path}?api-version=${apiVersion}`, body: redactJson(body) };
}

function sideOf(ssl: JsonObject | undefined, changed: LoadBalancer, side: Partial<Record<keyof LoadBalancer, string | undefined>>): JsonObject {
  return present({
    sslConfiguration: ssl,
    loadBalancerType: changed.loadBalancerType === undefined ? undefined : side.loadBalancerType,
    loadBalancerSubnet: changed.loadBalancerSubnet === undefined ? undefined : side.loadBalancerSubnet,
  });
}

function running(found: AksCompute): Verdict {
  return {
    state: 'different',
    why: say('Azure is still working on it ({state}); that is waited for first.', 'Azure が処理中です ({state})。完了を待ってから進めます。', {
      state: value(found.provisioningState ?? ''),
    }),
  };
}

function updateTitle(name: string): Text {
  return say('Set TLS on the AKS compute {name}', 'AKS コンピューティング {name} の TLS を設定', { name: value(name) });
}

function unchangedTitle(name: string): Text {
  return say('TLS on the AKS compute {name}', 'AKS コンピューティング {name} の TLS', { name: value(name) });
}

function coversAll(): Text {
  return say(
    'These settings cover every service on the cluster, those made in the designer too.',
    'この設定は、デザイナーで作成したものを含め、クラスター上のすべてのサービスに適用されます。',
  );
}

const ONLY_AT_CREATION = [
  ['target.agentCount', 'agentCount'],
  ['target.vmSize', 'agentVmSize'],
  ['target.clusterPurpose', 'clusterPurpose'],
] as const;

function leftAlone(found: AksCompute, { answers }: Context): readonly Text[] {
  return ONLY_AT_CREATION.flatMap(([key, member]) => {
    const [wanted, present] = [answers[key], found[member]];
    if (wanted === undefined || present === undefined || wanted === present) return [];
    return [
      say('{key} stays {present}: it counts only when the compute is made.', '{key} は {present} のままです。作成時にのみ反映されます。', {
        key: code(key),
        present: value(String(present)),
      }),
    ];
  });
}
