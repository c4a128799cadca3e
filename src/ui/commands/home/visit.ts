import type { InkDriver } from '../../ink/driver.ts';
import type { HomePlace } from '../../ink/screens/home/news.ts';
import type { Session } from '../session.ts';
import type { HomeChoice } from './choose.ts';

export interface Visited {
  /** What is to be done next; left out where the home screen comes again. */
  readonly choice?: HomeChoice;
  readonly session: Session;
}

const INTERRUPTED: HomeChoice = { type: 'quit', interrupted: true };

/** One of the screens that lead back to the home screen. */
export async function visit(session: Session, driver: InkDriver, place: HomePlace): Promise<Visited> {
  switch (place) {
    case 'settings': {
      const settled = await (await import('./settings.ts')).showSettings(session, driver);
      return settled === undefined ? { session, choice: INTERRUPTED } : { session: settled };
    }
    case 'waits':
      return { session, ...(await (await import('./waits.ts')).showWaits(session, driver)) };
    case 'check':
      return { session, ...(await (await import('./check.ts')).showCheck(session, driver)) };
    case 'profiles':
      return { session, ...(await (await import('./profiles/show.ts')).showProfiles(session, driver)) };
  }
}
