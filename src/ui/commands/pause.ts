import type { Text } from '../../core/contracts/index.ts';
import { prompted } from '../host/prompted.ts';
import { type Session, terminalOf } from './session.ts';

/** Keeps what was printed readable until Enter is pressed; nothing where lines are all there is. @throws Interrupted on Ctrl-C */
export async function pause(session: Session, message: Text): Promise<void> {
  if (session.plain) return;
  const { input } = await import('@inquirer/prompts');
  await prompted(terminalOf(session), (context) => input({ message: session.words(message) }, context));
}
