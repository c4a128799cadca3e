import type { Text } from '../../../../core/contracts/index.ts';
import type { Press } from '../../keys.ts';

/** One thing that can be done now. `letter` is its shortcut. */
export interface Action<Id extends string> {
  readonly id: Id;
  readonly letter: string;
  readonly label: Text;
  readonly disabled?: boolean;
}

/** The index after a press, or the action that was taken. */
export function reduceActions<Id extends string>(actions: readonly Action<Id>[], index: number, press: Press): { readonly index: number; readonly taken?: Id } {
  if (press.type === 'text') {
    const at = actions.findIndex((action) => action.letter === press.text.toLowerCase() && action.disabled !== true);
    return at < 0 ? { index } : taken(actions, at);
  }
  if (press.type === 'paste') return { index };
  switch (press.name) {
    case 'left':
    case 'backtab':
      return { index: step(actions, index, -1) };
    case 'right':
    case 'tab':
      return { index: step(actions, index, 1) };
    case 'enter':
      return taken(actions, index);
    default:
      return { index };
  }
}

function taken<Id extends string>(actions: readonly Action<Id>[], index: number): { readonly index: number; readonly taken?: Id } {
  const action = actions[index];
  return action === undefined || action.disabled === true ? { index } : { index, taken: action.id };
}

function step(actions: readonly Action<string>[], index: number, by: number): number {
  for (let at = index + by; at >= 0 && at < actions.length; at += by) if (actions[at]?.disabled !== true) return at;
  return index;
}

export const firstAction = (actions: readonly Action<string>[]): number =>
  Math.max(
    0,
    actions.findIndex((action) => action.disabled !== true),
  );
