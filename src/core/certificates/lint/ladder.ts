const DAY = 86_400_000;

// Maximum days by the day of issue; newest first. CA/B BR 6.3.2 (ballots 193, SC-081v3), and Apple's and Mozilla's 398 before them.
const LADDER: readonly (readonly [from: number, days: number])[] = [
  [Date.UTC(2029, 2, 15), 47],
  [Date.UTC(2027, 2, 15), 100],
  [Date.UTC(2026, 2, 15), 200],
  [Date.UTC(2020, 8, 1), 398],
  [Date.UTC(2018, 2, 1), 825],
];

/** The most days a public certificate may live that is issued at `notBefore` (ms since the epoch); undefined before there was a limit. */
export function lifetimeLimit(notBefore: number): number | undefined {
  return LADDER.find(([from]) => notBefore >= from)?.[1];
}

/** Days, both ends included as BR 6.3.2 counts: a second more than whole days is another day. */
export function lifetimeDays({ notBefore, notAfter }: { readonly notBefore: number; readonly notAfter: number }): number {
  return Math.ceil((notAfter - notBefore + 1000) / DAY);
}
