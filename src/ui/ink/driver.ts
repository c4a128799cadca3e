import type { Clock, Context, Driver, RunEvent, Text, WizardView } from '../../core/contracts/index.ts';
import { say } from '../../core/text/say.ts';
import { showAside } from './aside.ts';
import { ask } from './ask.ts';
import type { Press } from './keys.ts';
import type { Look } from './look.ts';
import type { Badge, Model } from './model.ts';
import { type InkOptions, lookOf } from './options.ts';
import type { HomeChoice, HomeNews, HomeProfile } from './screens/home/state.ts';
import type { Panel as OwnPanel } from './screens/panel/panel.ts';
import { createProblem, type ProblemChoice, type ProblemScreen, reduceProblem } from './screens/problem/state.ts';
import type { Panel } from './screens/question/state.ts';
import { createReview, type ReviewEffect, type ReviewScreen, reduceReview } from './screens/review/state.ts';
import { asShown, createRun, reduceRun } from './screens/run/state.ts';
import type { Screen } from './screens/screen.ts';
import { stepsOfReview, stepsOfRun } from './screens/steps.ts';
import { createSession } from './session.ts';
import { showHome } from './show-home.ts';
import { type PanelOptions, showPanel } from './show-panel.ts';
import { summaryLines } from './summary.ts';

const STARTING = say('One moment…', 'お待ちください…');

/** The Ink UI as the wizard and the engine see it, and what only a screen can do. */
export interface InkDriver extends Driver {
  /** The home screen, in the same frame. What `news` brings is drawn when it comes, and no key waits for it. @param at the entry marked first */
  home(profiles: readonly HomeProfile[], news?: AsyncIterable<HomeNews>, at?: string): Promise<HomeChoice>;
  /** Says what the program is busy with between questions. */
  busy(text: Text): void;
  /** A screen of its own kind, in the same frame, until it has a result. */
  panel<S extends { readonly scroll: number }, R>(first: S, panel: OwnPanel<S, R>, options: PanelOptions<S, R>): Promise<R>;
  /** Draws everything in another language, theme, or set of symbols, from now on. */
  relook(change: Pick<InkOptions, 'language' | 'theme' | 'unicode'>): void;
  look(): Look;
  /** Work that concerns another environment than the one that was given: its badge stands in the header as long as it lasts. */
  within<T>(environment: Badge, work: () => Promise<T>): Promise<T>;
  /** The name in the header. */
  setProfile(name: string): void;
}

/** Far enough that there may be something to look at. */
const namesCertificate = ({ step }: WizardView, { answers }: Context): boolean =>
  answers['certificate.certFile'] !== undefined || (answers['certificate.plugin'] !== undefined && (step === 'deploy' || step === 'dns'));

/** Mounts at the first screen; `close` restores the terminal and prints the summary, which stays in the scrollback. */
export function createInkDriver(options: InkOptions): InkDriver {
  const { environment, signal, stdin, stdout } = options;
  let look = lookOf(options);
  const initial: Omit<Model, 'size' | 'now'> = {
    environment,
    steps: [],
    screen: { type: 'busy', text: STARTING },
    ...(options.profile === undefined ? {} : { profile: options.profile }),
  };
  // What was answered when the last question was put.
  let answered: Context | undefined;
  const session = createSession(
    {
      openCertificate: (show) => {
        if (answered !== undefined) options.certificate?.(answered, show);
      },
      stdin,
      stdout,
      look,
      signal,
      interrupt: () => options.interrupt(),
      leave: () => options.leave?.(),
      job: options.job,
      ...(options.aside === undefined ? {} : { aside: options.aside }),
    },
    initial,
  );
  const hideAside = showAside(session, options.aside);
  let panel: Panel = 'auto';
  let outcome: Extract<RunEvent, { type: 'outcome' }> | undefined;
  const useClock = (clock: Pick<Clock, 'now'> | undefined): void => {
    if (clock !== undefined) session.useClock(clock);
  };
  useClock(environment.clock);

  const draw = async (events: AsyncIterable<RunEvent>): Promise<void> => {
    let screen = createRun();
    session.change({ certificate: false, steps: stepsOfRun(screen) });
    session.show(screen);
    for await (const event of events) {
      screen = reduceRun(asShown(screen, session.store.get().screen), event, session.now());
      if (event.type === 'step') session.change({ steps: stepsOfRun(screen) });
      if (event.type === 'outcome') outcome = event;
      session.show(screen);
    }
  };

  /** For a screen that belongs to no step, and to no profile but the one that was given. */
  const alone = (): void => {
    const { profile: _last, certificate: _answered, ...model } = session.store.get();
    session.store.set({ ...model, steps: [], ...(options.profile === undefined ? {} : { profile: options.profile }) });
  };

  /** A screen that needs nothing but its own reducer. */
  const choose = <S extends Screen, R>(first: S, reduce: (screen: S, press: Press) => { readonly screen: S; readonly result?: R }, quit: R): Promise<R> => {
    let screen = first;
    return session.turn<R>({
      screen,
      quit,
      press: (press) => {
        const step = reduce(screen, press);
        screen = session.show(step.screen);
        if (step.result !== undefined) session.showSoon({ type: 'busy', text: STARTING });
        return step.result;
      },
    });
  };

  return {
    async ask(view, context) {
      useClock(context.env.clock);
      answered = context;
      session.change({
        steps: view.steps,
        certificate: options.certificate !== undefined && namesCertificate(view, context),
        ...(context.profile === undefined ? {} : { profile: context.profile }),
      });
      const result = await ask(view, context, { session, look, panel, equivalents: options.equivalents });
      panel = result.panel;
      return result.action;
    },

    review(review) {
      session.change({ steps: stepsOfReview(review), ...(review.profile === undefined ? {} : { profile: review.profile }) });
      return choose<ReviewScreen, ReviewEffect>(createReview(review), reduceReview, { type: 'quit' });
    },

    // What is under way may take hours: a broken screen does not wait for it.
    watch: (events) => Promise.race([draw(events), session.breaks]),

    fail: (problem, { retry }) => choose<ProblemScreen, ProblemChoice>(createProblem(problem, { retry }), reduceProblem, 'quit'),

    home(profiles, news, at) {
      alone();
      return showHome(session, look, profiles, news, at);
    },

    panel(first, panel, shown) {
      alone();
      return showPanel(session, first, panel, shown);
    },
    relook(change) {
      look = lookOf({ ...options, ...change });
      session.relook(look);
    },
    look: () => look,
    busy: (text) => session.show({ type: 'busy', text }),
    async within({ title, practice }, work) {
      const { environment: before } = session.store.get();
      session.change({ environment: { title, practice } });
      try {
        return await work();
      } finally {
        session.change({ environment: before });
      }
    },
    setProfile: (name) => session.change({ profile: name }),

    async close() {
      hideAside();
      await session.close();
      if (outcome === undefined) return;
      const lines = summaryLines(outcome, { profile: session.store.get().profile, width: stdout.columns ?? 80, look });
      outcome = undefined;
      stdout.write(lines.map((line) => `${line}\n`).join(''));
    },
  };
}
