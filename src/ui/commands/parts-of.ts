import type { Environment } from '../../core/contracts/index.ts';
import type { PartsOptions } from '../../core/engine/parts.ts';
import type { UsableProfile } from './profiles.ts';
import type { Session } from './session.ts';

/** What the engine is given to work on a profile in an environment that is open. */
export async function partsOf(session: Session, env: Environment, { answers, name: profile, source, paths }: UsableProfile): Promise<PartsOptions> {
  const { registry, signal } = session;
  return { env, registry, store: await session.store(), signal, answers, profile, source, paths };
}
