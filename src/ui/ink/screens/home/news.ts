import type { Text } from '../../../../core/contracts/index.ts';

/** What the last look at a profile means now. */
export interface HomeStanding {
  readonly text: Text;
  /** Something is to be done: a renewal is due, or the look found an error. */
  readonly due: boolean;
  /** Of the certificate's lifetime, what is left: 0 to 1. */
  readonly share?: number;
}

/** A profile as the home screen lists it. */
export interface HomeProfile {
  readonly name: string;
  readonly detail?: Text;
  readonly standing?: HomeStanding;
}

/** What arrives after the first frame. */
export type HomeNews =
  | { readonly type: 'standing'; readonly name: string; readonly standing: HomeStanding }
  /** How many waits somebody left open. */
  | { readonly type: 'waits'; readonly count: number };

/** What is done with one profile. */
export type HomeWork = 'replay' | 'renew' | 'disable';

/** Screens of their own, which lead back here. */
export type HomePlace = 'check' | 'waits' | 'profiles' | 'settings';

export type HomeChoice =
  | { readonly type: 'secure' | 'learn' }
  | { readonly type: HomePlace }
  | { readonly type: HomeWork; readonly profile: string }
  | { readonly type: 'quit'; readonly interrupted?: true };
