import { isLong } from '../../components/select/state.ts';
import type { KeyId } from '../../keys.ts';
import { type Field, isTyping } from './field.ts';
import type { QuestionScreen } from './state.ts';

/** The keys that work now, the most used first. */
export function hintsFor(screen: QuestionScreen): readonly KeyId[] {
  if (screen.pending !== false) return ['leave'];
  if (screen.tools.open) return ['scroll', 'close', 'leave'];
  if (screen.pasted !== undefined) return ['yes', 'no', 'leave'];
  const typing = isTyping(screen.field);
  const filtering = screen.field.kind === 'choice' && screen.field.select.filtering;
  const why: readonly KeyId[] = screen.view.question.learn === undefined ? [] : [typing ? 'whyWhileTyping' : 'why'];
  const letters = !typing && (screen.field.kind === 'choice' || screen.field.kind === 'confirm');
  const tools: readonly KeyId[] = screen.tools.available ? [letters ? 'tools' : 'toolsWhileTyping'] : [];
  return [...fieldHints(screen.field), filtering ? 'clear' : 'back', ...why, ...tools, 'leave'];
}

function fieldHints(field: Field): readonly KeyId[] {
  switch (field.kind) {
    case 'text':
    case 'number':
      return ['accept'];
    case 'combo':
      return field.combo.items.length > 0 ? ['accept', 'move', 'complete'] : ['accept'];
    case 'path':
      return ['accept', 'complete', 'move'];
    case 'list':
      return [field.list.input.units.length > 0 ? 'add' : 'finish'];
    case 'choice':
      return isLong(field.select) || field.select.filtering ? ['choose', 'move', 'typeToFilter'] : ['choose', 'moveOrLetters', 'filter'];
    case 'confirm':
      return ['accept', 'moveOrLetters', 'yes', 'no'];
  }
}
