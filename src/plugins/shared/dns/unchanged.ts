import type { Change } from '../../../core/contracts/index.ts';
import { asJson, type RecordState } from './record-states.ts';
import { alreadyRight, changeId, recordTitle } from './record-words.ts';

/** The change that is none: the authoritative servers show the set already. */
export function unchanged(state: RecordState): Change {
  return {
    id: changeId(state),
    step: 'dns',
    title: recordTitle(state),
    effect: 'none',
    why: alreadyRight(state),
    async *apply() {
      yield* [];
      return { records: asJson(state.set.records) };
    },
  };
}
