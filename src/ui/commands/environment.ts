import { join, resolve } from 'node:path';
import type { Answers, Environment, OpenContext } from '../../core/contracts/index.ts';
import { innerAddresses } from '../../core/profile/addresses.ts';
import { type Session, tell } from './session.ts';

/** Opens the environment that flags and profile name; `azure` where neither does. @throws ProblemError `plugin-unknown` */
export async function openEnvironment(session: Session, answers: Answers): Promise<Environment & AsyncDisposable> {
  const plugin = await session.registry.get('environment', environmentId(session, answers));
  session.log.write('debug', 'open environment', { id: plugin.id });
  return await plugin.open(openContext(session, answers));
}

export function environmentId({ options }: Session, answers: Answers): string {
  const named = answers['environment'];
  return options.env ?? (typeof named === 'string' ? named : 'azure');
}

function openContext(session: Session, answers: Answers): OpenContext {
  const { host, options, signal, person } = session;
  const { seed } = options.environment;
  return {
    answers,
    signal,
    ...(host.settings.resolvers === undefined ? {} : { resolvers: host.settings.resolvers }),
    guarded: innerAddresses(answers).some((address) => session.foreign.has(address)),
    // A device code is worth nothing where nobody can type it into a browser.
    tell: person ? (line) => tell(session, line) : undefined,
    options: { ...options.environment, 'state-dir': stateDirOf(session), ...(seed === undefined ? {} : { seed: resolve(host.cwd, seed) }) },
  };
}

/** Where the practice Azure keeps its state. */
export function stateDirOf({ host, options }: Session): string {
  const given = options.environment['state-dir'];
  return given === undefined ? join(host.folders.state, 'sandbox') : resolve(host.cwd, given);
}
