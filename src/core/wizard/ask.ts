import type { Answers, Context, Driver, Json, Problem, Question, Text } from '../contracts/index.ts';
import { isAbort, toProblem } from '../problems/to-problem.ts';
import { type Catalogue, NO_PLUGINS } from './catalogue.ts';
import { checkAnswer } from './check-answer.ts';
import { advance, currentStop, type WizardState } from './machine.ts';
import { isSwitch, type Path, pathOf } from './path.ts';
import { type ChosenWords, trailOf } from './trail.ts';
import { viewOf } from './view.ts';

export type Asked = { readonly type: 'answered'; readonly state: WizardState; readonly path: Path } | { readonly type: 'quit'; readonly state: WizardState };

/** Asks until every question on the path has a checked answer, or the person leaves. */
export async function askAll(options: {
  readonly driver: Pick<Driver, 'ask'>;
  /** Loads the plugins; the first question of a new set of answers does not wait for it. */
  readonly catalogue: () => Promise<Catalogue>;
  readonly state: WizardState;
  readonly contextOf: (answers: Answers) => Context;
}): Promise<Asked> {
  let state = options.state;
  let problem: Problem | undefined;
  let remarks: readonly Text[] = [];
  const words: ChosenWords = new Map();
  let catalogue = Object.keys(state.answers).length === 0 ? NO_PLUGINS : await options.catalogue();
  for (;;) {
    const path = pathOf(catalogue, state.answers, 'ask');
    const stop = currentStop(state, path);
    if (catalogue === NO_PLUGINS && stop?.step !== 'domain') {
      catalogue = await options.catalogue();
      continue;
    }
    if (stop === undefined) return { type: 'answered', state, path };
    const context = options.contextOf(path.answers);
    const { key } = stop.question;
    const trail = await trailOf(path.stops, state.answers, context, words);
    const action = await options.driver.ask({ ...viewOf(state, path, stop, trail, problem), ...(remarks.length === 0 ? {} : { remarks }) }, context);
    problem = undefined;
    remarks = [];
    if (action.type === 'quit') return { type: 'quit', state };
    if (action.type === 'back') {
      state = advance(state, path, { type: 'back', from: key, ...(action.draft === undefined ? {} : { draft: action.draft }) });
    } else if (action.type === 'jump') {
      state = advance(state, path, { type: 'jump', key: action.key, from: key, ...(action.draft === undefined ? {} : { draft: action.draft }) });
    } else {
      problem = await checked(() => checkAnswer(stop.question, action.value, context), context);
      if (problem === undefined) remarks = await remarksOn(stop.question, action.value, context);
      state =
        problem === undefined
          ? advance(state, path, { type: 'answer', key, value: action.value })
          : { ...state, asked: key, drafts: { ...state.drafts, [key]: action.value } };
    }
  }
}

// A check that itself fails (no network) must not end the wizard: it becomes the answer's problem.
async function checked(check: () => Promise<Problem | undefined>, context: Context): Promise<Problem | undefined> {
  try {
    return await check();
  } catch (thrown) {
    if (isAbort(thrown, context.signal)) throw thrown;
    return toProblem(thrown);
  }
}

const REMARK_MS = 5_000;

// Worth a moment and no more; what cannot be seen is no remark.
async function remarksOn(question: Question, value: Json, context: Context): Promise<readonly Text[]> {
  if (question.kind !== 'text' || typeof value !== 'string' || question.remark === undefined) return [];
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(REMARK_MS)]);
  const late = Promise.withResolvers<readonly Text[]>();
  signal.addEventListener('abort', () => late.resolve([]), { once: true });
  const remarks = question.remark(value, { ...context, signal }).catch(() => []);
  const shown = await Promise.race([remarks, late.promise]);
  context.signal.throwIfAborted();
  return shown;
}

/** What a profile keeps: answers on the path, without the wizard's own switches. */
export function keptAnswers(path: Path): Answers {
  return Object.fromEntries(Object.entries(path.answers).filter((entry): entry is [string, Json] => !isSwitch(entry[0])));
}
