import * as z from 'zod';
import type { DnsRecord, Registrar } from '../../../../core/contracts/index.ts';
import { ProblemError } from '../../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../../core/text/say.ts';
import { zone, zoneRecord } from '../state/dns.ts';
import { zoneOf } from '../state/zone-of.ts';
import type { Link } from './link.ts';

const kept = z.array(zoneRecord.extend({ zone: z.string() }));
const zones = z.array(zone.pick({ zone: true }));

/** The registrar of the practice zones, through the control endpoint. */
export function practiceRegistrar(link: Link): Registrar {
  const send = (method: 'GET' | 'PUT' | 'DELETE', path: string, body: unknown, signal: AbortSignal) =>
    link.use(({ control }) => control.send(method, path, body, signal), signal);

  async function zoneHolding(name: string, signal: AbortSignal): Promise<string> {
    const held = zones.parse(await send('GET', '/zones', undefined, signal)).map((entry) => entry.zone);
    const found = zoneOf(held, name);
    if (found === undefined) throw noSuchZone(name, held);
    return found;
  }

  return {
    async get(name, type, signal) {
      const records = kept.parse(await send('GET', '/records', undefined, signal));
      return records.filter((record) => record.name === name && record.type === type).map(({ zone: _zone, ...record }): DnsRecord => record);
    },
    async set(records, signal) {
      const body = await Promise.all(records.map(async (record) => ({ zone: await zoneHolding(record.name, signal), ...record })));
      await send('PUT', '/records', body, signal);
    },
    async remove({ name, type }, signal) {
      await send('DELETE', '/records', [{ zone: await zoneHolding(name, signal), name, type }], signal);
    },
  };
}

function noSuchZone(name: string, held: readonly string[]): ProblemError {
  return new ProblemError({
    code: 'sandbox-zone',
    owner: 'you',
    message: say('The practice registrar has no zone for {name}.', '練習用レジストラーには {name} のゾーンがありません。', { name: value(name) }),
    next: [
      say('Use a name in one of these zones: {zones}.', '次のいずれかのゾーンの名前を使ってください: {zones}', { zones: code(held.join(', ')) }),
      say('Or add the zone to a seed file and start with {flag}.', 'または、シード ファイルにゾーンを追加し、{flag} を付けて開始してください。', {
        flag: code('--seed FILE'),
      }),
    ],
  });
}
