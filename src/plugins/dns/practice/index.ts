import { type Change, type Context, definePlugin, type Problem, type Registrar } from '../../../core/contracts/index.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { type RecordSet, recordSets } from '../../../core/wait/propagation/record-set.ts';
import { asJson, type RecordState, recordStates } from '../../shared/dns/record-states.ts';
import { changeId, changeTitle } from '../../shared/dns/record-words.ts';
import { unchanged } from '../../shared/dns/unchanged.ts';
import { removeSet } from './remove-set.ts';
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
  async undo(records, context) {
    const registrar = context.env.registrar ?? fail(noRegistrar());
    return recordSets(records).map((set) => removal(set, registrar));
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

function removal(set: RecordSet, registrar: Registrar): Change {
  return {
    id: `dns:remove/${set.type}/${set.name}`,
    step: 'dns',
    title: say('Remove {type} {name}', '{type} {name} を削除する', { type: code(set.type), name: value(set.name) }),
    effect: 'delete',
    before: asJson(set.records),
    apply: (context: Context) => removeSet(set, registrar, context.signal),
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
