import type { Clock, Driver, Problem, Review, ReviewAction } from '../../core/contracts/index.ts';
import { equivalentLines, planLines, requestLines } from '../text/plan-lines.ts';
import { problemLines } from '../text/problem-lines.ts';
import type { Writer } from '../text/writer.ts';
import { askPlainly } from './ask.ts';
import type { Lines } from './lines.ts';
import { MESSAGES } from './messages.ts';
import { type Places, watchPlainly } from './watch.ts';

export interface PlainOptions {
  /** Opened when something is asked for the first time; closing it is the caller's. */
  lines(): Lines;
  readonly places: Places;
  readonly writer: Writer;
  readonly signal: AbortSignal;
  /** For the heartbeat: people wait on the wall clock. */
  readonly wall: Pick<Clock, 'now'>;
}

/** Line by line, for screen readers, dumb terminals and pipes. Reads only when it asks. */
export function createPlainDriver(options: PlainOptions): Driver {
  const { places, writer, signal, lines } = options;
  let greeted = false;
  return {
    async ask(view, context) {
      if (!greeted) places.note(writer.words(MESSAGES.keys));
      greeted = true;
      return await askPlainly(view, context, lines(), writer);
    },
    async review(review) {
      for (const line of planLines(review, writer)) places.note(line);
      for (;;) {
        const action = actionFor((await lines().read(writer.words(MESSAGES.review), signal)).trim(), review);
        if (action === 'equivalents') for (const line of equivalentLines(review.equivalents, writer)) places.note(line);
        else if (action === 'requests') for (const line of requestLines(review, writer)) places.note(line);
        else if (action === undefined) places.note(writer.words(MESSAGES.noSuchChoice));
        else if (action.type === 'approve' && review.blocked) places.note(writer.words(MESSAGES.blocked));
        else return action;
      }
    },
    watch: (events) => watchPlainly(events, places, writer, options.wall),
    async fail(problem, { retry }) {
      sayProblem(problem, options);
      for (;;) {
        const typed = (await lines().read(writer.words(retry ? MESSAGES.failRetry : MESSAGES.failChoices), signal)).trim();
        if (typed === 'q!') return 'quit';
        if (typed === '<') return 'back';
        if (retry && typed === 'r') return 'retry';
        places.note(writer.words(MESSAGES.noSuchChoice));
      }
    },
    close: async () => undefined,
  };
}

function actionFor(typed: string, review: Review): ReviewAction | 'equivalents' | 'requests' | undefined {
  if (/^(?:yes|y|はい)$/i.test(typed)) return { type: 'approve' };
  if (typed === '<') return { type: 'back' };
  if (typed === 'q!') return { type: 'quit' };
  if (typed === 'e') return 'equivalents';
  if (typed === 'r') return 'requests';
  return review.trail.some((answered) => answered.key === typed) ? { type: 'jump', key: typed } : undefined;
}

function sayProblem(problem: Problem, { places, writer }: PlainOptions): void {
  for (const line of problemLines(problem, writer)) places.note(line);
}
