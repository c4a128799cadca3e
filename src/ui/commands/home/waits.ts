import { systemClock } from '../../../plugins/shared/local/clock.ts';
import type { InkDriver } from '../../ink/driver.ts';
import type { WaitEntry, WaitsState } from '../../ink/screens/waits/panel.ts';
import type { Session } from '../session.ts';
import { holderOf } from '../watch/holder-of.ts';
import { waitText } from '../watch/list.ts';
import { type FoundWait, isWatchable, openWaitsOf } from '../watch/open-waits.ts';
import { INTERRUPTED, type Left } from './left.ts';

const LOOK_MS = 2000;

/** The open waits on the screen. @returns the one that is to be taken up; nothing where the person goes back */
export async function showWaits(session: Session, driver: InkDriver): Promise<Left> {
  const { createWaits, waitsPanel } = await import('../../ink/screens/waits/panel.ts');
  let waits: readonly FoundWait[] = [];
  const result = await driver.panel(createWaits(), waitsPanel, {
    quit: { type: 'quit' },
    async live(update, left) {
      // One that ends, or is begun elsewhere, shows by itself.
      for (let before = ''; ; await systemClock.sleep(LOOK_MS, left)) {
        const now = await openWaitsOf(session);
        const entries = await Promise.all(now.map(entryOf));
        if (JSON.stringify(entries) === before) continue;
        before = JSON.stringify(entries);
        waits = now;
        update((state: WaitsState) => ({ ...state, waits: entries, index: Math.max(0, Math.min(state.index, entries.length - 1)) }));
      }
    },
  });
  if (result.type === 'quit') return INTERRUPTED;
  const wait = result.type === 'take-up' ? waits[result.at] : undefined;
  return wait === undefined || !isWatchable(wait) ? {} : { choice: { type: 'watch', kind: wait.kind, profile: wait.profile } };
}

async function entryOf(wait: FoundWait): Promise<WaitEntry> {
  const holder = await holderOf(wait);
  const { profile, environment, startedAt, deadline, resume } = wait;
  const entry = { what: waitText(wait), profile, environment, startedAt, deadline, resume, here: isWatchable(wait) };
  return holder === undefined ? entry : { ...entry, holder };
}
