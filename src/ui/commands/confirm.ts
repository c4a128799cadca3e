import type { Text } from '../../core/contracts/index.ts';
import { say } from '../../core/text/say.ts';
import { prompted } from '../host/prompted.ts';
import { type Session, terminalOf } from './session.ts';

const YES = /^(?:y|yes|はい)$/i;

/** A short yes-or-no question outside the wizard; No is what Enter alone means. Only where a person is. */
export async function confirm(session: Session, question: Text): Promise<boolean> {
  if (session.plain) {
    const prompt = session.words(say('{question} y or n:', '{question} y または n:', { question }));
    return YES.test((await session.lines().read(prompt, session.signal)).trim());
  }
  const { confirm: ask } = await import('@inquirer/prompts');
  const about = { message: session.words(question), default: false };
  return await prompted(terminalOf(session), (context) => ask(about, { ...context, clearPromptOnDone: false }));
}
