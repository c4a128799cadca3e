import { say, value } from '../../../core/text/say.ts';
import { prompted } from '../../host/prompted.ts';
import { type Session, terminalOf } from '../session.ts';
import { readFile } from './read-file.ts';

export const PASSPHRASE_VARIABLE = 'AMLTLS_PASSPHRASE';

/**
 * The passphrase that was given beforehand: first line of `--passphrase-file`, else the variable AMLTLS_PASSPHRASE. Never an argument, which
 * every user of the machine can see. It is kept out of all output from here on.
 * @throws ProblemError `file-missing`, `file-unreadable`
 */
export async function givenPassphrase(session: Session, file: string | undefined): Promise<string | undefined> {
  const text = file === undefined ? session.host.env[PASSPHRASE_VARIABLE] : firstLine(await readFile(session, file));
  if (text !== undefined && text !== '') session.hidden.set(PASSPHRASE_VARIABLE, text);
  return text;
}

/** Asks the person for it; undefined where nobody is there. */
export async function askPassphrase(session: Session, file: string): Promise<string | undefined> {
  if (!session.person) return undefined;
  const { password } = await import('@inquirer/prompts');
  const message = session.words(say('Passphrase of {file}:', '{file} のパスフレーズ:', { file: value(file) }));
  const typed = await prompted(terminalOf(session), (context) => password({ message, mask: '*' }, context));
  if (typed !== '') session.hidden.set(PASSPHRASE_VARIABLE, typed);
  return typed;
}

function firstLine(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  bytes.fill(0);
  return text.split(/\r\n|\r|\n/u)[0] ?? '';
}
