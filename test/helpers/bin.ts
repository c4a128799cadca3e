import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type PtyOptions, type PtyTerminal, runInPty } from './terminal-pty.ts';

/** What `npm run build` made. */
export const BIN = join(import.meta.dirname, '../../dist/amltls.mjs');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Default: the home folder. */
  readonly cwd?: string;
}

export interface Home {
  readonly folder: string;
  readonly stateDir: string;
  /** What makes a program take this home for its own. */
  readonly env: Readonly<Record<string, string>>;
  /** The built bin without a terminal, in this home. */
  run(args: readonly string[], options?: RunOptions): Promise<Ran>;
  /** The built bin in a pseudo-terminal, in this home; ended with the test. */
  open(args: readonly string[], options?: PtyOptions): PtyTerminal;
}

/** A home folder with its own practice Azure: nothing of the machine's user is seen or touched. */
export async function freshHome(): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'amltls-home-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const stateDir = join(folder, 'sandbox');
  const env = {
    HOME: folder,
    USERPROFILE: folder,
    XDG_CONFIG_HOME: join(folder, '.config'),
    XDG_STATE_HOME: join(folder, '.state'),
    XDG_DATA_HOME: join(folder, '.data'),
    AMLTLS_SANDBOX_STATE_DIR: stateDir,
    LC_ALL: 'en_US.UTF-8',
  };
  return {
    folder,
    stateDir,
    env,
    run: (args, options = {}) => run(args, options.cwd ?? folder, { ...process.env, ...env, ...options.env }, options.input),
    open(args, options = {}) {
      // A CI variable makes Ink draw the last frame only.
      const terminal = runInPty(process.execPath, [BIN, ...args], {
        cwd: folder,
        ...options,
        env: { CI: undefined, NO_COLOR: undefined, TERM: 'xterm-256color', ...env, ...options.env },
      });
      onTestFinished(async () => {
        await terminal[Symbol.asyncDispose]();
        // Whatever a test is about: the scrollback is somebody else's.
        expect(terminal.written().join('')).not.toContain('\u001b[3J');
      });
      return terminal;
    },
  };
}

function run(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv, input = ''): Promise<Ran> {
  const child = spawn(process.execPath, [BIN, ...args], { cwd, env });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  // A program that does not read its input may be gone before it is written.
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => done({ code, stdout, stderr }));
  });
}
