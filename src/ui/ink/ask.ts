import type { Context, Equivalent, Json, WizardAction, WizardView } from '../../core/contracts/index.ts';
import { isAbort, toProblem } from '../../core/problems/to-problem.ts';
import { explore } from './components/path-input/explore.ts';
import { storePasted } from './components/path-input/store-pasted.ts';
import { textOf } from './components/text-input/state.ts';
import type { Press } from './keys.ts';
import type { Look } from './look.ts';
import { type Arrival, itemOf, listingOf, receive } from './screens/question/arrivals.ts';
import { createQuestion, type Panel, type QuestionEffect, type QuestionScreen, reduceQuestion } from './screens/question/state.ts';
import { type Session, SOON_MS } from './session.ts';

// A list that is there at once comes with the question; two frames of a screen are not noticed.
const GRACE_MS = 32;

export interface AskOptions {
  readonly session: Session;
  readonly look: Look;
  readonly panel: Panel;
  readonly equivalents: ((context: Context) => Promise<readonly Equivalent[]>) | undefined;
}

export interface AskResult {
  readonly action: WizardAction;
  /** Kept for the next question: a panel that was closed stays closed. */
  readonly panel: Panel;
}

/** One question from its first frame to its answer. Defaults and lists come in while it is on the screen. */
export async function ask(view: WizardView, context: Context, { session, look, panel, equivalents }: AskOptions): Promise<AskResult> {
  const { question } = view;
  const listing = listingOf(question);
  let screen = createQuestion(view, { lists: listing !== undefined, tools: equivalents !== undefined, panel });
  let open = true;

  let painted = false;
  const show = (next: QuestionScreen): void => {
    screen = open && painted ? session.show(next) : next;
  };
  const paint = (): void => {
    if (painted) return;
    painted = true;
    show(screen);
  };
  const arrive = (arrival: Arrival, more: Partial<QuestionScreen> = {}): void => show({ ...screen, ...more, field: receive(screen.field, arrival) });
  // What is looked up for a question must never end the wizard: a failure is shown in its place.
  const load = (work: () => Promise<void>, failed: (thrown: unknown) => void = () => undefined): void => {
    work().catch((thrown: unknown) => {
      if (open && !isAbort(thrown, context.signal)) failed(thrown);
    });
  };

  const loadInitial = async (): Promise<void> => {
    const value = await question.initial?.(context);
    if (value !== undefined) arrive({ type: 'initial', value });
  };
  const loadList = async (): Promise<void> => {
    const found = await listing?.(context);
    if (found === undefined) return;
    const { source, problem, typed } = found;
    const state = { state: 'ready' as const, ...(source === undefined ? {} : { source }), ...(problem === undefined ? {} : { problem }) };
    arrive({ type: 'items', items: found.items.map((option) => itemOf(option, look)), ...(typed === undefined ? {} : { typed }) }, { listing: state });
    paint();
  };
  const lookAround = async (text: string): Promise<void> => {
    const extensions = question.kind === 'path' ? (question.extensions ?? []) : [];
    arrive({ type: 'explored', seen: await explore(text, context, extensions) });
    // A Tab that had waited for this answer may have written more into the line.
    const { field } = screen;
    const now = field.kind === 'path' ? textOf(field.path.input) : text;
    if (open && now !== text && now.startsWith(text)) await lookAround(now);
  };
  const keepPasted = async (pem: string): Promise<void> => {
    const path = await storePasted(pem, context);
    arrive({ type: 'stored', path });
    await lookAround(path);
  };
  const loadEquivalents = async (): Promise<void> => show({ ...screen, equivalents: (await equivalents?.(context)) ?? [] });

  const perform = (effect: QuestionEffect): WizardAction | undefined => {
    switch (effect.type) {
      case 'answer':
        return { type: 'answer', value: effect.value };
      case 'back':
        return effect;
      case 'explore':
        load(() => lookAround(effect.text));
        return undefined;
      case 'store':
        load(
          () => keepPasted(effect.pem),
          (thrown) => show({ ...screen, problem: toProblem(thrown) }),
        );
        return undefined;
      case 'load-equivalents':
        load(loadEquivalents, () => show({ ...screen, equivalents: [] }));
        return undefined;
    }
  };
  const press = (pressed: Press): WizardAction | undefined => {
    paint();
    const step = reduceQuestion(screen, pressed);
    if (step.screen !== screen) show(step.screen);
    return step.effect === undefined ? undefined : perform(step.effect);
  };

  const answered = session.turn<WizardAction>({ quit: { type: 'quit' }, press });
  if (question.initial !== undefined) load(loadInitial);
  const grace = setTimeout(paint, listing === undefined ? 0 : GRACE_MS);
  const slow = setTimeout(() => {
    if (screen.listing.state === 'loading') show({ ...screen, listing: { state: 'loading', slow: true } });
  }, SOON_MS);
  if (listing !== undefined) load(loadList, (thrown) => arrive({ type: 'items', items: [] }, { listing: { state: 'ready', problem: toProblem(thrown) } }));
  if (question.kind === 'path') load(() => lookAround(draftText(view.draft)));
  try {
    return { action: await answered, panel: screen.panel };
  } finally {
    open = false;
    clearTimeout(grace);
    clearTimeout(slow);
    if (screen.pending !== false) session.showSoon({ ...screen, pending: 'slow' });
  }
}

const draftText = (draft: Json | undefined): string => (typeof draft === 'string' ? draft : '');
