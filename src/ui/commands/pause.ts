import type { Text } from '../../core/contracts/index.ts';
import { Interrupted } from '../../core/problems/interrupted.ts';
import type { Session } from './session.ts';

/** Keeps what was printed readable until Enter is pressed; nothing where lines are all there is. @throws Interrupted on Ctrl-C */
export async function pause(session: Session, message: Text): Promise<void> {
  if (session.plain) return;
  const { input } = await import('@inquirer/prompts');
  const { host, signal } = session;
  await input({ message: session.words(message) }, { input: host.stdin, output: host.stderr, signal }).catch((thrown: unknown) => {
    signal.throwIfAborted();
    if (thrown instanceof Error && thrown.name === 'ExitPromptError') throw new Interrupted();
    throw thrown;
  });
}
