import type { Environment, JsonObject, Outcome, RunEvent } from '../../core/contracts/index.ts';
import { rememberOutcome } from '../../core/engine/remember-outcome.ts';
import { problemJson, toJson } from '../text/json.ts';
import { driverFor } from './drivers.ts';
import type { Session } from './session.ts';

/** What came of the work on one profile, for exit code and document. */
export interface Driven {
  readonly ended: Outcome;
  readonly view: JsonObject;
}

/** Lets a run run before the eyes of whoever is there. @param leave what a key does that leaves a wait open */
export async function drive(
  session: Session,
  env: Pick<Environment, 'title' | 'practice' | 'clock'>,
  profile: string | undefined,
  run: AsyncIterable<RunEvent>,
  leave?: () => void,
): Promise<Driven> {
  const driver = await driverFor(session, env, profile, leave);
  try {
    const { events, outcome } = rememberOutcome(run);
    await driver.watch(events);
    const ended = outcome();
    return { ended, view: viewOf(session, profile, ended) };
  } finally {
    await driver.close();
  }
}

/** One profile's end as documents and hooks show it. */
export function viewOf({ language }: Session, profile: string | undefined, { type: _type, problem, ...rest }: Outcome): JsonObject {
  const view = { profile: profile ?? null, ...(toJson(rest, language) as JsonObject) };
  return problem === undefined ? view : { ...view, problem: problemJson(problem, language) };
}
