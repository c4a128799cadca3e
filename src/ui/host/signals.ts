import { Interrupted } from '../../core/problems/interrupted.ts';

const STOPPERS: readonly [NodeJS.Signals, 130 | 143][] = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 143],
];

// After a fault nobody can say whether everything can still be closed.
const CLOSING_MS = 5000;

export interface Signals {
  readonly signal: AbortSignal;
  readonly stop: (reason: Interrupted) => void;
  /** What was thrown where nobody caught it: everything was stopped for it. */
  readonly crashed: () => { readonly thrown: unknown } | undefined;
}

/**
 * Turns signals into an abort with the exit code as its reason, so that everything open can be closed in order.
 * A second signal of the same kind does not wait for that.
 */
export function listenForSignals(): Signals {
  const controller = new AbortController();
  const stop = (reason: Interrupted) => {
    if (controller.signal.aborted) process.exit(reason.exitCode);
    controller.abort(reason);
  };
  for (const [name, exitCode] of STOPPERS) process.on(name, () => stop(new Interrupted(exitCode)));
  let crash: { readonly thrown: unknown } | undefined;
  const onCrash = (thrown: unknown) => {
    if (crash !== undefined) process.exit(1);
    crash = { thrown };
    controller.abort(new Interrupted());
    setTimeout(() => process.exit(1), CLOSING_MS).unref();
  };
  process.on('uncaughtException', onCrash);
  process.on('unhandledRejection', onCrash);
  return { signal: controller.signal, stop, crashed: () => crash };
}
