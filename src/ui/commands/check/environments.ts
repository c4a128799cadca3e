import type { Answers, Environment } from '../../../core/contracts/index.ts';
import { innerAddresses } from '../../../core/profile/addresses.ts';
import { environmentId, openEnvironment } from '../environment.ts';
import type { Session } from '../session.ts';

/** Environments by what they are opened with: hundreds of profiles sign in once. All are closed together. */
export interface Environments extends AsyncDisposable {
  get(answers: Answers): Promise<Environment>;
}

/** Nobody is asked to sign in: a look that needs it says so. */
export function openEnvironments(session: Session): Environments {
  const quiet: Session = { ...session, person: false };
  const opened = new Map<string, Promise<Environment & AsyncDisposable>>();
  return {
    get(answers) {
      const about = Object.entries(answers).filter(([key]) => key.startsWith('azure.'));
      const guarded = innerAddresses(answers).some((address) => session.foreign.has(address));
      const key = JSON.stringify([environmentId(session, answers), about.sort(), guarded]);
      const there = opened.get(key) ?? openEnvironment(quiet, answers);
      opened.set(key, there);
      return there;
    },
    async [Symbol.asyncDispose]() {
      for (const each of await Promise.allSettled(opened.values())) if (each.status === 'fulfilled') await each.value[Symbol.asyncDispose]();
    },
  };
}
