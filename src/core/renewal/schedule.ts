const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** ms from the request until Azure serves the renewed certificate (facts.md section 0, 1). */
export const EXPECTED_MS = 5 * HOUR;
/** Longer than this nobody looks without being told to. */
export const PATIENCE_MS = 10 * HOUR;

/**
 * The pause before the next look, in ms: sparse while change is unlikely, dense where it is likely, sparse again when it is late.
 * Five hours cost 120 looks.
 * @param elapsed ms since the renewal was asked for
 */
export function renewalPause(elapsed: number): number {
  if (elapsed < 0.75 * EXPECTED_MS) return Math.min(5 * MINUTE, Math.max(MINUTE, 0.75 * EXPECTED_MS - elapsed));
  return elapsed < EXPECTED_MS + HOUR ? MINUTE : 5 * MINUTE;
}
