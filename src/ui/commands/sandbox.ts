import { resolve } from 'node:path';
import type { ExitCode } from '../../core/contracts/index.ts';
import { exitCodeOfAbort } from '../../core/problems/interrupted.ts';
import { fail } from '../../core/problems/problem-error.ts';
import { code, say, value } from '../../core/text/say.ts';
import { writeDocument } from './document.ts';
import { stateDirOf } from './environment.ts';
import { answer, type Session, tell } from './session.ts';

/** What main.ts lends of the practice Azure: this layer knows no plugin. */
export interface SandboxHosting {
  startHost(options: { readonly stateDir: string; readonly speed?: number; readonly seedFile?: string }): Promise<SandboxRunning>;
  /** The one line of JSON that other programs read (cli.md). */
  announcement(info: SandboxRunning['info']): string;
  /** One request to the control endpoint (cli.md) of whoever hosts a state directory. */
  control(stateDir: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body: unknown, signal: AbortSignal): Promise<unknown>;
  /** false where there was nothing to forget. */
  reset(stateDir: string): Promise<boolean>;
}

export interface SandboxRunning extends AsyncDisposable {
  readonly info: object;
  /** Aborted when it stopped by itself. */
  readonly stopped: AbortSignal;
}

/** Runs the practice Azure in the foreground until it is told to stop. One line says how to reach it. */
export async function runSandbox(session: Session, hosting: SandboxHosting): Promise<ExitCode> {
  const { options, signal } = session;
  const { speed, seed } = options.environment;
  await using running = await hosting.startHost({
    stateDir: stateDirOf(session),
    ...(speed === undefined ? {} : { speed: Number(speed) }),
    ...(seed === undefined ? {} : { seedFile: resolve(session.host.cwd, seed) }),
  });
  // The token is the point of this line: it is for programs of the same user, and good for the practice Azure alone.
  if (options.format !== 'text') session.host.stdout.write(`${hosting.announcement(running.info)}\n`);
  else describe(session, running);
  await aborted(AbortSignal.any([signal, running.stopped]));
  if (signal.aborted) return exitCodeOfAbort(signal);
  return stoppedByItself();
}

/** Forgets everything that was practised. Refused while somebody practises. */
export async function resetSandbox(session: Session, hosting: SandboxHosting): Promise<ExitCode> {
  const stateDir = stateDirOf(session);
  await hosting.reset(stateDir);
  if (session.options.format === 'text') answer(session, say('The practice Azure begins anew the next time.', '練習用 Azure は次回、初期状態から始まります。'));
  else writeDocument(session, 'sandbox-reset', { stateDir, exitCode: 0 }, true);
  return 0;
}

function describe(session: Session, { info }: SandboxRunning): void {
  const endpoint = 'armEndpoint' in info ? String(info.armEndpoint) : '';
  answer(
    session,
    say('The practice Azure runs at {endpoint}; its state is in {folder}.', '練習用 Azure が {endpoint} で動作しています。状態は {folder} にあります。', {
      endpoint: value(endpoint),
      folder: value(stateDirOf(session)),
    }),
  );
  tell(
    session,
    say('Use it from another terminal: {command}. Ctrl-C stops it.', '別のターミナルから使用できます: {command}。Ctrl-C で停止します。', {
      command: code('amltls secure --sandbox'),
    }),
  );
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

function stoppedByItself(): never {
  return fail({
    code: 'sandbox-stopped',
    owner: 'amltls',
    message: say('The practice Azure stopped: another process took its state over.', '練習用 Azure が停止しました。別のプロセスが状態を引き継ぎました。'),
    next: [say('Start it again: {command}', 'もう一度起動してください: {command}', { command: code('amltls sandbox') })],
  });
}
