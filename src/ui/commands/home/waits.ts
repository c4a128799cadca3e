import type { InkDriver } from '../../ink/driver.ts';
import type { WaitEntry, WaitsState } from '../../ink/screens/waits/panel.ts';
import type { Session } from '../session.ts';
import { waitText } from '../watch/list.ts';
import { openWaitsOf } from '../watch/open-waits.ts';
import type { HomeChoice } from './choose.ts';

/** The open waits on the screen. @returns the one that is to be taken up; nothing where the person goes back */
export async function showWaits(session: Session, driver: InkDriver): Promise<{ readonly choice?: HomeChoice }> {
  const { createWaits, waitsPanel } = await import('../../ink/screens/waits/panel.ts');
  let waits: Awaited<ReturnType<typeof openWaitsOf>> = [];
  const result = await driver.panel(createWaits(), waitsPanel, {
    quit: { type: 'quit' },
    async live(update) {
      waits = await openWaitsOf(session);
      const entries = waits.map(entryOf);
      update((state: WaitsState) => ({ ...state, waits: entries }));
    },
  });
  if (result.type === 'quit') return { choice: { type: 'quit', interrupted: true } };
  const wait = result.type === 'take-up' ? waits[result.at] : undefined;
  return wait === undefined || wait.profile === null ? {} : { choice: { type: 'watch', kind: wait.kind, profile: wait.profile } };
}

function entryOf(wait: Awaited<ReturnType<typeof openWaitsOf>>[number]): WaitEntry {
  const { profile, environment, startedAt, deadline, resume } = wait;
  return { what: waitText(wait), profile, environment, startedAt, deadline, resume, here: profile !== null };
}
