import { type CertBundle, type Context, code, expectOk, fail, objectOf, resolvePair, say, textAnswer, textOf, value } from 'amltls/plugin';
import { type Extension, isTrue } from './extension.ts';

/** One protected setting that must be sent again with every PATCH that has any: what is left out is obsolete and deleted (facts.md 4.3). */
interface Needed {
  readonly name: string;
  /** In the settings: whether the feature is on, and the resource that knows the secret. */
  readonly when: string;
  readonly resource: string;
  readonly apiVersion: string;
  /** Rights below the resource; the CLI makes the first, Azure the second. */
  readonly rule: string;
}

const NEEDED: readonly Needed[] = [
  {
    name: 'relayserver.relayConnectionString',
    when: 'relayserver.enabled',
    resource: 'relayserver.hybridConnectionResourceID',
    apiVersion: '2021-11-01',
    rule: 'azureml_rw',
  },
  {
    name: 'servicebus.connectionString',
    when: 'servicebus.enabled',
    resource: 'servicebus.resourceID',
    apiVersion: '2021-11-01',
    rule: 'RootManageSharedAccessKey',
  },
];
const LOG_KEY = 'azure_log_analytics.connection_string';

/** Base64 of the whole PEM file (v1 takes the text itself). Anything that is not ASCII goes: the service reads ASCII. */
export const base64Of = (pem: string): string => Buffer.from(pem.replace(/[^\x09\x0a\x0d\x20-\x7e]/g, ''), 'latin1').toString('base64');

/** Certificate and key where they are sent at all: with a Kubernetes secret only its name is. */
export async function protectedPair(bundle: CertBundle | undefined, context: Context): Promise<Readonly<Record<string, string>>> {
  if (textAnswer(context.answers, 'target.sslSecret') !== undefined) return {};
  const { cert, key } = await resolvePair(bundle, context);
  return { 'scoringFe.sslCert': base64Of(cert), 'scoringFe.sslKey': base64Of(key) };
}

/** Which of them this extension needs, by name: for the plan. @throws ProblemError `kubernetes-extension-log-key` */
export function stillNeeded({ settings }: Pick<Extension, 'settings'>): readonly string[] {
  if (isTrue(settings['azure_log_analytics.enabled'])) return fail(logKey());
  return NEEDED.filter(({ when }) => isTrue(settings[when])).map(({ name }) => name);
}

/** The same with their values, asked of the resources that have them. @throws ProblemError `kubernetes-extension-secret-unknown` and what the service says */
export async function readStillNeeded(extension: Extension, context: Context): Promise<Readonly<Record<string, string>>> {
  const names = stillNeeded(extension);
  const entries = NEEDED.filter(({ name }) => names.includes(name)).map(
    async (needed) => [needed.name, await connectionString(needed, extension, context)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

async function connectionString({ name, resource, apiVersion, rule }: Needed, { settings }: Extension, { env, signal }: Context): Promise<string> {
  const id = settings[resource];
  if (id === undefined) return fail(unknown(name));
  const reply = await env.arm.send({ method: 'POST', path: `${id}/authorizationRules/${rule}/listKeys`, apiVersion }, signal);
  const { body } = expectOk(reply, say('Reading {name}', '{name} の読み取り', { name: value(name) }));
  return textOf(objectOf(body)['primaryConnectionString']) ?? fail(unknown(name));
}

function unknown(name: string) {
  return {
    code: 'kubernetes-extension-secret-unknown',
    owner: 'you',
    message: say(
      'The extension needs {name}, and nothing tells what it is; an update without it would delete it.',
      '拡張機能には {name} が必要ですが、値を取得できません。指定せずに更新すると削除されます。',
      { name: code(name) },
    ),
    next: [
      say('Update with {command} and give it there.', '{command} で値を指定して更新してください。', {
        command: code(`az k8s-extension update --config-protected ${name}=…`),
      }),
    ],
  } as const;
}

function logKey() {
  return {
    ...unknown(LOG_KEY),
    code: 'kubernetes-extension-log-key',
    message: say(
      'The extension writes to Log Analytics with a key that Azure does not show; an update without {name} would delete it.',
      '拡張機能は Log Analytics を使用していますが、そのキーは取得できません。{name} を指定せずに更新すると削除されます。',
      { name: code(LOG_KEY) },
    ),
  };
}
