import type { Context, DnsRecord, DnsZone, Json } from '../../../core/contracts/index.ts';
import { checkNotPublicSuffix } from '../../../core/domain/check-fqdn.ts';
import type { SetLook } from '../../../core/wait/propagation/look-at-set.ts';
import type { RecordSet } from '../../../core/wait/propagation/record-set.ts';
import { tells } from '../../../core/wait/propagation/verdicts.ts';
import { lookAtAuthority, lookAtRecords } from '../../../core/wait/propagation.ts';

/** What DNS shows of a record set before anything is changed. */
export interface RecordState {
  readonly set: RecordSet;
  /** undefined where none was found or nobody has registered the name. */
  readonly zone: DnsZone | undefined;
  /** Nothing is to be done. */
  readonly right: boolean;
  /** What stands at the name now and would be replaced: the set itself and an alias; undefined where it could not be seen. */
  readonly before: readonly DnsRecord[] | undefined;
}

/** Asks the authoritative servers of every set. Where none of them can be reached, what the resolvers show has to do. */
export async function recordStates(records: readonly DnsRecord[], { env, signal }: Context): Promise<readonly RecordState[]> {
  const authority = await lookAtAuthority(env, records, signal);
  const look = authority.authority === 'cannot-tell' ? await lookAtRecords(env, records, [], signal) : authority;
  return await Promise.all(
    look.sets.map(async ({ set, zone, servers }) => {
      const told = servers.filter(({ row }) => tells(row));
      const right = told.length > 0 ? told.every(({ row }) => row.verdict === 'right') : look.verdict === 'right';
      const registered = zone !== undefined && (await checkNotPublicSuffix(zone.zone)) === undefined;
      return { set, zone: registered ? zone : undefined, right, before: told.length === 0 ? undefined : atName({ set, servers: told }) };
    }),
  );
}

/** For the diff and for receipts. */
export function asJson(records: readonly DnsRecord[]): Json {
  return records.map(({ name, type, data, ttl }) => ({ name, type, data, ...(ttl === undefined ? {} : { ttl }) }));
}

function atName({ set, servers }: Pick<SetLook, 'set' | 'servers'>): readonly DnsRecord[] {
  const own = servers.flatMap(({ reply }) => reply?.answers ?? []).filter(({ name, type }) => name === set.name && (type === set.type || type === 'CNAME'));
  return [...new Map(own.map((record) => [`${record.type} ${record.data}`, record])).values()];
}
