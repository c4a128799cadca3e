import type { Answered, Problem, StepId, StepState, WizardView } from '../contracts/index.ts';
import { STEPS } from '../contracts/index.ts';
import type { WizardState } from './machine.ts';
import type { Path, Stop } from './path.ts';

/** What a UI needs to draw one question. */
export function viewOf(state: WizardState, path: Path, stop: Stop, trail: readonly Answered[], problem: Problem | undefined): WizardView {
  const { key } = stop.question;
  const peers = path.stops.filter((each) => each.step === stop.step);
  const draft = state.drafts[key] ?? state.answers[key];
  return {
    step: stop.step,
    steps: STEPS.map((step) => ({ step, state: stateOf(step, stop, state, path) })),
    position: { question: peers.indexOf(stop) + 1, of: peers.length },
    question: stop.question,
    trail,
    ...(draft === undefined || draft === null ? {} : { draft }),
    ...(problem === undefined ? {} : { problem }),
  };
}

function stateOf(step: StepId, now: Stop, state: WizardState, path: Path): StepState {
  if (step === now.step) return 'now';
  const stops = path.stops.filter((stop) => stop.step === step);
  if (stops.length === 0) return state.answers['domain.kind'] === undefined ? 'open' : 'not-needed';
  return stops.every((stop) => state.answers[stop.question.key] !== undefined) ? 'done' : 'open';
}
