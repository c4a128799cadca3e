import { type Change, type Context, type DnsRecord, definePlugin, type Problem, type Registrar } from '../../../core/contracts/index.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { code, say } from '../../../core/text/say.ts';
import { type RecordSet, recordSets } from '../../../core/wait/propagation/record-set.ts';
import { asJson, type RecordState, recordStates } from '../../shared/dns/record-states.ts';
import { changeId, changeTitle, undoId, undoTitle } from '../../shared/dns/record-words.ts';
import { type TakenBack, takenBack } from '../../shared/dns/taken-back.ts';
import { unchanged } from '../../shared/dns/unchanged.ts';
import { writeSet } from './write-set.ts';

/** The environment itself plays the registrar: what a provider's API would do. */
export default definePlugin({
  api: 1,
  kind: 'dns',
  id: 'practice',
  title: say('The practice registrar', '練習用レジストラー'),
  summary: say('Sets the record in the practice zones by itself.', '練習用ゾーンにレコードを自動的に設定します。'),
  questions: [],
  async ready({ env }) {
    return env.registrar === undefined ? noRegistrar() : undefined;
  },
  async plan(records, context) {
    const registrar = context.env.registrar ?? fail(noRegistrar());
    const states = await recordStates(records, context);
    return states.map((state) => (state.right ? unchanged(state) : changeOf(state, registrar)));
  },
  async undo(records, context, before = []) {
    const registrar = context.env.registrar ?? fail(noRegistrar());
    const changes = await Promise.all(
      recordSets(records).map(async (set) => {
        const held = await registrar.get(set.name, set.type, context.signal);
        const back = takenBack(set, held, before);
        return back === undefined ? [] : [removal(set, held, back, registrar)];
      }),
    );
    return changes.flat();
  },
});

function changeOf(state: RecordState, registrar: Registrar): Change {
  return {
    id: changeId(state),
    step: 'dns',
    title: changeTitle(state),
    effect: state.before === undefined || state.before.length > 0 ? 'update' : 'create',
    ...(state.before === undefined ? {} : { before: asJson(state.before) }),
    after: asJson(state.set.records),
    apply: (context: Context) => writeSet(state, registrar, context.signal),
  };
}

function removal(set: RecordSet, held: readonly DnsRecord[], { own, alias }: TakenBack, registrar: Registrar): Change {
  return {
    id: undoId(set),
    step: 'dns',
    title: undoTitle(set, [...own, ...alias]),
    effect: own.length > 0 ? 'update' : 'delete',
    before: asJson(held),
    after: asJson([...own, ...alias]),
    async *apply({ signal }: Context) {
      yield* [];
      if (own.length > 0) await registrar.set(own, signal);
      else await registrar.remove(set, signal);
      if (alias.length > 0) await registrar.set(alias, signal);
      return { records: asJson(await registrar.get(set.name, set.type, signal)) };
    },
  };
}

function noRegistrar(): Problem {
  return {
    code: 'practice-no-registrar',
    owner: 'you',
    message: say('The practice registrar exists in the practice Azure only.', '練習用レジストラーは練習用の Azure でのみ使用できます。'),
    next: [
      say('Set {key} to {manual}, or use {sandbox}.', '{key} を {manual} に設定するか、{sandbox} を使用してください。', {
        key: code('dns.plugin'),
        manual: code('manual'),
        sandbox: code('--sandbox'),
      }),
    ],
  };
}
