import { say } from '../../../core/text/say.ts';
import { type InkOptions, lookOf } from '../options.ts';
import { createSession } from '../session.ts';
import { NOW } from './runs.ts';
import { SCENES } from './scenes.ts';

/** Every screen's name, in the order of the work. */
export const SCENE_NAMES = Object.keys(SCENES);

/** Shows one screen with fixed data until a key ends it; true where it was Ctrl-C. */
export async function showScene(name: string, options: InkOptions): Promise<boolean> {
  const look = lookOf(options);
  const scene = await SCENES[name]?.(look);
  if (scene === undefined) return false;
  const environment = { title: say('Practice Azure', '練習用 Azure'), practice: true };
  const session = createSession({ ...options, look }, { environment, ...(scene.screen.type === 'home' ? {} : { profile: 'contoso' }), ...scene });
  session.useClock({ now: () => NOW });
  try {
    return await session.turn<boolean>({ screen: scene.screen, quit: true, press: () => false });
  } finally {
    await session.close();
  }
}
