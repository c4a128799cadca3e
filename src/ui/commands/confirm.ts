import type { Text } from '../../core/contracts/index.ts';
import { Interrupted } from '../../core/problems/interrupted.ts';
import { say } from '../../core/text/say.ts';
import type { Session } from './session.ts';

const YES = /^(?:y|yes|はい)$/i;

/** A short yes-or-no question outside the wizard; No is what Enter alone means. Only where a person is. */
export async function confirm(session: Session, question: Text): Promise<boolean> {
  const { host, signal } = session;
  if (session.plain) {
    const prompt = session.words(say('{question} y or n:', '{question} y または n:', { question }));
    return YES.test((await session.lines().read(prompt, signal)).trim());
  }
  const { confirm: ask } = await import('@inquirer/prompts');
  try {
    return await ask({ message: session.words(question), default: false }, { input: host.stdin, output: host.stderr, signal, clearPromptOnDone: false });
  } catch (thrown) {
    // The prompt's own Ctrl-C: it reads keys raw, so that no signal is made of it.
    if (thrown instanceof Error && (thrown.name === 'ExitPromptError' || thrown.name === 'AbortPromptError'))
      throw signal.aborted ? signal.reason : new Interrupted();
    throw thrown;
  }
}
