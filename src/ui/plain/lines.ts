import { createInterface } from 'node:readline/promises';
import { Interrupted } from '../../core/problems/interrupted.ts';

/** A conversation line by line: nothing is redrawn, nothing is said twice. */
export interface Lines {
  say(text: string): void;
  /** Says the prompt and reads one line. Rejects with `Interrupted` at the end of the input, and with the signal's reason. */
  read(prompt: string, signal: AbortSignal): Promise<string>;
  close(): void;
}

export function createLines(input: NodeJS.ReadableStream, say: (text: string) => void): Lines {
  const reader = createInterface({ input, terminal: false });
  // Lines that arrive before they are asked for (pasted, piped) are kept in order.
  const waiting: string[] = [];
  let ended = false;
  let wake: (() => void) | undefined;
  reader.on('line', (line) => {
    waiting.push(line);
    wake?.();
  });
  reader.on('close', () => {
    ended = true;
    wake?.();
  });
  return {
    say,
    async read(prompt, signal) {
      say(prompt);
      for (;;) {
        signal.throwIfAborted();
        const line = waiting.shift();
        if (line !== undefined) return line;
        if (ended) throw new Interrupted();
        await new Promise<void>((resolve) => {
          const done = () => {
            signal.removeEventListener('abort', done);
            wake = undefined;
            resolve();
          };
          wake = done;
          signal.addEventListener('abort', done);
        });
      }
    },
    close: () => reader.close(),
  };
}
