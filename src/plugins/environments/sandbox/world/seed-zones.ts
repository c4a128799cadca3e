import type { Zone } from '../state/dns.ts';
import type { SeedZone } from '../state/seed.ts';

export function seedZone(seed: SeedZone): Zone {
  const zone = seed.zone.toLowerCase();
  return {
    zone,
    serial: 1,
    minimum: seed.minimum,
    nameServers: [`ns1.${zone}`, `ns2.${zone}`],
    records: seed.records.map((record) => ({ ...record, name: record.name === '@' ? zone : `${record.name.toLowerCase()}.${zone}` })),
  };
}
