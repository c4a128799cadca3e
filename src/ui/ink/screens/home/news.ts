import type { Text } from '../../../../core/contracts/index.ts';

/** What the last look at a profile means now. */
export interface HomeStanding {
  readonly text: Text;
  /** Something is to be done: a renewal is due, or the look found an error. */
  readonly due: boolean;
}

/** A profile as the home screen lists it. */
export interface HomeProfile {
  readonly name: string;
  readonly detail?: Text;
  readonly standing?: HomeStanding;
}

/** A wait that somebody left open. */
export interface HomeWait {
  readonly kind: 'renewal' | 'dns';
  readonly profile: string;
  readonly text: Text;
}

/** What arrives after the first frame. */
export type HomeNews =
  | { readonly type: 'standing'; readonly name: string; readonly standing: HomeStanding }
  | { readonly type: 'waits'; readonly waits: readonly HomeWait[] };

/** What is done with one profile. */
export type HomeWork = 'replay' | 'renew' | 'check' | 'disable';

export type HomeChoice =
  | { readonly type: 'secure' | 'learn' }
  | { readonly type: HomeWork; readonly profile: string }
  | { readonly type: 'watch'; readonly kind: HomeWait['kind']; readonly profile: string }
  | { readonly type: 'quit'; readonly interrupted?: true };
