import type { Arm, ArmReply, ChangeEvent, Clock, Pending, Text } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { say, value } from '../../../core/text/say.ts';
import { type Look, poll } from '../../../core/wait/poll.ts';
import { operationEnded, operationTimeout, unobserved } from './operation-problems.ts';
import { progressOf, type Watch, watchOf } from './operation-status.ts';
import { armProblem, expectOk } from './problems.ts';
import { retryAfterMs } from './retry-after.ts';
import { requestIdOf } from './service-error.ts';

const DEFAULT_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;
const MAX_FAILURES = 10;
/** The operation's own URL is not there (yet, or any more), or may not be read. */
const NOT_TO_BE_SEEN = new Set([403, 404, 410]);

export interface FollowOptions {
  readonly arm: Arm;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Stable for the same work; the `id` of the events. */
  readonly id: string;
  /** A noun, for events and problems: `say('The update of the compute aks1', 'コンピューティング aks1 の更新')`. */
  readonly what: Text;
  /** The answer that began it. Without it, `pending` or `resource` says where to look. */
  readonly reply?: ArmReply;
  /** What the journal knows, when the wait is taken up again. */
  readonly pending?: Pending;
  /** The resource that is worked on: watched where no operation can be. Path or URL. */
  readonly resource?: string;
  /** For URLs that have none; leave out for model management. */
  readonly apiVersion?: string;
  /** Base of the model-management service (`mmsBase`): its operations are looked at below it. */
  readonly mms?: string;
  /** ms since the epoch of `clock` */
  readonly deadline?: number;
  readonly expectedMs?: number;
}

/**
 * Follows what the service began, to its end. Yields `operation` once (for the journal), then `wait` before each pause;
 * returns the last reply. Survives throttling, 5xx, resets and ended tokens on the way.
 * @throws ProblemError `operation-failed`, `operation-canceled` with the service's words; `operation-timeout` (exit 3) after
 * the deadline; `operation-unobserved` when nothing could be seen ten times in a row. In the last two Azure goes on.
 */
export async function* followOperation(options: FollowOptions): AsyncGenerator<ChangeEvent, ArmReply, void> {
  const begun = options.reply === undefined ? undefined : expectOk(options.reply, options.what);
  const watch = begun === undefined ? takenUp(options) : watchOf(begun, options.mms, options.resource);
  if (watch === undefined) return begun ?? { status: 204, headers: {}, body: null };
  if (begun !== undefined) yield operationEvent(options, watch, begun);
  const observer = observe(options, watch, begun);
  const end = yield* poll({
    clock: options.clock,
    signal: options.signal,
    ...(options.deadline === undefined ? {} : { deadline: options.deadline }),
    ...(options.pending === undefined ? {} : { startedAt: options.pending.startedAt }),
    look: observer.look,
    pause: () => DEFAULT_PAUSE_MS,
    event: (pause): ChangeEvent => ({
      type: 'wait',
      id: options.id,
      for: options.what,
      ...pause,
      ...(options.deadline === undefined ? {} : { deadline: options.deadline }),
      ...(options.expectedMs === undefined ? {} : { expectedMs: options.expectedMs }),
      ...observer.seen(),
    }),
  });
  if (end === undefined) throw operationTimeout(options.what);
  return end;
}

function takenUp({ pending, resource }: FollowOptions): Watch | undefined {
  // The journal does not say which kind of URL it was; read as a location, a document with a state counts too.
  if (pending?.operation !== undefined) return { url: pending.operation, kind: pending.operation === resource ? 'resource' : 'location' };
  return resource === undefined ? undefined : { url: resource, kind: 'resource' };
}

function operationEvent(options: FollowOptions, watch: Watch, reply: ArmReply): ChangeEvent {
  const requestId = requestIdOf(reply);
  return { type: 'operation', id: options.id, url: watch.url, ...(requestId === undefined ? {} : { requestId }) };
}

interface Observer {
  look(attempt: number): Promise<Look<ArmReply>>;
  seen(): { readonly seen?: Text };
}

function observe(options: FollowOptions, first: Watch, begun: ArmReply | undefined): Observer {
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

  return {
    seen: () => (seen === undefined ? {} : { seen }),
    async look(attempt) {
      // The service has just answered: it says when to look.
      if (attempt === 1 && begun !== undefined) return { done: false, pauseMs: retryAfterMs(begun.headers, clock.now()) ?? DEFAULT_PAUSE_MS };
      const reply = await ask().catch(survivable);
      if (reply instanceof ProblemError) return failed(reply);
      const progress = reply.status < 400 ? progressOf(watch, reply) : undefined;
      if (progress === undefined) {
        const look = failed(new ProblemError(armProblem(reply, options.what)));
        // Once may be too early for the operation's record; twice means that it will not be seen.
        if (failures > 1 && NOT_TO_BE_SEEN.has(reply.status) && options.resource !== undefined) watch = { url: options.resource, kind: 'resource' };
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

// An answer that points elsewhere stays wrong however often one asks.
function survivable(error: unknown): ProblemError {
  if (error instanceof ProblemError && error.problem.code !== 'arm-foreign-host') return error;
  throw error;
}
