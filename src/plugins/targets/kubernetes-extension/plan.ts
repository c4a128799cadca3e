import {
  type Change,
  type Context,
  cannotTell,
  code,
  fail,
  type JsonObject,
  judge,
  lookAtEach,
  previewOfPair,
  say,
  type TargetInput,
  type TargetPlan,
  textAnswer,
  value,
} from 'amltls/plugin';
import { applyExtension, createBody, updateBody, viewOf, type Work } from './apply.ts';
import { ARC, type Cluster, readCluster } from './cluster.ts';
import { addressesOf } from './endpoints.ts';
import { API_VERSION, type Extension, extensionName, extensionPath, getExtension, isBusy, isTrue } from './extension.ts';
import { stillNeeded } from './protected.ts';
import { refuseImpossible, switchedOn, tlsNow, warningsOf } from './rules.ts';
import { changedSettings, newSettings, type Settings, wantedSettings } from './settings.ts';

type Verdict = ReturnType<typeof judge>;

/** What has to happen to the extension: looks first, creates or updates, says what clients of live endpoints will feel. */
export async function planExtension(input: TargetInput, context: Context): Promise<TargetPlan> {
  const cluster = await readCluster(context);
  const found = await getExtension(context);
  await refuseImpossible(found, cluster, context);
  const work: Work = { domain: input.domain, cluster, ...(input.bundle === undefined ? {} : { bundle: input.bundle }) };
  const wanted = wantedSettings(input.domain, context, cluster);
  const change = found === undefined ? creation(work, context) : await update(work, input, found, wanted, context);
  const notes = [...notesOf(context), ...(found === undefined && cluster.type === ARC ? [relayNote(cluster)] : [])];
  return { changes: [change], findings: warningsOf(found, wanted), notes };
}

function base(work: Work, context: Context): Pick<Change, 'id' | 'step' | 'apply'> {
  return { id: `deploy:extension/${extensionName(context.answers)}`, step: 'deploy', apply: (applied, pending) => applyExtension(work, applied, pending) };
}

function creation(work: Work, context: Context): Change {
  const name = extensionName(context.answers);
  return {
    ...base(work, context),
    title: say('Install the Azure ML extension {name} on {cluster}', 'Azure ML 拡張機能 {name} を {cluster} にインストール', {
      name: value(name),
      cluster: value(work.cluster.name),
    }),
    effect: 'create',
    why: say('It is not there yet.', 'まだ存在しません。'),
    after: viewOf(newSettings(work.domain, context, work.cluster)),
    requests: [preview('PUT', createBody(work, context, previewSecrets(work, context)), context)],
    expectedMs: 10 * 60_000,
  };
}

async function update(work: Work, input: TargetInput, found: Extension, wanted: Settings, context: Context): Promise<Change> {
  const about = { ...base(work, context), title: say('TLS on the Azure ML extension {name}', 'Azure ML 拡張機能 {name} の TLS', { name: value(found.name) }) };
  const changed = changedSettings(wanted, found);
  if (work.domain.kind === 'none' && found.state === 'Succeeded' && !isTrue(found.settings['allowInsecureConnections'])) fail(switchedOn(found, context));
  const verdict = await verdictOf(work, input, found, changed, context);
  if (verdict.state === 'same') return { ...about, effect: 'none', why: verdict.why };
  const secrets = { ...Object.fromEntries(stillNeeded(found).map((name) => [name, '(secret)'])), ...previewSecrets(work, context) };
  return {
    ...about,
    effect: 'update',
    why: verdict.why,
    before: viewOf(found.settings),
    after: { ...viewOf({ ...found.settings, ...wanted }), ...previewSecrets(work, context) },
    requests: [preview('PATCH', updateBody(work, found, context, secrets), context)],
    expectedMs: 5 * 60_000,
  };
}

async function verdictOf(work: Work, input: TargetInput, found: Extension, changed: Settings, context: Context): Promise<Verdict> {
  if (isBusy(found))
    return different(
      say('Azure is still working on it ({state}); that is waited for first.', 'Azure が処理中です ({state})。完了を待ってから進めます。', {
        state: value(found.state),
      }),
    );
  if (found.state.toLowerCase() === 'failed') return different(say('The last change of it failed.', '前回の変更は失敗しています。'));
  if (Object.keys(changed).length > 0) return different(tlsNow(found));
  if (work.domain.kind === 'none') return { state: 'same', why: say('TLS is off.', 'TLS はオフです。') };
  if (input.bundle === undefined) return different(say('The certificate is made anew.', '証明書を新しく作成します。'));
  const { fingerprintSha256 } = input.bundle;
  const servername = work.domain.kind === 'custom' ? work.domain.fqdn : undefined;
  const looks = await lookAtEach(context, await addressesOf(found, work.cluster, context), servername);
  const record = { ...(input.last === undefined ? {} : { last: input.last }), ...(found.modifiedOn === undefined ? {} : { modifiedOn: found.modifiedOn }) };
  const verdict = judge({ looks, right: (leaf) => leaf.fingerprintSha256 === fingerprintSha256, fingerprintSha256, ...record });
  if (verdict.state === 'unknown' && !input.redeploy) throw cannotTell(found.name, verdict);
  return verdict;
}

const different = (why: Verdict['why']): Verdict => ({ state: 'different', why });

function previewSecrets({ domain, bundle }: Work, context: Context): Settings {
  if (domain.kind !== 'custom' || textAnswer(context.answers, 'target.sslSecret') !== undefined) return {};
  const { cert, key } = previewOfPair(bundle);
  return { 'scoringFe.sslCert': cert, 'scoringFe.sslKey': key };
}

function preview(method: string, body: JsonObject, { answers }: Context) {
  return { method, path: `${extensionPath(answers)}?api-version=${API_VERSION}`, body };
}

function notesOf({ answers }: Context) {
  const secret = textAnswer(answers, 'target.sslSecret');
  const covers = say(
    'These settings cover every online endpoint on the cluster.',
    'この設定は、クラスター上のすべてのオンライン エンドポイントに適用されます。',
  );
  if (secret === undefined) return [covers];
  return [
    covers,
    say(
      'Certificate and key come from the Kubernetes secret {secret} (namespace azureml, keys cert.pem and key.pem): put them there first.',
      '証明書と鍵には Kubernetes シークレット {secret} (名前空間 azureml、キー cert.pem と key.pem) を使用します。先に登録してください。',
      { secret: value(secret) },
    ),
  ];
}

// What Microsoft's CLI makes besides, where the cluster is not AKS (facts.md 4.3, EXT-PY).
const relayNote = ({ name }: Cluster) =>
  say(
    "To attach an Arc-enabled cluster to a workspace, Azure ML needs an Azure Relay and a Service Bus, which Microsoft's CLI makes and this does not. If {name} is not attached yet, install the extension with {command} first: it is updated in place here.",
    'Arc 対応クラスターをワークスペースにアタッチするには、Azure Relay と Service Bus が必要です。Microsoft の CLI では作成されますが、ここでは作成しません。{name} が未アタッチの場合は、先に {command} で拡張機能をインストールしてください。ここではその場で更新します。',
    { name: value(name), command: code('az k8s-extension create') },
  );
