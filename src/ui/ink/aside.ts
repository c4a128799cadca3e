import type { Aside } from './frame/aside.ts';
import type { Session } from './session.ts';

/** Shows the words from beside for as long as the session lives. Returns how to stop. */
export function showAside(session: Pick<Session, 'change'>, aside: Aside | undefined): () => void {
  if (aside === undefined) return () => undefined;
  const show = (): void => session.change({ aside: { view: aside.view(), later: aside.later !== undefined } });
  show();
  return aside.subscribe(show);
}
