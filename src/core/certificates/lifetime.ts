const DAY = 86_400_000;

/** Of the lifetime: what is left when a renewal is due, and when it is overdue. */
export const RENEW_SHARE = 1 / 3;
export const URGENT_SHARE = 1 / 6;
const URGENT_DAYS = 3;

export interface Lifetime {
  /** 1 at the beginning, 0 at the end, negative afterwards. */
  readonly shareLeft: number;
  /** Whole days, rounded down; negative once expired. */
  readonly daysLeft: number;
  readonly severity: 'ok' | 'warning' | 'error';
  /** ISO 8601: when a third is left. */
  readonly renewAt: string;
}

export interface Limits {
  readonly warnDays?: number;
  readonly errorDays?: number;
}

/**
 * Where a certificate stands in its life. Warning below a third, error below a sixth or three days:
 * fixed numbers of days are wrong for 47-day certificates. `limits` in days replace either.
 * @param notBefore ISO 8601
 * @param notAfter ISO 8601
 * @param at ms since the epoch of `Environment.clock`
 */
export function lifetime(notBefore: string, notAfter: string, at: number, limits: Limits = {}): Lifetime {
  const end = Date.parse(notAfter);
  const total = Math.max(end - Date.parse(notBefore), 1);
  const left = end - at;
  const warnBelow = limits.warnDays === undefined ? total * RENEW_SHARE : limits.warnDays * DAY;
  const errorBelow = limits.errorDays === undefined ? Math.max(total * URGENT_SHARE, URGENT_DAYS * DAY) : limits.errorDays * DAY;
  return {
    shareLeft: left / total,
    daysLeft: Math.floor(left / DAY),
    severity: left < errorBelow ? 'error' : left < warnBelow ? 'warning' : 'ok',
    renewAt: new Date(end - total * RENEW_SHARE).toISOString(),
  };
}
