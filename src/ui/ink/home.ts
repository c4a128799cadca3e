import { createInkDriver } from './driver.ts';
import type { InkOptions } from './options.ts';
import type { HomeChoice, HomeNews, HomeProfile } from './screens/home/state.ts';

export interface HomeOptions extends InkOptions {
  /** In the order in which they are shown. */
  readonly profiles: readonly HomeProfile[];
  /** What is found out while the screen is up. */
  readonly news?: AsyncIterable<HomeNews>;
}

/** The home screen by itself: from its first frame to a choice, the terminal restored afterwards. */
export async function runHome(options: HomeOptions): Promise<HomeChoice> {
  const driver = createInkDriver(options);
  try {
    return await driver.home(options.profiles, options.news);
  } finally {
    await driver.close();
  }
}
