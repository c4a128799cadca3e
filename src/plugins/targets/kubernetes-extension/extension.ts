import { type Answers, type Context, getResource, type JsonObject, listAll, listOf, objectOf, textAnswer, textOf } from 'amltls/plugin';
import { type ClusterRef, clusterRef } from './cluster.ts';

/** The newest stable version whose description was read (facts.md 4.1); PATCH is in all since 2022-03-01. */
export const API_VERSION = '2023-05-01';
export const EXTENSION_TYPE = 'microsoft.azureml.kubernetes';
const PROVIDER = 'providers/Microsoft.KubernetesConfiguration/extensions';

/** The extension as the service shows it. Values of protected settings are never shown. */
export interface Extension {
  readonly name: string;
  readonly path: string;
  readonly type: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly protectedNames: readonly string[];
  readonly state: string;
  readonly modifiedOn: string | undefined;
  /** Why it failed, in the service's words. */
  readonly errors: readonly { readonly code?: string; readonly message: string }[];
}

export function extensionName(answers: Answers): string {
  return textAnswer(answers, 'target.extensionName') ?? 'azureml';
}

export function extensionPath(answers: Answers, cluster: ClusterRef = clusterRef(answers)): string {
  return `${cluster.id}/${PROVIDER}/${encodeURIComponent(extensionName(answers))}`;
}

export async function getExtension({ env, answers, signal }: Context): Promise<Extension | undefined> {
  const path = extensionPath(answers);
  const found = await getResource(env.arm, { path, apiVersion: API_VERSION }, signal);
  return found === undefined ? undefined : readExtension(found, path);
}

/** An extension of this type under another name: a second one is refused by the service. */
export async function otherExtension({ env, answers, signal }: Context): Promise<string | undefined> {
  const all = await listAll(env.arm, { path: `${clusterRef(answers).id}/${PROVIDER}`, apiVersion: API_VERSION }, signal);
  const ours = all.map((each) => readExtension(each, '')).filter(({ type }) => type === EXTENSION_TYPE);
  return ours.find(({ name }) => name.toLowerCase() !== extensionName(answers).toLowerCase())?.name;
}

export function isBusy({ state }: Extension): boolean {
  return !['succeeded', 'failed', 'canceled'].includes(state.toLowerCase());
}

export function isTrue(setting: string | undefined): boolean {
  return setting?.toLowerCase() === 'true';
}

function readExtension(body: JsonObject, path: string): Extension {
  const properties = objectOf(body['properties']);
  return {
    name: textOf(body['name']) ?? '',
    path,
    type: textOf(properties['extensionType'])?.toLowerCase() ?? '',
    settings: textsOf(objectOf(properties['configurationSettings'])),
    protectedNames: Object.keys(objectOf(properties['configurationProtectedSettings'])),
    state: textOf(properties['provisioningState']) ?? '',
    modifiedOn: textOf(objectOf(body['systemData'])['lastModifiedAt']),
    errors: errorsOf(properties),
  };
}

function textsOf(object: JsonObject): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(object).flatMap(([key, item]) => (item === null ? [] : [[key, String(item)]])));
}

function errorsOf(properties: JsonObject): Extension['errors'] {
  const info = objectOf(properties['errorInfo']);
  const statuses = listOf(properties['statuses'])
    .map(objectOf)
    .filter((status) => status['level'] === 'Error');
  const errors = [info, ...statuses].flatMap((error) => {
    const message = textOf(error['message']);
    const codeWord = textOf(error['code']);
    return message === undefined ? [] : [codeWord === undefined ? { message } : { code: codeWord, message }];
  });
  return errors.filter((error, at) => errors.findIndex((each) => each.message === error.message) === at);
}
