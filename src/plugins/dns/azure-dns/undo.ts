import type { Change, DnsRecord } from '../../../core/contracts/index.ts';
import type { RecordSet } from '../../../core/wait/propagation/record-set.ts';
import { asJson } from '../../shared/dns/record-states.ts';
import { undoId, undoTitle } from '../../shared/dns/record-words.ts';
import { takenBack } from '../../shared/dns/taken-back.ts';
import { deleteSet, readSet, type SetPlace, writeSet } from './record-sets.ts';

/** Takes a set back, guarded by the ETag of what is seen now. */
export async function undoSet(set: RecordSet, place: SetPlace, before: readonly DnsRecord[]): Promise<readonly Change[]> {
  const held = await readSet(place);
  const back = held === undefined ? undefined : takenBack(set, held.records, before);
  if (held === undefined || back === undefined) return [];
  const { own, alias } = back;
  return [
    {
      id: undoId(set),
      step: 'dns',
      title: undoTitle(set, [...own, ...alias]),
      effect: own.length > 0 ? 'update' : 'delete',
      before: asJson(held.records),
      after: asJson([...own, ...alias]),
      async *apply() {
        yield* [];
        if (own.length > 0) await writeSet(place, own, held);
        else await deleteSet(place, held);
        if (alias.length > 0) await writeSet({ ...place, type: 'CNAME' }, alias, undefined);
        return { zoneId: place.zone.id, restored: asJson([...own, ...alias]) };
      },
    },
  ];
}
