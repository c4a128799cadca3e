import { type Change, definePlugin } from '../../../core/contracts/index.ts';
import { say } from '../../../core/text/say.ts';
import { asJson, type RecordState, recordStates } from '../../shared/dns/record-states.ts';
import { changeId, changeTitle } from '../../shared/dns/record-words.ts';
import { unchanged } from '../../shared/dns/unchanged.ts';
import { instruction } from './instruction.ts';

/** A person writes the record at whoever hosts the zone; the plugin tells exactly what, the engine waits for it. */
export default definePlugin({
  api: 1,
  kind: 'dns',
  id: 'manual',
  title: say('I do, at the host of my zone', '自分で設定する (ゾーンのホスト側)'),
  summary: say('Shows the exact record to create and watches until it is there.', '作成するレコードを正確に表示し、反映されるまで監視します。'),
  questions: [],
  async plan(records, context) {
    const states = await recordStates(records, context);
    return states.map((state) => (state.right ? unchanged(state) : byHand(state)));
  },
});

function byHand(state: RecordState): Change {
  return {
    id: changeId(state),
    step: 'dns',
    title: changeTitle(state),
    effect: 'by-hand',
    ...(state.before === undefined ? {} : { before: asJson(state.before) }),
    after: asJson(state.set.records),
    async *apply() {
      yield { type: 'instruct', text: instruction(state), records: state.set.records };
      return { asked: asJson(state.set.records), ...(state.zone === undefined ? {} : { zone: state.zone.zone }) };
    },
  };
}
