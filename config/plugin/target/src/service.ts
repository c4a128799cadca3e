import { type Context, code, getResource, type JsonObject, listOf, objectOf, type Problem, say, textAnswer, textOf, value } from 'amltls/plugin';

export const API_VERSION = '2022-10-01';

/** The service as the world shows it. */
export interface Service {
  readonly name: string;
  readonly path: string;
  /** As it was read: an update starts from it. */
  readonly body: JsonObject;
  readonly state: string;
  /** The name that TLS is set for; undefined while it is off. */
  readonly fqdn: string | undefined;
  readonly addresses: readonly string[];
  readonly modifiedOn: string | undefined;
}

export async function readService({ env, answers, signal }: Context): Promise<Service | undefined> {
  const [subscription, group, workspace, name] = ['azure.subscriptionId', 'azure.resourceGroup', 'azure.workspace', 'target.computeName'].map((key) =>
    encodeURIComponent(textAnswer(answers, key) ?? ''),
  );
  const path = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.MachineLearningServices/workspaces/${workspace}/computes/${name}`;
  const body = await getResource(env.arm, { path, apiVersion: API_VERSION }, signal);
  if (body === undefined) return undefined;
  const properties = objectOf(body['properties']);
  const settings = objectOf(properties['properties']);
  const ssl = objectOf(settings['sslConfiguration']);
  return {
    name: textOf(body['name']) ?? '',
    path,
    body,
    state: textOf(properties['provisioningState']) ?? '',
    fqdn: ssl['status'] === 'Enabled' ? textOf(ssl['cname']) : undefined,
    addresses: listOf(settings['systemServices']).flatMap((each) => textOf(objectOf(each)['publicIpAddress']) ?? []),
    modifiedOn: textOf(properties['modifiedOn']),
  };
}

/** The read body with TLS in it. Keys are never read back: what is not sent anew is not there. */
export function updateBody({ body }: Service, fqdn: string, pair: { readonly cert: string; readonly key: string }): JsonObject {
  const properties = objectOf(body['properties']);
  const { loadBalancerType: _type, loadBalancerSubnet: _subnet, ...settings } = objectOf(properties['properties']);
  return { ...body, properties: { ...properties, properties: { ...settings, sslConfiguration: { status: 'Enabled', cname: fqdn, ...pair } } } };
}

export function missing({ answers }: Context): Problem {
  return {
    code: '__ID__-missing',
    owner: 'you',
    message: say('There is no compute {name}.', 'コンピューティング {name} はありません。', { name: value(textAnswer(answers, 'target.computeName') ?? '') }),
    next: [say('Correct {key}.', '{key} を修正してください。', { key: code('target.computeName') })],
  };
}
