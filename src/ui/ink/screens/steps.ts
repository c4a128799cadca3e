import { type Review, STEPS, type StepState, type WizardView } from '../../../core/contracts/index.ts';
import type { RunScreen } from './run/state.ts';

/** The map while the plan is reviewed: everything is answered. */
export function stepsOfReview(review: Review): WizardView['steps'] {
  const skipped = new Set(review.steps.filter((plan) => plan.skipped !== undefined).map((plan) => plan.step));
  return STEPS.map((step) => ({ step, state: skipped.has(step) ? 'not-needed' : 'done' }));
}

/** The map while work is under way; none for work that is not the four steps, such as a renewal. */
export function stepsOfRun({ steps }: RunScreen): WizardView['steps'] {
  if (!steps.has('domain')) return [];
  const states: Readonly<Record<'started' | 'done' | 'skipped' | 'failed', StepState>> = { started: 'now', done: 'done', skipped: 'not-needed', failed: 'now' };
  return STEPS.map((step) => {
    const state = steps.get(step);
    return { step, state: state === undefined ? 'open' : states[state] };
  });
}
