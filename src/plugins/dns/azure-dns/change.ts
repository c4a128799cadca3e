import type { Applying, Change, Context, DnsRecord, Json } from '../../../core/contracts/index.ts';
import { hostPart } from '../../../core/domain/dns-name.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { say, value } from '../../../core/text/say.ts';
import { comparableAll, type RecordSet, sameData } from '../../../core/wait/propagation/record-set.ts';
import { asJson } from '../../shared/dns/record-states.ts';
import { changeId, changeTitle, recordLine, recordTitle } from '../../shared/dns/record-words.ts';
import { followsResource, notHeld } from './problems.ts';
import { deleteSet, type HeldSet, readSet, type SetPlace, writeSet } from './record-sets.ts';

/** What Azure DNS holds at a name before anything is changed. */
export interface SetState {
  readonly set: RecordSet;
  readonly place: SetPlace;
  readonly held: HeldSet | undefined;
  /** A CNAME in the way. */
  readonly alias: HeldSet | undefined;
}

export async function stateOf(set: RecordSet, place: SetPlace): Promise<SetState> {
  const [held, alias] = await Promise.all([readSet(place), set.type === 'CNAME' ? undefined : readSet({ ...place, type: 'CNAME' })]);
  return { set, place, held, alias };
}

/** @throws ProblemError `azure-dns-alias` where the set follows a resource */
export function changeFor(state: SetState): Change {
  const { set, place, held, alias } = state;
  const before = [...(held?.records ?? []), ...(alias?.records ?? [])];
  const right = alias === undefined && held !== undefined && sameData(comparableAll(held.records), set.data);
  const followed = held?.target ?? alias?.target;
  if (!right && followed !== undefined) return fail(followsResource(set.name, set.type, followed));
  const common = { id: changeId({ set }), step: 'dns' } as const;
  if (right) {
    return {
      ...common,
      title: recordTitle({ set }),
      effect: 'none',
      why: say('Azure DNS holds it already.', 'Azure DNS に既に設定されています。'),
      async *apply() {
        yield* [];
        return { records: asJson(held.records) };
      },
    };
  }
  return {
    ...common,
    title: changeTitle({ set, before }),
    effect: before.length === 0 ? 'create' : 'update',
    before: asJson(before),
    after: asJson(wanted(set)),
    requests: [
      ...(alias === undefined ? [] : [{ method: 'DELETE', path: pathOf({ ...place, type: 'CNAME' }) }]),
      { method: 'PUT', path: pathOf(place), body: { records: asJson(wanted(set)) } },
    ],
    apply: (context) => apply(state, before, context),
  };
}

/** The receipt holds what Azure returned and what was there before: enough to take it back. */
async function* apply({ set, place, held, alias }: SetState, before: readonly DnsRecord[], { env, signal }: Context): Applying {
  const live = await env.dns.zoneOf(set.name, signal).catch(() => undefined);
  const servers = live?.servers.map(({ label }) => label) ?? [];
  if (servers.length > 0 && !place.zone.nameServers.some((server) => servers.includes(server))) {
    yield {
      type: 'note',
      level: 'warn',
      text: say(
        'Clients are sent to other name servers ({servers}) than those of this zone in Azure DNS ({own}): enter these at the registrar.',
        'クライアントはこの Azure DNS ゾーンのネーム サーバー ({own}) ではなく {servers} に委任されています。レジストラーで設定してください。',
        { servers: value(servers.join(', ')), own: value(place.zone.nameServers.join(', ')) },
      ),
    };
  }
  if (alias !== undefined) {
    await deleteSet({ ...place, type: 'CNAME' }, alias);
    yield {
      type: 'note',
      level: 'info',
      text: say('Removed {record}, which stood in the way.', '競合していた {record} を削除しました。', {
        record: value(alias.records.map(recordLine).join(', ')),
      }),
    };
  }
  const written = await writeSet(place, wanted(set), held);
  const now = await readSet(place);
  if (now === undefined || !sameData(comparableAll(now.records), set.data)) {
    return fail(
      notHeld(
        set.name,
        set.type,
        (now?.records ?? []).map(({ data }) => data),
      ),
    );
  }
  const receipt: Json = { zoneId: place.zone.id, name: set.name, type: set.type, etag: written.etag, before: asJson(before), records: asJson(now.records) };
  return receipt;
}

function wanted({ records, name }: RecordSet): readonly DnsRecord[] {
  return records.map((record) => ({ ...record, name, ttl: record.ttl ?? 300 }));
}

function pathOf({ zone, name, type }: SetPlace): string {
  return `${zone.id}/${type}/${hostPart(name, zone.zone)}?api-version=2018-05-01`;
}
