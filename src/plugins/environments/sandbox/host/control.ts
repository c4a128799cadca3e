import { join } from './join-or-start.ts';
import { doesNotAnswer } from './problems.ts';

/** One request to the control endpoint of the host of a state directory. @throws ProblemError `sandbox-does-not-answer`, `sandbox-refused` */
export async function control(stateDir: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body: unknown, signal: AbortSignal): Promise<unknown> {
  const joined = await join(stateDir, signal);
  if (joined === undefined) throw doesNotAnswer(stateDir, undefined);
  try {
    return await joined.control.send(method, path, body, signal);
  } finally {
    joined.control.close();
  }
}
