import { createInkDriver } from './driver.ts';
import type { InkOptions } from './options.ts';
import type { HomeChoice, HomeProfile } from './screens/home/state.ts';

export interface HomeOptions extends InkOptions {
  /** In the order in which they are shown. */
  readonly profiles: readonly HomeProfile[];
}

/** The home screen by itself: from its first frame to a choice, the terminal restored afterwards. */
export async function runHome(options: HomeOptions): Promise<HomeChoice> {
  const driver = createInkDriver(options);
  try {
    return await driver.home(options.profiles);
  } finally {
    await driver.close();
  }
}
