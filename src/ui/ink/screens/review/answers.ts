import type { Answered } from '../../../../core/contracts/index.ts';
import type { Item } from '../../components/select/state.ts';
import { shownAnswer } from '../../layout/values.ts';
import type { Look } from '../../look.ts';
import { STEP_NAMES } from '../question/messages.ts';

/** The answers as a list to choose from. */
export function answerItems(trail: readonly Answered[], look: Look): readonly Item[] {
  return trail.map((answered) => ({
    value: answered.key,
    label: `${look.words(STEP_NAMES[answered.step])} ${look.symbols.dot} ${look.words(answered.label)}`,
    detail: shownAnswer(answered, look),
  }));
}
