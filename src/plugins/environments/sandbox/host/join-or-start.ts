import { readFile, realpath } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ProblemError } from '../../../../core/problems/problem-error.ts';
import { makeFolder } from '../../../shared/local/atomic-write.ts';
import { fileProblem } from '../../../shared/local/file-problems.ts';
import { lockFile } from '../../../shared/local/lock.ts';
import { type ControlClient, createControlClient } from './control-client.ts';
import { alreadyRuns, doesNotAnswer } from './problems.ts';
import { readSandboxFile, type SandboxInfo } from './sandbox-file.ts';
import type { HostOptions, SandboxHost } from './start-host.ts';

/** A practice Azure that answers: another process's, or (with `host`) this one's own. */
export interface Joined {
  readonly info: SandboxInfo;
  readonly caPem: string;
  readonly control: ControlClient;
  readonly host: SandboxHost | undefined;
}

const LOOK_MS = 50;
const PATIENCE_MS = 20_000;
const HELLO_MS = 2_000;

/**
 * Joins the host of a state directory when it answers, otherwise becomes the host. However many processes do this at once, one
 * holds the lock and the others join it.
 * @throws ProblemError `sandbox-does-not-answer`, and what starting throws
 */
export async function joinOrStart(options: HostOptions, signal: AbortSignal): Promise<Joined> {
  const stateDir = await prepared(options.stateDir);
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    signal.throwIfAborted();
    const joined = await join(stateDir, signal);
    if (joined !== undefined) return joined;
    const host = await startIfFree({ ...options, stateDir });
    if (!(host instanceof ProblemError)) {
      if (!signal.aborted) return ownHost(host);
      await host[Symbol.asyncDispose]();
      throw signal.reason;
    }
    if (performance.now() > deadline) throw doesNotAnswer(stateDir, host);
    await delay(LOOK_MS, undefined, { signal });
  }
}

/** Becomes the host. @throws ProblemError `sandbox-already-runs` where another process is */
export async function startHost(options: HostOptions): Promise<SandboxHost> {
  const stateDir = await prepared(options.stateDir);
  const host = await startIfFree({ ...options, stateDir });
  if (host instanceof ProblemError) throw alreadyRuns(stateDir, (await readSandboxFile(stateDir))?.pid);
  return host;
}

/** The host that answers, undefined where none does. */
export async function join(stateDir: string, signal: AbortSignal): Promise<Joined | undefined> {
  const info = await readSandboxFile(stateDir);
  const caPem = info && (await readFile(info.caFile, 'utf8').catch(() => undefined));
  if (info === undefined || caPem === undefined) return undefined;
  const control = createControlClient(info, caPem);
  const hello = await control.send('GET', '/host', undefined, AbortSignal.any([signal, AbortSignal.timeout(HELLO_MS)])).catch(() => undefined);
  if (typeof hello === 'object' && hello !== null && 'instance' in hello && hello.instance === info.instance) return { info, caPem, control, host: undefined };
  control.close();
  signal.throwIfAborted();
  return undefined;
}

function ownHost(host: SandboxHost): Joined {
  return { info: host.info, caPem: host.caPem, control: createControlClient(host.info, host.caPem), host };
}

/** The lock is taken before anything of the host is loaded or read. @returns the problem `locked` where somebody else has it */
async function startIfFree(options: HostOptions): Promise<SandboxHost | ProblemError> {
  try {
    const lock = await lockFile(lockPath(options.stateDir));
    const { startUnderLock } = await import('./start-host.ts');
    return await startUnderLock(options, lock);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'locked') return error;
    throw error;
  }
}

/** What the one lock of a state directory is on. */
export const lockPath = (stateDir: string): string => joinPath(stateDir, 'host');

/** Two ways to the same folder are one folder. @throws ProblemError where it cannot be made */
async function prepared(stateDir: string): Promise<string> {
  try {
    await makeFolder(stateDir);
    return await realpath(stateDir);
  } catch (error) {
    throw fileProblem(error, stateDir, 'write');
  }
}
