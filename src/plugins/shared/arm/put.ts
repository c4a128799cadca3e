import type { ArmReply, Clock } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { isAnswerLost } from './network-problems.ts';
import { isRunning, provisioningState } from './provisioning.ts';
import { isUnsettled } from './retry.ts';

const MAX_ATTEMPTS = 4;

export interface PutSteps {
  readonly put: () => Promise<ArmReply>;
  readonly get: () => Promise<ArmReply>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly firstDelayMs: number;
}

/**
 * A PUT whose answer may get lost. After a reset or a 5xx a GET decides: a resource that Azure is working on shows that the
 * request was taken, and is returned in place of the lost answer (its `provisioningState` is then to be followed);
 * otherwise the PUT goes out again. A conflict after a lost answer is looked at in the same way: it may be our own first request.
 */
export async function putOnce(steps: PutSteps): Promise<ArmReply> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await attemptPut(steps);
    const settled = outcome instanceof ProblemError ? false : !isUnsettled(outcome.status) && !(attempt > 1 && outcome.status === 409);
    if (settled) return unwrap(outcome);
    await steps.clock.sleep(steps.firstDelayMs * 2 ** (attempt - 1), steps.signal);
    const taken = await steps.get().catch((error: unknown) => {
      // That the PUT may have been taken matters more than that the look failed too.
      throw outcome instanceof ProblemError ? outcome : error;
    });
    if (taken.status === 200 && isRunning(provisioningState(taken.body))) return taken;
    const refused = !(outcome instanceof ProblemError) && outcome.status === 409;
    if (refused || attempt >= MAX_ATTEMPTS) return unwrap(outcome);
  }
}

async function attemptPut(steps: PutSteps): Promise<ArmReply | ProblemError> {
  try {
    return await steps.put();
  } catch (error) {
    if (error instanceof ProblemError && isAnswerLost(error.problem)) return error;
    throw error;
  }
}

function unwrap(outcome: ArmReply | ProblemError): ArmReply {
  if (outcome instanceof ProblemError) throw outcome;
  return outcome;
}
