import type { ArmReply, Text } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { say, value } from '../../../core/text/say.ts';
import type { Look } from '../../../core/wait/poll.ts';
import type { FollowOptions } from './follow-operation.ts';
import { operationEnded, unobserved } from './operation-problems.ts';
import { progressOf, type Watch } from './operation-status.ts';
import { armProblem } from './problems.ts';
import { retryAfterMs } from './retry-after.ts';

export const DEFAULT_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;
const MAX_FAILURES = 10;
/** The operation's own URL is not there (yet, or any more), or may not be read. */
const NOT_TO_BE_SEEN = new Set([403, 404, 410]);

/** Looks at an operation again and again; remembers what it saw last. */
export interface Observer {
  look(attempt: number): Promise<Look<ArmReply>>;
  seen(): { readonly seen?: Text };
}

/** @param begun the reply that has just begun it; undefined where the wait is taken up again */
export function observe(options: FollowOptions, first: Watch, begun: ArmReply | undefined): Observer {
  const { arm, clock, signal } = options;
  let watch = first;
  let failures = 0;
  let seen: Text | undefined;

  function failed(error: ProblemError): Look<ArmReply> {
    failures += 1;
    if (failures >= MAX_FAILURES) throw unobserved(options.what, error.problem);
    seen = say('No answer ({failures} in a row). Azure goes on meanwhile.', '応答がありません (連続 {failures} 回)。その間も Azure 側の処理は続いています。', {
      failures,
    });
    return { done: false, pauseMs: Math.min(LONGEST_PAUSE_MS, DEFAULT_PAUSE_MS * 2 ** (failures - 1)) };
  }

  async function ask(): Promise<ArmReply> {
    const apiVersion = options.apiVersion === undefined ? {} : { apiVersion: options.apiVersion };
    return arm.send({ method: 'GET', path: watch.url, ...apiVersion }, signal);
  }

  function watchResource(): boolean {
    if (options.resource === undefined || watch.kind === 'resource') return false;
    watch = { url: options.resource, kind: 'resource' };
    return true;
  }

  function survivable(error: unknown): ProblemError {
    if (!(error instanceof ProblemError)) throw error;
    // An answer that points elsewhere stays wrong however often one asks; a journal may come from before the endpoint moved.
    if (error.problem.code === 'arm-foreign-host' && !(begun === undefined && watchResource())) throw error;
    return error;
  }

  return {
    seen: () => (seen === undefined ? {} : { seen }),
    async look(attempt) {
      // The service has just answered: it says when to look.
      if (attempt === 1 && begun !== undefined) return { done: false, pauseMs: retryAfterMs(begun.headers, clock.now()) ?? DEFAULT_PAUSE_MS };
      const reply = await ask().catch(survivable);
      if (reply instanceof ProblemError) return failed(reply);
      const progress = progressOf(watch, reply);
      if (progress === undefined) {
        const look = failed(new ProblemError(armProblem(reply, options.what)));
        // Once may be too early for the operation's record; twice means that it will not be seen.
        if (failures > 1 && NOT_TO_BE_SEEN.has(reply.status)) watchResource();
        return { ...look, ...pauseFrom(reply, clock.now()) };
      }
      failures = 0;
      if (progress.state === 'succeeded') return { done: true, value: reply };
      if (progress.state !== 'running') throw operationEnded(options.what, progress, reply);
      seen = progress.word === undefined ? undefined : say('Azure says {state}.', 'Azure の状態: {state}。', { state: value(progress.word) });
      return { done: false, ...pauseFrom(reply, clock.now()) };
    },
  };
}

function pauseFrom(reply: ArmReply, now: number): { readonly pauseMs?: number } {
  const pauseMs = retryAfterMs(reply.headers, now);
  return pauseMs === undefined ? {} : { pauseMs };
}
