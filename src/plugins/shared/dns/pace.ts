const SECOND_MS = 1_000;

export interface PaceOptions {
  readonly perSecond: number;
  /** So many may go at once after a rest. */
  readonly burst: number;
  /** ms of a monotonic clock. */
  now(): number;
}

/** How often something may happen: in any second at most `perSecond` times and `burst` more. */
export interface Pace {
  /** ms until it may happen again; 0: now. */
  delay(): number;
  /** It happens now. */
  mark(): void;
  /** Nothing happened for so long that nobody has to remember it. */
  readonly rested: boolean;
}

export function createPace({ perSecond, burst, now }: PaceOptions): Pace {
  const gap = SECOND_MS / perSecond;
  // When all of the burst is there again.
  let full = Number.NEGATIVE_INFINITY;
  return {
    delay: () => Math.max(0, full - (burst - 1) * gap - now()),
    mark() {
      full = Math.max(full, now()) + gap;
    },
    get rested() {
      return full <= now();
    },
  };
}
