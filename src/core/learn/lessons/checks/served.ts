import { join } from 'node:path';
import { readCertificates } from '../../../certificates/read.ts';
import { checkEndpoint } from '../../../check/check.ts';
import type { Text } from '../../../contracts/index.ts';
import { code, say, value } from '../../../text/say.ts';
import type { Glance } from '../world.ts';
import { placeOf } from './place.ts';
import type { CheckOf } from './schema.ts';
import { type Seen, seen } from './seen.ts';

/** A real handshake with the front end, judged as a client judges it at practice time. */
export async function checkServed(check: CheckOf<'served'>, glance: Glance): Promise<Seen> {
  const place = placeOf(check.on, glance.state);
  const host = check.host ?? place?.host;
  const wanted = wantedOf(check, host);
  if (place === undefined || host === undefined) return seen(wanted, say('nothing answers there yet', 'まだ応答がありません'));
  const { env, signal } = glance.world;
  const looked = await checkEndpoint({ env, host, port: 443, addresses: [place.ip], profile: undefined, signal });
  const { served, daysLeft } = looked.endpoint;
  const [wrong] = looked.findings.filter(({ severity, code: id }) => severity === 'error' && id !== 'expires-soon');
  if (served === null || daysLeft === null || wrong !== undefined)
    return seen(wanted, wrong?.message ?? say('no certificate is served', '証明書が提示されていません'));
  if (check.atLeast !== undefined && daysLeft < check.atLeast) return seen(wanted, left(daysLeft));
  if (check.atMost !== undefined && daysLeft > check.atMost) return seen(wanted, left(daysLeft));
  if (check.file === undefined) return seen(wanted, undefined);
  const [leaf] = readCertificates(await env.files.read(join(glance.world.folder, check.file))).certificates;
  return seen(wanted, leaf?.fingerprintSha256 === served.fingerprintSha256 ? undefined : say('another certificate is served', '別の証明書が提示されています'));
}

const left = (days: number): Text => say('{days} days are left', '残り {days} 日です', { days });

function wantedOf({ on, file, atLeast, atMost }: CheckOf<'served'>, host: string | undefined): Text {
  const named = { host: host === undefined ? code(on) : value(host) };
  if (file !== undefined)
    return say(
      'Handshake: {host} serves the certificate in {file}, and clients trust it',
      'ハンドシェイク: {host} が {file} の証明書を提示し、クライアントに信頼される',
      {
        ...named,
        file: code(file),
      },
    );
  if (atLeast !== undefined)
    return say(
      'Handshake: {host} serves a trusted certificate with {days} days or more',
      'ハンドシェイク: {host} が、残り {days} 日以上の信頼された証明書を提示する',
      { ...named, days: atLeast },
    );
  if (atMost !== undefined)
    return say('Handshake: {days} days or fewer are left of the certificate of {host}', 'ハンドシェイク: {host} の証明書の残りが {days} 日以下', {
      ...named,
      days: atMost,
    });
  return say('Handshake: {host} serves a certificate that clients trust', 'ハンドシェイク: {host} が、クライアントに信頼される証明書を提示する', named);
}
