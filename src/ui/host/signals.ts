import { Interrupted } from '../../core/problems/interrupted.ts';

const STOPPERS: readonly [NodeJS.Signals, 130 | 143][] = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 143],
];

/**
 * Turns signals into an abort with the exit code as its reason, so that everything open can be closed in order.
 * A second signal of the same kind does not wait for that.
 */
export function listenForSignals(): { readonly signal: AbortSignal; readonly stop: (reason: Interrupted) => void } {
  const controller = new AbortController();
  const stop = (reason: Interrupted) => {
    if (controller.signal.aborted) process.exit(reason.exitCode);
    controller.abort(reason);
  };
  for (const [name, exitCode] of STOPPERS) process.on(name, () => stop(new Interrupted(exitCode)));
  return { signal: controller.signal, stop };
}
