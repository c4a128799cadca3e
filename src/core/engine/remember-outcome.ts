import type { Outcome, RunEvent } from '../contracts/index.ts';

/** Passes a run's events on and remembers its outcome. */
export function rememberOutcome(events: AsyncIterable<RunEvent>): { readonly events: AsyncIterable<RunEvent>; outcome(): Outcome } {
  let last: Outcome | undefined;
  return {
    events: (async function* () {
      for await (const event of events) {
        if (event.type === 'outcome') last = event;
        yield event;
      }
    })(),
    outcome() {
      if (last === undefined) throw new Error('a run always ends with its outcome');
      return last;
    },
  };
}
