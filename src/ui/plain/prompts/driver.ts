import type { Driver, Review, ReviewAction } from '../../../core/contracts/index.ts';
import { Interrupted } from '../../../core/problems/interrupted.ts';
import type { PromptTerminal } from '../../host/prompted.ts';
import { equivalentLines, planLines, requestLines } from '../../text/plan-lines.ts';
import { problemLines } from '../../text/problem-lines.ts';
import type { PlainOptions } from '../driver.ts';
import { MESSAGES } from '../messages.ts';
import { watchPlainly } from '../watch.ts';
import { askByPrompt } from './ask.ts';
import { chooseOne } from './terminal.ts';

export type PromptsOptions = Omit<PlainOptions, 'lines'> & Omit<PromptTerminal, 'signal'>;

/** Prompts on an ordinary terminal, one after another; everything else as lines. */
export function createPromptsDriver(options: PromptsOptions): Driver {
  const { places, writer, signal } = options;
  const { words } = writer;
  const leave = { name: words(MESSAGES.leave), value: 'q!' };
  let greeted = false;
  return {
    async ask(view, context) {
      if (!greeted) places.note(words(MESSAGES.keys));
      greeted = true;
      return await leaving<Awaited<ReturnType<Driver['ask']>>>(() => askByPrompt(view, context, places.note, writer, options), { type: 'quit' });
    },
    async review(review) {
      for (const line of planLines(review, writer)) places.note(line);
      return await leaving<ReviewAction>(() => decide(review), { type: 'quit' });
    },
    watch: (events) => watchPlainly(events, places, writer, options.wall),
    async fail(problem, { retry }) {
      for (const line of problemLines(problem, writer)) places.note(line);
      const choices = [...(retry ? [{ name: words(MESSAGES.retry), value: 'retry' }] : []), { name: words(MESSAGES.goBack), value: 'back' }, leave];
      return await leaving(async () => {
        const chosen = await chooseOne(words(MESSAGES.whatNow), choices, undefined, options);
        return chosen === 'retry' || chosen === 'back' ? chosen : 'quit';
      }, 'quit');
    },
    close: async () => undefined,
  };

  async function decide(review: Review): Promise<ReviewAction> {
    const start = review.blocked ? [] : [{ name: words(MESSAGES.doIt), value: 'yes' }];
    if (review.blocked) places.note(words(MESSAGES.blocked));
    const choices = [
      ...start,
      { name: words(MESSAGES.goBack), value: '<' },
      { name: words(MESSAGES.change), value: 'change' },
      { name: words(MESSAGES.requests), value: 'r' },
      { name: words(MESSAGES.asCode), value: 'e' },
      leave,
    ];
    for (;;) {
      const chosen = await chooseOne(words(MESSAGES.whatNow), choices, undefined, options);
      if (chosen === 'yes') return { type: 'approve' };
      if (chosen === '<') return { type: 'back' };
      if (chosen === 'q!') return { type: 'quit' };
      if (chosen === 'r') for (const line of requestLines(review, writer)) places.note(line);
      else if (chosen === 'e') for (const line of equivalentLines(review.equivalents, writer)) places.note(line);
      else {
        const answers = review.trail.map(({ key, label }) => ({ name: words(label), value: key }));
        const key = await chooseOne(words(MESSAGES.change), [...answers, { name: words(MESSAGES.goBack), value: '<' }], undefined, options);
        if (key !== '<') return { type: 'jump', key };
      }
    }
  }

  /** Ctrl-C leaves as it does on the screen: what was answered can still be saved. */
  async function leaving<T>(work: () => Promise<T>, quit: T): Promise<T> {
    try {
      return await work();
    } catch (thrown) {
      if (thrown instanceof Interrupted && !signal.aborted) return quit;
      throw thrown;
    }
  }
}
