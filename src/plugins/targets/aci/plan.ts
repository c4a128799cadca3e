import type { Change, Context, Json, JsonObject, RequestPreview, TargetInput, TargetPlugin } from '../../../core/contracts/index.ts';
import { redactJson } from '../../../core/redact/redact.ts';
import { say } from '../../../core/text/say.ts';
import { textAnswer } from '../../shared/web-service/fields.ts';
import { previewOfPair } from '../../shared/web-service/private-key.ts';
import { tlsIsOn } from '../../shared/web-service/tls-is-on.ts';
import { cannotTell, type Verdict } from '../../shared/web-service/verdict.ts';
import { applyService, type ServiceWork } from './apply.ts';
import { createBody, type OwnTls, tlsPatch } from './bodies.ts';
import { tlsVerdict } from './difference.ts';
import { noService, refuseImpossible } from './rules.ts';
import { type AciService, getService, placeOf, type ServicePlace, tlsView } from './service.ts';
import { readServiceFile } from './service-file.ts';
import { inTransition } from './settled.ts';
import { createTitle, notReadNote, running, unchangedTitle, updateTitle } from './words.ts';

type Planned = Awaited<ReturnType<TargetPlugin['plan']>>;

/** What has to happen to the service. Looks first: what exists is patched, what does not is made from its file. */
export async function planService(input: TargetInput, context: Context): Promise<Planned> {
  refuseImpossible(input.domain, input.bundle);
  const place = await placeOf(context);
  const found = await getService(context);
  const file = textAnswer(context.answers, 'target.serviceFile');
  if (found !== undefined) {
    return { changes: [await update(input, found, place, context)], findings: [], notes: file === undefined ? [] : [notReadNote(file)] };
  }
  if (file === undefined) throw noService(place.name);
  return { changes: [creation(input, place, await readServiceFile(file, context))], findings: [], notes: [] };
}

function creation(input: TargetInput, place: ServicePlace, file: JsonObject): Change {
  const tls = previewOf(input);
  return {
    ...changeOf(input, place, file),
    title: createTitle(place.name),
    effect: 'create',
    why: say('It does not exist yet.', 'まだ存在しません。'),
    after: redactJson(afterOf(tls)),
    requests: [{ method: 'POST', path: place.collection, body: redactJson(createBody(place.name, file, tls)) }],
    expectedMs: 5 * 60_000,
  };
}

async function update(input: TargetInput, found: AciService, place: ServicePlace, context: Context): Promise<Change> {
  const base = { ...changeOf(input, place, undefined), title: updateTitle(place.name) };
  const verdict = inTransition(found) ? running() : await verdictOf(input, found, context);
  const tls = previewOf(input);
  if (verdict.state === 'same') return { ...base, title: unchangedTitle(place.name), effect: 'none', why: verdict.why };
  // Without TLS there is nothing to send, only somebody's operation to wait for.
  if (tls === undefined) return { ...base, effect: 'update', why: verdict.why, after: afterOf(tls) };
  return { ...base, effect: 'update', why: verdict.why, before: tlsView(found), after: afterOf(tls), requests: [patchPreview(place, tlsPatch(tls))] };
}

async function verdictOf(input: TargetInput, found: AciService, context: Context): Promise<Verdict> {
  if (input.domain.kind !== 'custom' && found.sslEnabled) throw tlsIsOn('aci', found.name, context);
  const verdict = await tlsVerdict(found, input.domain, input.bundle, input.last, context);
  if (verdict.state === 'unknown' && !input.redeploy) throw cannotTell(found.name, verdict);
  return verdict;
}

function changeOf({ domain, bundle }: TargetInput, { name }: ServicePlace, file: JsonObject | undefined): Pick<Change, 'id' | 'step' | 'apply'> {
  const work: ServiceWork = { domain, ...(bundle === undefined ? {} : { bundle }), ...(file === undefined ? {} : { file }) };
  return { id: `deploy:service/${name}`, step: 'deploy', apply: (applied, pending) => applyService(work, applied, pending) };
}

function previewOf({ domain, bundle }: TargetInput): OwnTls | undefined {
  return domain.kind === 'custom' ? { cname: domain.fqdn, ...previewOfPair(bundle) } : undefined;
}

function afterOf(tls: OwnTls | undefined): Json {
  return tls === undefined ? { sslEnabled: false } : { sslEnabled: true, cname: tls.cname, sslCertificate: tls.cert, sslKey: tls.key };
}

function patchPreview(place: ServicePlace, patch: Json): RequestPreview {
  return { method: 'PATCH', path: place.url, body: patch };
}
