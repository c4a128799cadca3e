import type { Hoster } from './hoster.ts';
import { JAPAN } from './japan.ts';
import { WORLDWIDE } from './worldwide.ts';

export type { Hoster, RecordForm } from './hoster.ts';

/** Every host of zones whose form is known. */
export const HOSTERS: readonly Hoster[] = [...WORLDWIDE, ...JAPAN];

/** Who hosts a zone, by the names of its servers; undefined for others. */
export function hosterOf(servers: readonly { readonly label: string }[]): Hoster | undefined {
  return HOSTERS.find((hoster) => servers.some(({ label }) => hoster.servers.test(label)));
}
