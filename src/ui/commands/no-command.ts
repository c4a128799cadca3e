import type { ExitCode } from '../../core/contracts/index.ts';
import { replayPractice } from './practice.ts';
import type { SandboxHosting } from './sandbox.ts';
import type { Session } from './session.ts';

/** `amltls` alone: the home screen; where no one can answer, help, or with `--sandbox` the practice profile. */
export async function withoutCommand(session: Session, help: string, sandbox: () => Promise<SandboxHosting>): Promise<ExitCode> {
  if (session.person) return await (await import('./home/home.ts')).home(session, sandbox);
  if (session.options.env === 'sandbox') return await replayPractice(session);
  for (const line of help.trimEnd().split('\n')) session.notes.line(line);
  return 2;
}
