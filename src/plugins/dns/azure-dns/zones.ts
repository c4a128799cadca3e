import type { DnsManagementClient, Zone } from '@azure/arm-dns';
import type { Context } from '../../../core/contracts/index.ts';
import { isWithin, plainName } from '../../../core/domain/dns-name.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { ambiguous, noZone } from './problems.ts';

/** A zone as Azure DNS holds it. */
export interface HeldZone {
  readonly zone: string;
  readonly id: string;
  readonly resourceGroup: string;
  /** Plain names. */
  readonly nameServers: readonly string[];
}

export async function listZones(client: DnsManagementClient): Promise<readonly HeldZone[]> {
  const zones: HeldZone[] = [];
  for await (const zone of client.zones.list()) zones.push(...held(zone));
  return zones;
}

function held({ id, name, zoneType, nameServers = [] }: Zone): readonly HeldZone[] {
  const resourceGroup = /\/resourceGroups\/([^/]+)\//i.exec(id ?? '')?.[1];
  if (id === undefined || name === undefined || resourceGroup === undefined || zoneType === 'Private') return [];
  return [{ zone: plainName(name), id, resourceGroup, nameServers: nameServers.map(plainName) }];
}

/**
 * The closest zone around a name. Azure lets two groups hold a zone of one name: the one that clients are sent to counts.
 * @throws ProblemError `azure-dns-no-zone`, `azure-dns-ambiguous`
 */
export async function zoneFor(name: string, zones: readonly HeldZone[], { env, signal }: Context): Promise<HeldZone> {
  const around = zones.filter(({ zone }) => isWithin(name, zone));
  const longest = Math.max(0, ...around.map(({ zone }) => zone.length));
  const closest = around.filter(({ zone }) => zone.length === longest);
  const [first, ...more] = closest;
  if (first === undefined) return fail(noZone(name, zones));
  if (more.length === 0) return first;
  const delegated = await env.dns.zoneOf(name, signal);
  const servers = delegated?.servers.map(({ label }) => label) ?? [];
  const live = closest.filter(({ nameServers }) => nameServers.some((server) => servers.includes(server)));
  const [only, ...others] = live;
  return only === undefined || others.length > 0 ? fail(ambiguous(name, closest)) : only;
}
