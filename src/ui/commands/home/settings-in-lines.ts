import { settingOrigins } from '../../host/setting-origins.ts';
import { saveSetting } from '../../host/settings.ts';
import { plainSettings } from '../../plain/settings.ts';
import type { Session } from '../session.ts';
import { settled } from './settings.ts';

/** The settings line by line, until the person goes back. @returns the session as it is afterwards */
export async function settingsInLines(session: Session): Promise<Session> {
  for (let now = session; ; ) {
    const chosen = await plainSettings(settingOrigins(now.host), now.lines(), now.writer, now.signal);
    if (chosen === undefined) return now;
    await saveSetting(now.files, now.host.folders.config, chosen.key, chosen.value);
    now = settled(now);
  }
}
