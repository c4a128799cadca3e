import type { Answered, Answers, Context, Driver, Environment, Paths } from '../contracts/index.ts';
import { isAbort } from '../problems/to-problem.ts';
import { pathsIn } from '../profile/own-folder.ts';
import { sameAnswer } from '../profile/same-answer.ts';
import type { Registry } from '../registry/registry.ts';
import { askAll } from './ask.ts';
import { type Catalogue, wholeCatalogue } from './catalogue.ts';
import { advance, startAt, type WizardState } from './machine.ts';
import { MORE, pathOf, type Stop } from './path.ts';
import { type ChosenWords, trailOf } from './trail.ts';
import { veil } from './veil.ts';

/** What is asked of a profile, with what it answers; `value` null: left to the default. */
export type EditItem = Answered;

export type EditChoice = { readonly type: 'change'; readonly key: string } | { readonly type: 'done' };

export interface EditOptions {
  readonly driver: Pick<Driver, 'ask'>;
  readonly registry: Registry;
  readonly env: Environment;
  /** As the file has them, variables not filled in. */
  readonly written: Answers;
  /** The same with variables filled in. */
  readonly answers: Answers;
  readonly profile: string;
  readonly paths: Paths;
  readonly signal: AbortSignal;
  /** Which answer next; `answers` are those that would be saved. */
  choose(items: readonly EditItem[], answers: Answers): Promise<EditChoice>;
}

/** The answers of a profile, changed one by one: the wizard's own questions, with what is saved as the default. undefined after Ctrl-C. */
export async function editAnswers(options: EditOptions): Promise<Answers | undefined> {
  const catalogue = await wholeCatalogue(options.registry);
  const paths = pathsIn(options.env, options.paths);
  const contextOf = (answers: Answers): Context => ({ env: options.env, answers, signal: options.signal, profile: options.profile, paths });
  const first: Answers = { ...options.env.defaults, ...options.answers };
  const hidden = veil(options.written, options.answers);
  const words: ChosenWords = new Map();
  let state = startAt(first);
  for (;;) {
    const path = pathOf(catalogue, state.answers, 'all');
    const answers = savedAnswers(catalogue, options, state.answers);
    const choice = await options.choose((await itemsOf(path.stops, state.answers, contextOf(path.answers), words)).map(hidden.item), answers);
    if (choice.type === 'done') return answers;
    const stop = path.stops.find(({ question }) => question.key === choice.key);
    if (stop === undefined) continue;
    const asked = await askFrom(stop, { ...options, driver: hidden.driver(options.driver) }, { catalogue, state: at(stop, path.stops, state), contextOf });
    if (asked === 'interrupted') return undefined;
    if (asked !== 'back') state = { ...asked, answers: withoutSwitches(asked.answers) };
  }
}

/** One question, and those that its new answer leads to. Back from the first one changes nothing. */
async function askFrom(
  { question: { key } }: Stop,
  { driver }: EditOptions,
  { catalogue, state, contextOf }: { readonly catalogue: Catalogue; readonly state: WizardState; readonly contextOf: (answers: Answers) => Context },
): Promise<WizardState | 'back' | 'interrupted'> {
  let back = false;
  const ask: Driver['ask'] = async (view, context) => {
    const action = await driver.ask(view, context);
    back = action.type === 'back' && view.question.key === key;
    return back ? { type: 'quit' } : action;
  };
  const asked = await askAll({ driver: { ask }, catalogue: () => Promise.resolve(catalogue), state, contextOf });
  return asked.type === 'answered' ? asked.state : back ? 'back' : 'interrupted';
}

/** The state in which this question is the next one: only it, of all that lies behind "more options", and what is still open. */
function at({ step, question }: Stop, stops: readonly Stop[], state: WizardState): WizardState {
  const switches = Object.fromEntries(stops.map((stop) => [MORE + stop.step, question.advanced === true && stop.step === step]));
  const left = stops.filter((stop) => mayStayOpen(stop.question) && state.answers[stop.question.key] === undefined);
  const empty = Object.fromEntries(left.map((stop) => [stop.question.key, null]));
  return advance({ ...state, answers: { ...state.answers, ...empty, ...switches } }, { stops, answers: state.answers }, { type: 'jump', key: question.key });
}

const mayStayOpen = ({ advanced, optional, defaulted }: Stop['question']): boolean => advanced === true || optional === true || defaulted === true;

async function itemsOf(stops: readonly Stop[], answers: Answers, context: Context, words: ChosenWords): Promise<readonly EditItem[]> {
  const named = await trailOf(stops, answers, context, words).catch((thrown: unknown) => {
    // Names of choices that cannot be listed now: the values say enough.
    if (isAbort(thrown, context.signal)) throw thrown;
    return [];
  });
  return stops.map(({ step, question: { key, label } }) => named.find((each) => each.key === key) ?? { step, key, label, value: answers[key] ?? null });
}

/** What the profile would keep: answers on the path; what nobody asks about stays as it is. */
function savedAnswers(catalogue: Catalogue, { env, answers: before }: EditOptions, now: Answers): Answers {
  const asked = new Set(
    [before, now].flatMap((answers) => pathOf(catalogue, { ...env.defaults, ...answers }, 'all').stops.map(({ question }) => question.key)),
  );
  const onPath = pathOf(catalogue, now, 'all').answers;
  const untouched = Object.entries(before).filter(([key]) => !asked.has(key));
  const answered = Object.entries(onPath).filter(([key, value]) => before[key] !== undefined || !sameAnswer(value, env.defaults[key]));
  return Object.fromEntries([...untouched, ...answered]);
}

const withoutSwitches = (answers: Answers): Answers => Object.fromEntries(Object.entries(answers).filter(([key]) => !key.startsWith(MORE)));
