import type { StepId } from './answers.ts';
import type { Context } from './context.ts';
import type { RunEvent } from './event.ts';
import type { Json } from './json.ts';
import type { StepPlan } from './plan.ts';
import type { Equivalent } from './plugin.ts';
import type { Problem } from './problem.ts';
import type { Question } from './question.ts';
import type { Text } from './text.ts';

export type StepState = 'open' | 'now' | 'done' | 'not-needed';

/** One question with everything a UI needs to draw it. */
export interface WizardView {
  readonly step: StepId;
  readonly steps: readonly { readonly step: StepId; readonly state: StepState }[];
  /** 1-based place within the step, as far as the path is known now. */
  readonly position: { readonly question: number; readonly of: number };
  readonly question: Question;
  /** What was answered or half-typed here before. */
  readonly draft?: Json;
  readonly problem?: Problem;
  /** About the answer before: what was seen of it. */
  readonly remarks?: readonly Text[];
  readonly trail: readonly Answered[];
}

export interface Answered {
  readonly step: StepId;
  readonly key: string;
  readonly label: Text;
  readonly value: Json;
  /** A choice in the words of its option. */
  readonly shown?: Text;
}

export type WizardAction =
  | { readonly type: 'answer'; readonly value: Json }
  | { readonly type: 'back'; readonly draft?: Json }
  | { readonly type: 'jump'; readonly key: string; readonly draft?: Json }
  | { readonly type: 'quit' };

/** The plan before anything is sent. */
export interface Review {
  readonly profile: string | undefined;
  readonly environment: { readonly id: string; readonly title: Text; readonly practice: boolean };
  readonly trail: readonly Answered[];
  readonly steps: readonly StepPlan[];
  readonly equivalents: readonly Equivalent[];
  /** Any finding of severity error: approval is not possible. */
  readonly blocked: boolean;
}

export type ReviewAction =
  | { readonly type: 'approve' }
  | { readonly type: 'back' }
  | { readonly type: 'jump'; readonly key: string }
  | { readonly type: 'quit' };

/** Ink, plain and headless each implement this; the wizard and the engine know no other way to a person. */
export interface Driver {
  ask(view: WizardView, context: Context): Promise<WizardAction>;
  review(review: Review): Promise<ReviewAction>;
  /** Draws until the stream ends; the last event is the outcome. */
  watch(events: AsyncIterable<RunEvent>): Promise<void>;
  /** Shows a problem; `retry` where trying again may help. */
  fail(problem: Problem, options: { readonly retry: boolean }): Promise<'retry' | 'back' | 'quit'>;
  close(): Promise<void>;
}
