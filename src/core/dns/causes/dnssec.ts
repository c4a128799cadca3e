import type { DnsClient, DnsServer, Finding } from '../../contracts/index.ts';
import { say, value } from '../../text/say.ts';
import { askQuietly } from '../../wait/propagation/chase.ts';
import type { Facts } from '../facts.ts';
import { finding, list } from '../finding.ts';

/** A validating resolver fails where one that does not validate answers: the signatures are broken. */
export async function dnssecCauses({ zone, name, look, resolvers, rows }: Facts, dns: DnsClient, signal: AbortSignal): Promise<readonly Finding[]> {
  if (zone === undefined) return [];
  // Of a name that is not there yet no resolver may hear: it would remember the absence.
  const question = look.authority === 'right' ? ({ name, type: 'A' } as const) : ({ name: zone.zone, type: 'SOA' } as const);
  // Once they were asked for the name, those that answered have nothing to hide.
  const suspects =
    look.authority === 'right'
      ? resolvers.filter(({ label }) => rows('resolver').some((row) => row.server.startsWith(label) && row.verdict === 'cannot-tell'))
      : resolvers;
  const failing = await Promise.all(suspects.map(async (server) => ((await isBogus(server)) ? [server.label] : [])));
  const labels = failing.flat();
  if (labels.length === 0) return [];
  return [
    finding(
      'dnssec-bogus',
      'error',
      zone.zone,
      say(
        'The DNSSEC signatures of {zone} do not validate ({resolvers}): resolvers that check them give no answer at all.',
        '{zone} の DNSSEC 署名を検証できません ({resolvers})。検証を行うリゾルバーは応答を返しません。',
        { zone: value(zone.zone), resolvers: list(labels) },
      ),
      say(
        'Check the DS record at the registrar against the keys of the zone, and whether the signatures have expired. After a move to another host the old DS record must go.',
        'レジストラーの DS レコードとゾーンの鍵が一致しているか、署名の期限が切れていないか確認してください。ホストを移行した場合は古い DS レコードを削除してください。',
      ),
    ),
  ];

  async function isBogus(server: DnsServer): Promise<boolean> {
    const judged = await askQuietly(dns, server, question, signal);
    if (judged?.rcode !== 'SERVFAIL') return false;
    const unjudged = await askQuietly(dns, server, { ...question, unvalidated: true }, signal);
    return unjudged?.rcode === 'NOERROR';
  }
}
