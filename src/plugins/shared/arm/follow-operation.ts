import type { Arm, ArmReply, ChangeEvent, Clock, Pending, Text } from '../../../core/contracts/index.ts';
import { say } from '../../../core/text/say.ts';
import { poll } from '../../../core/wait/poll.ts';
import { DEFAULT_PAUSE_MS, observe } from './observe-operation.ts';
import { operationTimeout } from './operation-problems.ts';
import { type Watch, watchOf } from './operation-status.ts';
import { expectOk } from './problems.ts';
import { requestIdOf } from './service-error.ts';

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
      for: say('Azure: {what}', 'Azure の処理 ({what})', { what: options.what }),
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
