const DAY = 86_400_000;

/** Azure renews nothing while more than this is left (facts.md section 7, 2). */
export const ACTS_BELOW_DAYS = 70;

/** ms since the epoch: from when a forced renewal of a Microsoft certificate does anything. @param notAfter ISO 8601 */
export function actsFrom(notAfter: string): number {
  return Date.parse(notAfter) - ACTS_BELOW_DAYS * DAY;
}
