import { say } from '../../../core/text/say.ts';
import { settingOrigins } from '../../host/setting-origins.ts';
import { saveSetting } from '../../host/settings.ts';
import { plainSettings } from '../../plain/settings.ts';
import type { Session } from '../session.ts';
import { settled } from './settings.ts';
import { resolversIn, resolversRefused } from './typed-resolvers.ts';

const NEXT_TIME = say('The full screen begins the next time amltls is started.', '全画面表示は、次に amltls を起動したときに始まります。');

/** The settings line by line, until the person goes back. @returns the session as it is afterwards */
export async function settingsInLines(session: Session): Promise<Session> {
  for (let now = session; ; ) {
    const chosen = await plainSettings(settingOrigins(now.host), now.lines(), now.writer, now.signal, { parse: resolversIn, refused: resolversRefused });
    if (chosen === undefined) return now;
    await saveSetting(now.files, now.host.folders.config, chosen.key, chosen.value);
    // Who reads lines now goes on reading them: the one reader of the input stays.
    now = { ...settled(now), plain: true };
    if (chosen.key === 'screen' && chosen.value === 'full') now.lines().say(now.words(NEXT_TIME));
  }
}
