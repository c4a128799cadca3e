const LEAST_MS = 1_000;
const MOST_MS = 3_600_000;

/**
 * How long the service asks to wait, ms; undefined where it does not. Dates count from the reply's own `Date`, so that
 * a wrong clock on this machine does no harm.
 * @param now ms since the epoch, for replies without a date
 * @param most longer than this is taken for a slip; ms
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now: number, most = MOST_MS): number | undefined {
  const exact = numeric(headers['retry-after-ms']) ?? numeric(headers['x-ms-retry-after-ms']);
  if (exact !== undefined) return bounded(exact, most);
  const text = headers['retry-after'];
  const seconds = numeric(text);
  if (seconds !== undefined) return bounded(seconds * 1000, most);
  // Not every text that `Date.parse` takes (`-5`) is an HTTP date.
  const at = /^[A-Z][a-z]{2}/.test(text ?? '') ? Date.parse(text ?? '') : Number.NaN;
  if (Number.isNaN(at)) return undefined;
  const sent = Date.parse(headers['date'] ?? '');
  return bounded(at - (Number.isNaN(sent) ? now : sent), most);
}

function numeric(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
}

const bounded = (ms: number, most: number) => Math.min(most, Math.max(LEAST_MS, ms));
