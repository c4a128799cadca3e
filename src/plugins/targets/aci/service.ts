import type { Context, Json, JsonObject } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { getResource, mmsBase } from '../../shared/arm/resources.ts';
import { objectOf, present, textAnswer, textOf } from '../../shared/web-service/fields.ts';

/** An ACI web service as the data plane shows it (facts.md 2.2, 3.2). */
export interface AciService {
  readonly name: string;
  /** Transitioning, Healthy, Unhealthy, Failed. */
  readonly state: string | undefined;
  readonly error: { readonly code: string | undefined; readonly message: string | undefined };
  readonly sslEnabled: boolean;
  readonly cname: string | undefined;
  readonly scoringUri: string | undefined;
  readonly publicIp: string | undefined;
  readonly publicFqdn: string | undefined;
  /** ISO 8601 */
  readonly modifiedOn: string | undefined;
}

export interface ServicePlace {
  readonly name: string;
  /** Of the workspace; its containers run in it too. */
  readonly group: string;
  readonly workspace: string;
  /** Base URL of the workspace's model-management service. */
  readonly base: string;
  readonly collection: string;
  readonly url: string;
}

export async function placeOf({ env, answers, signal }: Context): Promise<ServicePlace> {
  const name = textAnswer(answers, 'target.serviceName') ?? '';
  const base = await mmsBase(env.arm, answers, signal);
  const [group, workspace] = [textAnswer(answers, 'azure.resourceGroup') ?? '', textAnswer(answers, 'azure.workspace') ?? ''];
  return { name, group, workspace, base, collection: `${base}/services`, url: `${base}/services/${encodeURIComponent(name)}` };
}

/** As the service is now; undefined where it does not exist. @throws ProblemError `aci-other-service` */
export async function getService(context: Context): Promise<AciService | undefined> {
  const { name, url } = await placeOf(context);
  const what = say('Reading the service {name}', 'サービス {name} の読み取り', { name: value(name) });
  const body = await getResource(context.env.arm, { path: `${url}?expand=true`, what }, context.signal);
  return body === undefined ? undefined : readService(name, body);
}

/** @throws ProblemError `aci-other-service` where the name belongs to a service on another kind of compute */
export function readService(name: string, json: Json): AciService {
  const body = objectOf(json);
  const computeType = textOf(body['computeType']);
  if (computeType?.toUpperCase() !== 'ACI') throw otherService(name, computeType ?? '?');
  const error = objectOf(body['error']);
  return {
    name,
    state: textOf(body['state']),
    error: { code: textOf(error['code']), message: textOf(error['message']) },
    sslEnabled: body['sslEnabled'] === true,
    cname: textOf(body['cname']),
    scoringUri: textOf(body['scoringUri']),
    publicIp: textOf(body['publicIp']),
    publicFqdn: textOf(body['publicFqdn']),
    modifiedOn: textOf(body['updatedTime']),
  };
}

/** What may be kept of it: chosen members only, because an answer may carry `sslKey`. */
export function receiptOf(service: AciService): JsonObject {
  return present({
    name: service.name,
    state: service.state,
    scoringUri: service.scoringUri,
    publicIp: service.publicIp,
    publicFqdn: service.publicFqdn,
    modifiedOn: service.modifiedOn,
    ...tlsView(service),
  });
}

/** The part of its TLS settings that can be shown. */
export function tlsView({ sslEnabled, cname }: Pick<AciService, 'sslEnabled' | 'cname'>): JsonObject {
  return present({ sslEnabled, cname });
}

function otherService(name: string, computeType: string): ProblemError {
  return new ProblemError({
    code: 'aci-other-service',
    owner: 'you',
    message: say('The service {name} does not run on ACI ({kind}).', 'サービス {name} は ACI 上で動作していません ({kind})。', {
      name: value(name),
      kind: value(computeType),
    }),
    next: [
      say('For a service on AKS, TLS belongs to the cluster: use {plugin}.', 'AKS 上のサービスの TLS はクラスターの設定です。{plugin} を使ってください。', {
        plugin: code('--set target.plugin=aks-attach'),
      }),
      say('Or choose another name with {flag}.', 'または {flag} で別の名前を指定してください。', { flag: code('--set target.serviceName=…') }),
    ],
  });
}
