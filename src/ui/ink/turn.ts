import type { Press } from './keys.ts';
import type { Screen } from './screens/screen.ts';

/** One screen that waits for a person. */
export interface Turn<R> {
  /** Left out where the caller shows it when it is complete. */
  readonly screen?: Screen;
  /** The result of Ctrl-C. */
  readonly quit: R;
  /** Changes the screen through `session.show`; a result ends the turn. */
  press(press: Press): R | undefined;
}

/** The turn that waits now; one at a time. */
export interface Turns {
  /** Whether one waits; where none does, the others do nothing. */
  readonly waiting: boolean;
  press(press: Press): void;
  quit(): void;
  fail(reason: unknown): void;
  /** @throws the signal's reason when aborted, and what `fail` was given */
  take<R>(turn: Pick<Turn<R>, 'quit' | 'press'>): Promise<R>;
}

export function createTurns(signal: AbortSignal): Turns {
  let now: Pick<Turns, 'press' | 'quit' | 'fail'> | undefined;
  return {
    get waiting() {
      return now !== undefined;
    },
    press: (press) => now?.press(press),
    quit: () => now?.quit(),
    fail: (reason) => now?.fail(reason),
    take<R>(turn: Pick<Turn<R>, 'quit' | 'press'>) {
      const { promise, resolve, reject } = Promise.withResolvers<R>();
      const onAbort = (): void => end(() => reject(signal.reason));
      const end = (settle: () => void): void => {
        now = undefined;
        signal.removeEventListener('abort', onAbort);
        settle();
      };
      now = {
        press(press) {
          const result = turn.press(press);
          if (result !== undefined) end(() => resolve(result));
        },
        quit: () => end(() => resolve(turn.quit)),
        fail: (reason) => end(() => reject(reason)),
      };
      signal.addEventListener('abort', onAbort);
      if (signal.aborted) onAbort();
      return promise;
    },
  };
}
