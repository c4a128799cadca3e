import type { Json, Text } from '../../../contracts/index.ts';
import { code, say, value } from '../../../text/say.ts';
import type { Glance } from '../world.ts';
import type { CheckOf } from './schema.ts';
import { type Seen, seen } from './seen.ts';

const STATUS: Readonly<Record<CheckOf<'compute'>['status'], Text>> = {
  Disabled: say('TLS off', 'TLS オフ'),
  Enabled: say('TLS with an own certificate', '独自の証明書による TLS'),
  Auto: say('TLS with a Microsoft certificate', 'Microsoft の証明書による TLS'),
};

export function checkCompute({ name, status }: CheckOf<'compute'>, { state }: Glance): Seen {
  const wanted = say('Azure: compute {name} has {status}', 'Azure: コンピューティング {name} が {status}', { name: code(name), status: STATUS[status] });
  const found = state.computes.find((compute) => compute.name === name);
  if (found === undefined) return seen(wanted, say('there is none of that name', 'その名前のものはありません'));
  if (found.provisioningState !== 'Succeeded') return seen(wanted, say('it is {state}', '状態は {state}', { state: value(found.provisioningState) }));
  return seen(wanted, found.tls.status === status ? undefined : say('its status is {status}', '現在は {status}', { status: value(found.tls.status) }));
}

export function checkUri({ service, begins }: CheckOf<'uri'>, { state }: Glance): Seen {
  const wanted = say('Azure: the scoring URI of {service} begins with {begins}', 'Azure: {service} のスコアリング URI が {begins} で始まる', {
    service: code(service),
    begins: code(begins),
  });
  const uri = state.services.find(({ name }) => name === service)?.scoringUri ?? undefined;
  if (uri === undefined) return seen(wanted, say('the service is not there', 'サービスがありません'));
  return seen(wanted, uri.startsWith(begins) ? undefined : say('it is {uri}', '現在は {uri}', { uri: value(uri) }));
}

export async function checkAsked({ method, path, sends }: CheckOf<'asked'>, glance: Glance): Promise<Seen> {
  const wanted = say('Azure was asked: {method} {path} with {sends}', 'Azure への要求: {method} {path} ({sends})', {
    method: code(method),
    path: code(path),
    sends: code(
      Object.entries(sends)
        .map(([key, is]) => `${key}: ${is}`)
        .join(', '),
    ),
  });
  const requests = await glance.requests();
  const hit = requests.some(
    (each) => each.method === method && each.path.includes(path) && Object.entries(sends).every(([key, is]) => contains(each.body, key, is)),
  );
  return seen(wanted, hit ? undefined : say('not since this task began', 'この課題の開始後にはありません'));
}

/** Whether a key has this value anywhere inside. */
function contains(body: unknown, key: string, is: Json): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return Object.entries(body).some(([name, inside]) => (name === key && inside === is) || contains(inside, key, is));
}

export async function checkUnchanged({ path }: CheckOf<'unchanged'>, glance: Glance): Promise<Seen> {
  const wanted = say('Azure was looked at ({path}) and nothing was sent to change it', 'Azure を参照し ({path})、変更の要求は送っていない', {
    path: code(path),
  });
  const requests = await glance.requests();
  const changes = requests.filter(({ method, path: asked }) => method !== 'GET' && asked.includes(path));
  if (changes.length > 0) return seen(wanted, say('changes sent: {count}', '{count} 件の変更を送信しました', { count: changes.length }));
  return seen(
    wanted,
    requests.some(({ method, path: asked }) => method === 'GET' && asked.includes(path)) ? undefined : say('not looked at yet', 'まだ参照していません'),
  );
}
