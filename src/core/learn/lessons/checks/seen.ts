import type { Text } from '../../../contracts/index.ts';

/** What one check wanted, and what is to be seen instead where it does not hold yet. */
export interface Seen {
  readonly holds: boolean;
  readonly wanted: Text;
  readonly instead?: Text;
}

export const seen = (wanted: Text, instead: Text | undefined): Seen => (instead === undefined ? { holds: true, wanted } : { holds: false, wanted, instead });
