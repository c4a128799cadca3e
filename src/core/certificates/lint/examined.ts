import type { Span, Text } from '../../contracts/index.ts';
import type { Certificate } from '../certificate.ts';
import type { Contents } from '../contents/contents.ts';
import type { OrderedChain } from '../order.ts';
import type { IsPublicSuffix } from '../path/leaf-rules.ts';
import type { RuleCode } from '../rules/catalogue.ts';

/** How a file is to be judged. */
export interface LintWish {
  /** A-labels or addresses that have to be covered. */
  readonly names: readonly string[];
  /** ms since the epoch */
  readonly at: number;
  /** `private`: what only public CAs have to keep is left out. */
  readonly rules: 'web' | 'private';
  /** PEM of what clients trust; asked for only where `trust` does not decide. The same array every time. */
  readonly roots: () => readonly string[];
  /** PEM of the public roots: who ends there is measured by the CA/Browser Forum. */
  readonly publicRoots: () => readonly string[];
  /** PEM of the CA that was named as trusted; the same array for all files, which is then read once. */
  readonly trust?: readonly string[] | undefined;
  readonly isPublicSuffix: IsPublicSuffix;
}

/** What there is to look at in one file. */
export interface Examined {
  readonly contents: Contents;
  /** undefined where no certificate could be read. */
  readonly chain: OrderedChain | undefined;
  /** Intermediates that were fetched: part of no file, and of the chain all the same. */
  readonly wish: LintWish;
}

/** A rule that is broken, and by what. */
export interface Hit {
  readonly code: RuleCode;
  readonly certificate?: Certificate | undefined;
  readonly detail?: Span | Text | undefined;
}
