import type { Clock, DnsRecord, RecordType } from '../../../../core/contracts/index.ts';

/** A remembered set of records, or a remembered absence with the SOA that tells how long. TTLs count down. */
export type Remembered =
  | { readonly kind: 'records'; readonly records: readonly DnsRecord[] }
  | { readonly kind: 'absent'; readonly rcode: 'NXDOMAIN' | 'NOERROR'; readonly soa: DnsRecord };

export interface Cache {
  get(name: string, type: RecordType): Remembered | undefined;
  keep(records: readonly DnsRecord[]): void;
  /** An NXDOMAIN holds for every type of the name (RFC 2308 5). */
  keepAbsence(name: string, type: RecordType, rcode: 'NXDOMAIN' | 'NOERROR', soa: DnsRecord): void;
}

const LONGEST_S = 86_400;
const MOST_ENTRIES = 10_000;

export function createCache(clock: Pick<Clock, 'now'>): Cache {
  const entries = new Map<string, { readonly until: number; readonly what: Remembered }>();

  function put(key: string, ttl: number, what: Remembered): void {
    entries.delete(key);
    if (entries.size >= MOST_ENTRIES) entries.delete(entries.keys().next().value ?? '');
    entries.set(key, { until: clock.now() + Math.min(ttl, LONGEST_S) * 1000, what });
  }

  function read(key: string): Remembered | undefined {
    const entry = entries.get(key);
    if (entry === undefined) return undefined;
    const left = entry.until - clock.now();
    if (left <= 0) {
      entries.delete(key);
      return undefined;
    }
    return aged(entry.what, Math.floor(left / 1000));
  }

  return {
    get: (name, type) => read(`${name}/*`) ?? read(`${name}/${type}`),
    keep(records) {
      for (const [key, set] of Map.groupBy(records, ({ name, type }) => `${name}/${type}`)) {
        put(key, Math.min(...set.map(({ ttl }) => ttl ?? 0)), { kind: 'records', records: set });
      }
    },
    keepAbsence: (name, type, rcode, soa) => put(`${name}/${rcode === 'NXDOMAIN' ? '*' : type}`, soa.ttl ?? 0, { kind: 'absent', rcode, soa }),
  };
}

function aged(what: Remembered, ttl: number): Remembered {
  return what.kind === 'absent' ? { ...what, soa: { ...what.soa, ttl } } : { ...what, records: what.records.map((record) => ({ ...record, ttl })) };
}
