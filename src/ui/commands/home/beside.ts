import type { Session } from '../session.ts';

/** For work beside a screen: it prints nothing over it, asks nobody, and ends when the screen is left. */
export function beside(session: Session, left: AbortSignal): Session {
  const line = (text: string): void => session.log.write('info', 'beside a screen', { text });
  return {
    ...session,
    person: false,
    notes: { ...session.notes, line },
    out: { ...session.out, line },
    signal: AbortSignal.any([session.signal, left]),
  };
}
