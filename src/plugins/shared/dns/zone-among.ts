import type { DnsServer, DnsZone } from '../../../core/contracts/index.ts';
import { descend } from './descend.ts';
import type { Ask } from './exchange.ts';
import type { HostPort } from './udp.ts';

/** The zone that given servers hold around a name; all of them count as its servers, under the names that the zone gives them. */
export async function findZoneAmong(
  name: string,
  given: readonly (HostPort & { readonly label?: string })[],
  ask: Ask,
  signal: AbortSignal,
): Promise<DnsZone | undefined> {
  const servers = given.map(({ label, address, port }) => ({ name: label ?? address, addresses: [{ address, port }] }));
  // Referrals out of the given servers lead to addresses that nobody gave.
  const found = await descend(name, { zone: '', servers }, { ask, find: async () => [] }, signal);
  if (found === undefined) return undefined;
  const [first] = given;
  const reply = first === undefined ? undefined : await ask(first, { name: found.zone, type: 'NS' }, false, signal).catch(() => undefined);
  const names = reply?.answers.filter((record) => record.type === 'NS').map((record) => record.data) ?? [];
  return {
    zone: found.zone,
    servers: given.map(({ label, address, port }, at): DnsServer => ({ label: label ?? names[at] ?? address, address, port, role: 'authoritative' })),
  };
}
