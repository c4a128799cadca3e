import type { WorldState } from '../state/world-state.ts';
import type { Issuer } from './issuer.ts';

/** What a request works on: the state, already settled at `now` (practice ms). */
export interface World {
  readonly state: WorldState;
  readonly now: number;
  readonly issuer: Issuer;
}
