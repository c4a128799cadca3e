import type { Text } from '../../../core/contracts/index.ts';
import { say, value } from '../../../core/text/say.ts';

const EVERY_MS = 3_000;
const MOST_NAMES = 5;

/** What a person hears while the table is not complete: how many are done, and who is waited for. */
export interface Progress extends Disposable {
  done(name: string): void;
}

/** Says something only where that takes longer, and then only what is new. */
export function createProgress(names: readonly string[], tell: (text: Text) => void, everyMs = EVERY_MS): Progress {
  const left = new Set(names);
  let said = -1;
  const timer = setInterval(() => {
    if (left.size === said) return;
    said = left.size;
    const [shown, more] = [[...left].slice(0, MOST_NAMES).join(', '), left.size > MOST_NAMES ? ', …' : ''];
    tell(
      say('{done} of {all} looked at; not yet: {names}', '{all} 件中 {done} 件を確認済み。確認中: {names}', {
        done: names.length - left.size,
        all: names.length,
        names: value(`${shown}${more}`),
      }),
    );
  }, everyMs);
  return {
    done: (name) => void left.delete(name),
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
