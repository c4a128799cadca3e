import { say } from '../../../core/text/say.ts';
import { createLook } from '../look.ts';
import type { InkOptions } from '../options.ts';
import { createSession } from '../session.ts';
import { NOW } from './runs.ts';
import { SCENES } from './scenes.ts';

/** Shows one screen with fixed data until a key ends it. */
export async function showScene(name: string, options: InkOptions): Promise<void> {
  const look = createLook({
    language: options.language,
    depth: options.colorDepth ?? 1,
    unicode: options.unicode ?? true,
    screenReader: options.screenReader ?? false,
  });
  const scene = await SCENES[name]?.(look);
  if (scene === undefined) return;
  const environment = { title: say('Practice Azure', '練習用 Azure'), practice: true };
  const session = createSession({ ...options, look }, { environment, profile: 'contoso', steps: scene.steps, screen: scene.screen });
  session.useClock({ now: () => NOW });
  try {
    await session.turn<true>({ screen: scene.screen, quit: true, press: () => true });
  } finally {
    await session.close();
  }
}
