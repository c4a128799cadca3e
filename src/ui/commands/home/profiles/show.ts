import { toProblem } from '../../../../core/problems/to-problem.ts';
import { writtenAnswers } from '../../../../core/profile/book.ts';
import type { InkDriver } from '../../../ink/driver.ts';
import type { ProfilesState } from '../../../ink/screens/profiles/panel.ts';
import { editPlace, findBook } from '../../profiles.ts';
import type { Session } from '../../session.ts';
import { INTERRUPTED, type Left } from '../left.ts';
import { act, type Notice } from './act.ts';
import { profilesOnScreen } from './on-screen.ts';

/** The profiles of the file that counts here, and what can be done with each. */
export async function showProfiles(session: Session, driver: InkDriver): Promise<Left> {
  const { createProfiles, profilesPanel } = await import('../../../ink/screens/profiles/panel.ts');
  const ui = profilesOnScreen(session, driver);
  let index = 0;
  let notice: Notice | undefined;
  for (;;) {
    const { about, wrong } = await profilesOf(session);
    notice ??= wrong;
    const state = createProfiles({ ...about, ...(notice === undefined ? {} : { notice }) }, index);
    const result = await driver.panel(state, profilesPanel, { quit: { type: 'quit' } });
    if (result.type === 'quit') return INTERRUPTED;
    if (result.type === 'back') return {};
    index = result.index;
    const acted = await act(session, ui, result.type, result.name);
    if (acted === 'interrupted') return INTERRUPTED;
    notice = acted;
  }
}

type About = Pick<ProfilesState, 'file' | 'profiles'>;

/** @returns what the file holds, or why that cannot be told */
export async function profilesOf(session: Session): Promise<{ readonly about: About; readonly wrong?: Notice }> {
  try {
    const book = await findBook(session);
    const profiles = book === undefined ? [] : book.names.map((name) => ({ name, answers: writtenAnswers(book, name) }));
    return { about: { file: editPlace(session, book).path, profiles } };
  } catch (thrown) {
    return { about: { file: '', profiles: [] }, wrong: { text: toProblem(thrown).message, severity: 'error' } };
  }
}
