import { type Instance, render } from 'ink';
import { createElement } from 'react';
import type { Clock } from '../../core/contracts/index.ts';
import { screenBroken } from '../../core/problems/crash.ts';
import type { ProblemError } from '../../core/problems/problem-error.ts';
import type { Job } from '../host/job.ts';
import { App } from './app.tsx';
import { type AtWorkOptions, createAtWork } from './at-work.ts';
import { Boundary } from './boundary.tsx';
import { inBounds } from './frame/in-bounds.ts';
import { handBack, type Keyboard } from './keyboard.ts';
import { is, type Press } from './keys.ts';
import type { Look } from './look.ts';
import type { Model } from './model.ts';
import { createOver, type OverOptions } from './over.ts';
import type { Screen } from './screens/screen.ts';
import { HOME_AND_ERASE, Stage, sizeOf, type Terminal } from './stage.ts';
import { createStore, type Store } from './store.ts';
import { createSuspension } from './suspension.ts';
import { giveTitleBack, takeTitle, titleOf } from './title.ts';
import { createTurns, type Turn } from './turn.ts';

const TICK_MS = 1000;
/** After this a wait is long enough to be spoken of. */
export const SOON_MS = 150;

export interface SessionOptions extends OverOptions, AtWorkOptions {
  readonly stdin: Keyboard;
  readonly stdout: Terminal;
  readonly look: Look;
  readonly signal: AbortSignal;
  /** What Ctrl-Z stops. */
  readonly job?: Job | undefined;
}

/** One mounted Ink application for as long as the program needs a screen. */
export interface Session {
  readonly store: Store<Model>;
  /** Returns the screen as it is shown: no offset runs past its end. @throws ProblemError `screen-broken` */
  show<S extends Screen>(screen: S): S;
  change(part: Partial<Omit<Model, 'screen'>>): void;
  /** Rejects with ProblemError `screen-broken` once the screen cannot be drawn any more. */
  readonly breaks: Promise<never>;
  /** @throws the signal's reason when aborted, ProblemError `screen-broken` */
  turn<R>(turn: Turn<R>): Promise<R>;
  /** Draws everything in another language, theme, or set of symbols. */
  relook(look: Look): void;
  /** Shows a screen where nothing else has been shown shortly: for work that is mostly too quick to be spoken of. */
  showSoon(screen: Screen): void;
  /** ms of the clock that countdowns run by. */
  now(): number;
  /** The clock that countdowns run by. */
  useClock(clock: Pick<Clock, 'now'>): void;
  /** Restores the terminal. */
  close(): Promise<void>;
}

export function createSession(options: SessionOptions, initial: Omit<Model, 'size' | 'now'>): Session {
  const { signal, stdout } = options;
  let { look } = options;
  let clock: Pick<Clock, 'now'> = { now: () => Date.now() };
  let broken: ProblemError | undefined;
  const breaks = Promise.withResolvers<never>();
  // Who does not wait for it hears of it at the next turn.
  breaks.promise.catch(() => undefined);
  let instance: Instance | undefined;
  let ticking: NodeJS.Timeout | undefined;
  let soon: NodeJS.Timeout | undefined;
  const store = createStore<Model>({ ...initial, size: sizeOf(stdout), now: clock.now() });
  const stage = new Stage(stdout);
  const overTakes = createOver(store, () => look, options);
  const turns = createTurns(signal);
  const atWork = createAtWork(options, (screen) => void show(screen));

  const onPress = (press: Press): void => {
    if (is(press, 'suspend')) suspension.suspend();
    else if (is(press, 'leave')) {
      if (turns.waiting) turns.quit();
      else atWork.leave(store.get().screen);
    } else if (is(press, 'moreAside') && options.aside?.more !== undefined) options.aside.more();
    else if (!overTakes(press)) {
      if (turns.waiting) turns.press(press);
      else atWork.press(store.get().screen, press);
    }
  };
  // What fails outside of React would reach nobody.
  const guarded = (work: () => void): void => {
    try {
      work();
    } catch (thrown) {
      onBroken(thrown);
    }
  };
  const app = () =>
    createElement(Boundary, {
      onBroken,
      children: createElement(App, { store, look, onPress: (press) => guarded(() => onPress(press)), lentBy: suspension.lentBy }),
    });

  const onResize = (): void => {
    Object.assign(stage, sizeOf(stdout));
    instance?.clear();
    stdout.write(HOME_AND_ERASE);
    store.set({ ...store.get(), size: sizeOf(stdout) });
    instance?.rerender(app());
  };

  const onBroken = (thrown: unknown): void => {
    broken ??= screenBroken(thrown);
    turns.fail(broken);
    breaks.reject(broken);
  };

  const resized = (): void => guarded(onResize);
  const enter = (): void => void stdout.write(takeTitle(titleOf(store.get(), look)));
  const suspension = createSuspension(options.job, { enter, leave: () => void stdout.write(giveTitleBack()) }, onBroken);

  const mount = (): void => {
    if (instance !== undefined) return;
    Object.assign(stage, sizeOf(stdout));
    store.set({ ...store.get(), size: sizeOf(stdout) });
    enter();
    // Before the first frame, so that a key pressed at its sight is a key and no signal.
    options.stdin.setRawMode?.(true);
    instance = render(app(), {
      // Ink asks its stream for what `Stage` has of a terminal, and for nothing more.
      stdout: stage,
      stdin: options.stdin,
      alternateScreen: !look.screenReader,
      incrementalRendering: true,
      interactive: true,
      exitOnCtrlC: false,
      patchConsole: false,
      maxFps: 120,
      isScreenReaderEnabled: look.screenReader,
    });
    instance.waitUntilExit().catch(onBroken);
    stdout.on('resize', resized);
    suspension.open();
    // A prompt that has just ended stops the reading a tick after it was told to, then without regard to who reads now.
    setImmediate(() => {
      if (instance !== undefined) options.stdin.read(0);
    });
  };

  const tick = (): void => guarded(() => store.set({ ...store.get(), now: clock.now() }));
  const schedule = (): void => {
    const { screen } = store.get();
    const counts = screen.type === 'run' && screen.wait !== undefined;
    if (counts && ticking === undefined) ticking = setInterval(tick, TICK_MS);
    if (!counts) {
      clearInterval(ticking);
      ticking = undefined;
    }
  };

  const show = <S extends Screen>(screen: S): S => {
    if (broken !== undefined) throw broken;
    clearTimeout(soon);
    const model = { ...store.get(), now: clock.now() };
    const shown = inBounds(screen, model, look);
    store.set({ ...model, screen: shown });
    schedule();
    mount();
    return shown;
  };

  return {
    store,
    breaks: breaks.promise,
    show,
    showSoon: (screen) => {
      clearTimeout(soon);
      soon = setTimeout(() => guarded(() => void show(screen)), SOON_MS);
    },
    change: (part) => store.set({ ...store.get(), ...part }),
    relook: (next) => {
      look = next;
      instance?.rerender(app());
    },
    now: () => clock.now(),
    useClock: (next) => {
      clock = next;
    },
    async turn(turn) {
      if (turn.screen !== undefined) show(turn.screen);
      if (broken !== undefined) throw broken;
      return await turns.take(turn);
    },
    async close() {
      clearTimeout(soon);
      clearInterval(ticking);
      ticking = undefined;
      stdout.off('resize', resized);
      suspension.close();
      if (instance === undefined) return;
      const ended = instance.waitUntilExit().catch(() => undefined);
      instance.unmount();
      await ended;
      stdout.write(giveTitleBack());
      instance = undefined;
      handBack(options.stdin);
    },
  };
}
