import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Environment, OpenContext } from '../../../core/contracts/index.ts';
import { openSandboxEnvironment } from './environment.ts';
import { checkedSpeed } from './host/speed.ts';

/** What the command line says of the sandbox, by its flags' names. */
export interface SandboxOptions {
  readonly stateDir: string;
  readonly speed: number | undefined;
  readonly seedFile: string | undefined;
}

/**
 * Reads `state-dir`, `speed` and `seed`; `default-state-dir` is the user's own, given by the UI.
 * @throws ProblemError `sandbox-speed`
 */
export function sandboxOptions(options: OpenContext['options']): SandboxOptions {
  return {
    stateDir: options['state-dir'] ?? options['default-state-dir'] ?? join(homedir(), '.amltls', 'sandbox'),
    speed: options['speed'] === undefined ? undefined : checkedSpeed(options['speed']),
    seedFile: options['seed'],
  };
}

export async function openFromOptions(context: OpenContext): Promise<Environment & AsyncDisposable> {
  return await openSandboxEnvironment(sandboxOptions(context.options), context.signal);
}
