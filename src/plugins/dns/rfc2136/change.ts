import type { Applying, Change, Context, DnsRecord, DnsServer, Json } from '../../../core/contracts/index.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { say } from '../../../core/text/say.ts';
import { comparableAll, type RecordSet, sameData } from '../../../core/wait/propagation/record-set.ts';
import { asJson } from '../../shared/dns/record-states.ts';
import { changeId, changeTitle, recordTitle, undoId, undoTitle } from '../../shared/dns/record-words.ts';
import { type TakenBack, takenBack } from '../../shared/dns/taken-back.ts';
import { readKey } from './key.ts';
import { notHeld } from './problems.ts';
import { sendUpdate } from './send.ts';
import { recordsAt, zoneAt } from './server.ts';
import type { Entry } from './wire.ts';

/** A set as the server has it before anything is changed. */
export interface SetState {
  readonly set: RecordSet;
  readonly server: DnsServer;
  readonly zone: string;
  readonly held: readonly DnsRecord[];
  /** A CNAME in the way. */
  readonly alias: readonly DnsRecord[];
}

export async function stateOf(set: RecordSet, server: DnsServer, context: Context): Promise<SetState> {
  const zone = await zoneAt(server, set.name, context);
  const [held, alias] = await Promise.all([
    recordsAt(server, set.name, set.type, context),
    set.type === 'CNAME' ? [] : recordsAt(server, set.name, 'CNAME', context),
  ]);
  return { set, server, zone, held, alias };
}

export function changeFor(state: SetState): Change {
  const { set, server, held, alias } = state;
  const before = [...held, ...alias];
  const common = { id: changeId({ set }), step: 'dns' } as const;
  if (alias.length === 0 && sameData(comparableAll(held), set.data)) {
    return {
      ...common,
      title: recordTitle({ set }),
      effect: 'none',
      why: say('The server holds it already.', 'サーバーに既に設定されています。'),
      async *apply() {
        yield* [];
        return { records: asJson(held) };
      },
    };
  }
  const wanted = set.records.map((record): DnsRecord => ({ ...record, name: set.name, ttl: record.ttl ?? 300 }));
  return {
    ...common,
    title: changeTitle({ set, before }),
    effect: before.length === 0 ? 'create' : 'update',
    before: asJson(before),
    after: asJson(wanted),
    requests: [{ method: 'UPDATE', path: `dns://${server.address}:${server.port}/${state.zone}`, body: { records: asJson(wanted) } }],
    apply: (context) => replace(state, wanted, [], context),
  };
}

export function undoFor(state: SetState, before: readonly DnsRecord[]): readonly Change[] {
  const { set, held } = state;
  const back = takenBack(set, held, before);
  if (back === undefined) return [];
  const after = [...back.own, ...back.alias];
  return [
    {
      id: undoId(set),
      step: 'dns',
      title: undoTitle(set, after),
      effect: back.own.length > 0 ? 'update' : 'delete',
      before: asJson(held),
      after: asJson(after),
      apply: (context) => replaceWith(state, back, context),
    },
  ];
}

function replaceWith(state: SetState, { own, alias }: TakenBack, context: Context): Applying {
  return replace(state, own, alias, context);
}

/** One update, guarded by what was seen, and a look at what the server shows then. */
async function* replace(state: SetState, records: readonly DnsRecord[], aliases: readonly DnsRecord[], context: Context): Applying {
  yield* [];
  const { set, server, zone, held, alias } = state;
  const { name, type } = set;
  await sendUpdate({
    server,
    zone,
    key: await readKey(context),
    signal: context.signal,
    prerequisites: [...seen(held, name, type), ...(type === 'CNAME' ? [] : seen(alias, name, 'CNAME'))],
    changes: [
      ...(alias.length === 0 ? [] : [{ kind: 'delete-set', name, type: 'CNAME' } as const]),
      ...(held.length === 0 ? [] : [{ kind: 'delete-set', name, type } as const]),
      ...[...records, ...aliases].map((record): Entry => ({ kind: 'add', record })),
    ],
  });
  const now = await recordsAt(server, name, type, context);
  if (!sameData(comparableAll(now), comparableAll(records))) {
    fail(
      notHeld(
        server.label,
        now.map(({ data }) => data),
      ),
    );
  }
  const receipt: Json = { server: server.label, zone, name, type, before: asJson([...held, ...alias]), records: asJson(now) };
  return receipt;
}

function seen(records: readonly DnsRecord[], name: string, type: DnsRecord['type']): readonly Entry[] {
  return records.length === 0 ? [{ kind: 'absent', name, type }] : records.map((record): Entry => ({ kind: 'present', record }));
}
