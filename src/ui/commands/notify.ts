import type { Outcome } from '../../core/contracts/index.ts';
import { visible } from '../../core/text/visible.ts';
import { STATUS_WORDS } from '../text/words.ts';
import type { Session } from './session.ts';

const BELL = '\u0007';

/** Calls somebody back to the terminal after a wait of hours: a bell, and a notification where the terminal knows OSC 9; nothing where the settings say so. */
export function notifyOfEnd(session: Session, profile: string | undefined, ended: Outcome): void {
  if (session.host.settings.notify === 'off' || !session.person || ended.status === 'waiting' || ended.status === 'unchanged') return;
  const { stdout } = session.host;
  if (session.plain) {
    stdout.write(BELL);
    return;
  }
  const about = profile === undefined ? 'amltls' : `amltls ${profile}`;
  stdout.write(`\u001b]9;${visible(`${about}: ${session.words(STATUS_WORDS[ended.status])}`)}${BELL}${BELL}`);
}
