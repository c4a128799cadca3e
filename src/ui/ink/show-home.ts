import type { Look } from './look.ts';
import { createHome, type HomeChoice, type HomeNews, type HomeProfile, receiveHome, reduceHome } from './screens/home/state.ts';
import type { Session } from './session.ts';

/** The home screen until something is chosen; what is found out meanwhile is drawn when it comes, and no key waits for it. */
export async function showHome(
  session: Session,
  look: Look,
  profiles: readonly HomeProfile[],
  news: AsyncIterable<HomeNews> | undefined,
  at?: string,
): Promise<HomeChoice> {
  let screen = createHome(profiles, look, at);
  let open = true;
  const chosen = session.turn<HomeChoice>({
    screen,
    quit: { type: 'quit', interrupted: true },
    press: (press) => {
      const step = reduceHome(screen, press);
      screen = session.show(step.screen);
      return step.result;
    },
  });
  // What is not known does not keep anybody from choosing: who looks says so itself.
  const listening = (async () => {
    for await (const each of news ?? []) {
      if (!open) return;
      screen = session.show(receiveHome(screen, each, look));
    }
  })();
  listening.catch(() => undefined);
  try {
    return await chosen;
  } finally {
    open = false;
  }
}
