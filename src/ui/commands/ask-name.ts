import { Interrupted } from '../../core/problems/interrupted.ts';
import type { ProfileBook } from '../../core/profile/book.ts';
import { isProfileName } from '../../core/profile/names.ts';
import { say } from '../../core/text/say.ts';
import { prompted } from '../host/prompted.ts';
import { type Session, tell, terminalOf } from './session.ts';

const QUESTION = say(
  'Save these answers as a profile? Type its name, or press Enter not to.',
  '回答をプロファイルとして保存しますか? 名前を入力してください (保存しない場合は Enter のみ)。',
);
const BAD = say('Letters, digits and . _ - only, beginning with a letter or digit.', '英数字と . _ - だけを使い、英数字で始めてください。');
const TAKEN = say('There is a profile of that name already.', 'その名前のプロファイルは既にあります。');

/** A name for a profile that is not taken; undefined where none is wanted. */
export async function askName(session: Session, book: ProfileBook | undefined): Promise<string | undefined> {
  const why = (name: string) => (name === '' ? undefined : !isProfileName(name) ? BAD : book?.names.includes(name) === true ? TAKEN : undefined);
  if (!session.plain) {
    const { input } = await import('@inquirer/prompts');
    const validate = (name: string) => {
      const problem = why(name.trim());
      return problem === undefined ? true : session.words(problem);
    };
    try {
      const typed = await prompted(terminalOf(session), (context) => input({ message: session.words(QUESTION), validate }, context));
      return typed.trim() || undefined;
    } catch (thrown) {
      if (thrown instanceof Interrupted) return undefined;
      throw thrown;
    }
  }
  try {
    for (;;) {
      const typed = (await session.lines().read(session.words(QUESTION), session.signal)).trim();
      const problem = why(typed);
      if (problem === undefined) return typed || undefined;
      tell(session, problem);
    }
  } catch (thrown) {
    if (thrown instanceof Interrupted && !session.signal.aborted) return undefined;
    throw thrown;
  }
}
