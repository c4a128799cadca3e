import {
  type Applying,
  type ArmReply,
  type CertBundle,
  type ChangeEvent,
  type Context,
  code,
  type Domain,
  fail,
  followOperation,
  type JsonObject,
  type Pending,
  poll,
  say,
  value,
} from 'amltls/plugin';
import type { Cluster } from './cluster.ts';
import { API_VERSION, EXTENSION_TYPE, type Extension, extensionName, extensionPath, getExtension, isBusy } from './extension.ts';
import { failed, notApplied } from './problems.ts';
import { protectedPair, readStillNeeded } from './protected.ts';
import { changedSettings, newSettings, type Settings, tlsSettings, wantedSettings } from './settings.ts';

const LIMIT = 60 * 60_000; // ms
const PAUSE = 10_000; // ms

export interface Work {
  readonly domain: Domain;
  readonly bundle?: CertBundle;
  readonly cluster: Cluster;
}

/** The body of a new extension. @param secrets certificate and key in base64, or what stands for them in a preview */
export function createBody({ domain, cluster }: Work, context: Context, secrets: Settings): JsonObject {
  return {
    identity: { type: 'SystemAssigned' },
    properties: {
      extensionType: EXTENSION_TYPE,
      releaseTrain: 'stable',
      autoUpgradeMinorVersion: true,
      scope: { cluster: { releaseNamespace: 'azureml' } },
      configurationSettings: newSettings(domain, context, cluster),
      configurationProtectedSettings: secrets,
    },
  };
}

/** The body of an update: what differs, TLS always whole, and every protected setting that is still needed. */
export function updateBody({ domain, cluster }: Work, found: Extension, context: Context, secrets: Settings): JsonObject {
  const changed = changedSettings(wantedSettings(domain, context, cluster), found);
  const dropped = domain.kind === 'custom' || found.settings['scoringFe.sslSecret'] === undefined ? {} : { 'scoringFe.sslSecret': '' };
  return {
    properties: { configurationSettings: { ...tlsSettings(domain, context.answers), ...changed, ...dropped }, configurationProtectedSettings: secrets },
  };
}

/** Sends the one request, follows it, reads the extension back. What was begun before is followed, not sent again. */
export async function* applyExtension(work: Work, context: Context, pending: Pending | undefined): Applying {
  if (pending?.operation !== undefined) yield* follow(context, { pending });
  else {
    const found = yield* settled(context);
    // A request whose answer was lost may have been taken.
    const taken = pending !== undefined && found !== undefined && Date.parse(found.modifiedOn ?? '') >= pending.startedAt;
    if (!taken) yield* follow(context, { reply: await send(work, found, context) });
  }
  const extension = (yield* settled(context)) ?? fail(notApplied(extensionName(context.answers), 'Deleted'));
  if (extension.state !== 'Succeeded') fail(failed(extension));
  if (Object.keys(changedSettings(tlsSettings(work.domain, context.answers), extension)).length > 0)
    fail(notApplied(extension.name, extension.settings['sslCname'] ?? ''));
  return receiptOf(extension);
}

async function send(work: Work, found: Extension | undefined, context: Context): Promise<ArmReply> {
  const pair = work.domain.kind === 'custom' ? await protectedPair(work.bundle, context) : {};
  const path = extensionPath(context.answers);
  const { arm } = context.env;
  if (found === undefined) return await arm.send({ method: 'PUT', path, apiVersion: API_VERSION, body: createBody(work, context, pair) }, context.signal);
  const secrets = { ...(await readStillNeeded(found, context)), ...pair };
  return await arm.send({ method: 'PATCH', path, apiVersion: API_VERSION, body: updateBody(work, found, context, secrets) }, context.signal);
}

async function* follow(
  { env, answers, signal }: Context,
  begun: { readonly reply: ArmReply } | { readonly pending: Pending },
): AsyncGenerator<ChangeEvent, void, void> {
  const name = extensionName(answers);
  try {
    yield* followOperation({
      arm: env.arm,
      clock: env.clock,
      signal,
      id: `extension/${name}`,
      what: say('The extension {name}', '拡張機能 {name}', { name: value(name) }),
      resource: extensionPath(answers),
      apiVersion: API_VERSION,
      deadline: env.clock.now() + LIMIT,
      ...begun,
    });
  } catch (thrown) {
    // The operation says that it failed; the extension says why, with the code of the health check.
    const extension = await getExtension({ env, answers, signal } as Context);
    if (extension?.state === 'Failed') fail({ ...failed(extension), cause: thrown });
    throw thrown;
  }
}

/** The extension once nothing is going on any more: whoever's operation it is, it is waited for. */
async function* settled(context: Context): AsyncGenerator<ChangeEvent, Extension | undefined, void> {
  const { clock } = context.env;
  const name = extensionName(context.answers);
  const result = yield* poll<{ readonly extension: Extension | undefined }, ChangeEvent>({
    clock,
    signal: context.signal,
    deadline: clock.now() + LIMIT,
    async look() {
      const extension = await getExtension(context);
      return extension !== undefined && isBusy(extension) ? { done: false } : { done: true, value: { extension } };
    },
    pause: () => PAUSE,
    event: (pause) => ({
      type: 'wait',
      id: `extension/${name}`,
      for: say('the extension {name} to finish', '拡張機能 {name} の処理の完了', { name: value(name) }),
      ...pause,
    }),
  });
  if (result !== undefined) return result.extension;
  return fail({
    code: 'kubernetes-extension-still-busy',
    owner: 'service',
    exit: 3,
    message: say('{name} has been busy for an hour.', '{name} は 1 時間にわたり処理中です。', { name: value(name) }),
    next: [
      say('Run {command} again later; it goes on from here.', 'あとで {command} をもう一度実行してください。ここから再開します。', {
        command: code('amltls replay'),
      }),
    ],
  });
}

const SHOWN = [
  'allowInsecureConnections',
  'sslCname',
  'scoringFe.sslSecret',
  'inferenceRouterServiceType',
  'inferenceRouterHA',
  'clusterPurpose',
  'scoringFe.serviceType.internalLoadBalancer',
  'domain',
];

/** What the service shows afterwards, of the settings those that concern TLS. */
export function receiptOf({ name, state, modifiedOn, settings }: Extension): JsonObject {
  return { name, provisioningState: state, lastModifiedAt: modifiedOn ?? null, settings: viewOf(settings) };
}

export function viewOf(settings: Settings): JsonObject {
  return Object.fromEntries(SHOWN.flatMap((key) => (settings[key] === undefined ? [] : [[key, settings[key]]])));
}
