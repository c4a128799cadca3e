import type { InkDriver } from '../../ink/driver.ts';
import type { HomePlace } from '../../ink/screens/home/news.ts';
import type { Session } from '../session.ts';
import { INTERRUPTED, type Left } from './left.ts';

export interface Visited extends Left {
  readonly session: Session;
}

/** One of the screens that lead back to the home screen. */
export async function visit(session: Session, driver: InkDriver, place: HomePlace): Promise<Visited> {
  switch (place) {
    case 'settings': {
      const settled = await (await import('./settings.ts')).showSettings(session, driver);
      return settled === undefined ? { session, ...INTERRUPTED } : { session: settled };
    }
    case 'waits':
      return { session, ...(await (await import('./waits.ts')).showWaits(session, driver)) };
    case 'check':
      return { session, ...(await (await import('./check.ts')).showCheck(session, driver)) };
    case 'profiles':
      return { session, ...(await (await import('./profiles/show.ts')).showProfiles(session, driver)) };
  }
}
