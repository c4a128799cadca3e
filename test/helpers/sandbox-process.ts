import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Answer {
  readonly now: number;
  readonly wall: number;
  readonly status: number | null;
}

/** A practice Azure used by a process of its own. */
export interface SandboxProcess {
  readonly pid: number;
  /** `get PATH`, `sleep PRACTICE_MS`, `now` */
  ask(line: string): Promise<Answer>;
  leave(): Promise<void>;
  /** As `kill -9`. */
  kill(): Promise<void>;
}

/** @param speed used where this process becomes the host of a new world */
export async function startSandboxProcess(stateDir: string, speed = 75): Promise<SandboxProcess> {
  const script = fileURLToPath(new URL('./sandbox-child.ts', import.meta.url));
  const child = spawn(process.execPath, [script, stateDir, String(speed)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error('the sandbox process has ended');
    return value;
  };
  if ((await next()) !== 'ready') throw new Error('the sandbox process did not start');
  return {
    pid: child.pid ?? 0,
    async ask(line) {
      child.stdin.write(`${line}\n`);
      return JSON.parse(await next());
    },
    async leave() {
      child.stdin.write('leave\n');
      await ended(child);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended(child);
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
