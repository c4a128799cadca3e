import { isLong } from '../components/select/state.ts';
import { listOf } from './home/state.ts';
import type { Screen } from './screen.ts';

/** Whether a letter is a key on this screen, and not the beginning of what is being typed. */
export function lettersAreKeys(screen: Screen): boolean {
  switch (screen.type) {
    case 'question': {
      const { field } = screen;
      if (screen.tools.open || field.kind === 'confirm') return true;
      return field.kind === 'choice' && !field.select.filtering && !isLong(field.select);
    }
    case 'home': {
      const list = listOf(screen);
      return !list.filtering && !isLong(list);
    }
    case 'lesson':
      return screen.line === undefined;
    case 'quiz':
      return !screen.select.filtering;
    case 'panel':
      return screen.letters;
    case 'review':
    case 'busy':
    case 'run':
    case 'problem':
      return true;
  }
}
