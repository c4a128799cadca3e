import type { Answers, Json } from '../contracts/index.ts';
import { sameAnswer } from '../profile/same-answer.ts';
import type { Path, Stop } from './path.ts';

/** Where somebody is in the wizard. Nothing answered or half-typed is ever dropped; what counts is derived by `pathOf`. */
export interface WizardState {
  /** null: deliberately left empty. */
  readonly answers: Answers;
  /** Half-typed values, and answers that a later change made doubtful. */
  readonly drafts: Answers;
  /** The key of the question that was asked for by back or jump; undefined: the first open one. */
  readonly asked: string | undefined;
}

export type Step =
  | { readonly type: 'answer'; readonly key: string; readonly value: Json }
  | { readonly type: 'back'; readonly from: string | undefined; readonly draft?: Json }
  | { readonly type: 'jump'; readonly key: string; readonly from?: string; readonly draft?: Json };

export function startAt(answers: Answers): WizardState {
  return { answers, drafts: {}, asked: undefined };
}

/** The stop to draw; undefined: everything is answered, the review is next. */
export function currentStop(state: WizardState, path: Path): Stop | undefined {
  return path.stops.find((stop) => stop.question.key === state.asked) ?? path.stops.find((stop) => state.answers[stop.question.key] === undefined);
}

/** Pure. `path` is the one that belongs to `state`. */
export function advance(state: WizardState, path: Path, step: Step): WizardState {
  switch (step.type) {
    case 'answer':
      return answered(state, path, step.key, step.value);
    case 'back':
      return { ...keepDraft(state, step.from, step.draft), asked: before(path, step.from) ?? step.from };
    case 'jump':
      return { ...keepDraft(state, step.from, step.draft), asked: step.key };
  }
}

function answered(state: WizardState, path: Path, key: string, value: Json): WizardState {
  const answers: Record<string, Json> = { ...state.answers, [key]: value };
  const drafts: Record<string, Json> = { ...state.drafts };
  delete drafts[key];
  if (!sameAnswer(state.answers[key], value)) {
    for (const doubtful of dependants(path, key)) {
      const old = answers[doubtful];
      if (old === undefined) continue;
      if (old !== null) drafts[doubtful] = old;
      delete answers[doubtful];
    }
  }
  return { answers, drafts, asked: undefined };
}

function dependants(path: Path, key: string): ReadonlySet<string> {
  const found = new Set<string>([key]);
  for (const { question } of path.stops) if (question.dependsOn?.some((each) => found.has(each)) === true) found.add(question.key);
  found.delete(key);
  return found;
}

function before(path: Path, key: string | undefined): string | undefined {
  const at = key === undefined ? path.stops.length : path.stops.findIndex((stop) => stop.question.key === key);
  return path.stops[at - 1]?.question.key;
}

function keepDraft(state: WizardState, key: string | undefined, draft: Json | undefined): WizardState {
  return key === undefined || draft === undefined ? state : { ...state, drafts: { ...state.drafts, [key]: draft } };
}
