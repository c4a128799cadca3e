import { type ChildProcess, spawn } from 'node:child_process';

export interface HookCommand {
  /** Absolute, or a name that is looked for in PATH. */
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** What it reads on its standard input. */
  readonly input: string;
  /** Wall time, ms. */
  readonly timeoutMs: number;
}

/** `said`: the end of what it wrote, for the log. */
export interface HookRun {
  readonly ok: boolean;
  /** Why it is not: the exit code, the signal, the time, or what the system said. */
  readonly reason: string;
  readonly said: string;
}

const KEPT = 4096;

/**
 * Runs a program without a shell, in a group of its own, and ends the whole group when its time is up. Never throws.
 */
export async function runCommand({ program, args, cwd, input, timeoutMs }: HookCommand, signal: AbortSignal): Promise<HookRun> {
  const windows = process.platform === 'win32';
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  let said = '';
  let child: ChildProcess;
  try {
    child = spawn(program, [...args], { cwd, stdio: ['pipe', 'pipe', 'pipe'], detached: !windows, windowsHide: true, shell: false });
  } catch (thrown) {
    return { ok: false, reason: reasonOf(thrown), said };
  }
  const keep = (chunk: Buffer): void => {
    said = (said + chunk.toString('utf8')).slice(-KEPT);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  // A program that does not read its input may be gone before it is written.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  const ended = await new Promise<{ readonly ok: boolean; readonly reason: string }>((resolve) => {
    const onAbort = (): void => {
      killGroup(child, windows);
      resolve({ ok: false, reason: signal.aborted ? 'interrupted' : `still running after ${Math.round(timeoutMs / 1000)} s` });
    };
    limit.addEventListener('abort', onAbort, { once: true });
    child.once('error', (error) => resolve({ ok: false, reason: reasonOf(error) }));
    child.once('exit', (code, by) => {
      limit.removeEventListener('abort', onAbort);
      resolve({ ok: code === 0, reason: code === null ? `ended by ${by}` : `exit code ${code}` });
    });
  });
  // Something that it left running may hold these open for ever.
  child.stdout?.destroy();
  child.stderr?.destroy();
  child.unref();
  return { ...ended, said };
}

function killGroup({ pid }: ChildProcess, windows: boolean): void {
  if (pid === undefined) return;
  if (windows) {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on('error', () => undefined);
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended at this very moment.
  }
}

function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  return 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : thrown.message;
}
