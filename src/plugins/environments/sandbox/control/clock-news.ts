import type { IncomingMessage } from 'node:http';
import type { PracticeClock } from '../clock/practice-clock.ts';
import type { ClockBase } from '../state/world-state.ts';

// A request that is held longer looks dead to whatever lies in between.
const HOLD_MS = 25_000;

/** Names the line a clock runs on. */
export const clockMark = ({ practiceAt, wallAt, speed }: ClockBase): string => `${practiceAt}/${wallAt}/${speed}`;

/**
 * Answers when the clock runs on another line than the one the caller knows: a process that joined hears of a jump at once.
 * @param known `clockMark` of what the caller has; null asks for an answer now
 */
export async function nextClock(clock: PracticeClock, known: string | null, request: IncomingMessage): Promise<ClockBase> {
  if (known === clockMark(clock.base())) {
    await new Promise<void>((resolve) => {
      const held = setTimeout(done, HOLD_MS);
      const listening = clock.onChange(done);
      request.socket.once('close', done);
      function done(): void {
        clearTimeout(held);
        listening[Symbol.dispose]();
        request.socket.off('close', done);
        resolve();
      }
    });
  }
  return clock.base();
}
