import type { Language } from '../../core/contracts/index.ts';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** `Nov 24, 2026, 13:05 UTC`, `2026年11月24日 13:05 UTC`. @param at ms since the epoch, or ISO 8601; anything else comes back as it is */
export function formatDate(at: number | string, language: Language, timeZone?: string): string {
  const when = new Date(at);
  if (Number.isNaN(when.getTime())) return String(at);
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(when);
}

/** `13:05:09`, in the machine's zone unless another is named. @param at ms since the epoch */
export function formatTime(at: number, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  return new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', ...zone }).format(new Date(at));
}

/** `13:05`, in the machine's zone unless another is named. @param at ms since the epoch */
export const formatTimeOfDay = (at: number, timeZone?: string): string => formatTime(at, timeZone).slice(0, 5);

/** The two largest units: `1 hr 5 min`, `1 時間 5 分`. @param ms rounded to whole seconds; negative counts as 0 */
export function formatDuration(ms: number, language: Language): string {
  let rest = Math.max(0, Math.round(ms / 1000) * 1000);
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(formatUnit(count, unit, language));
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.length === 0 ? formatUnit(0, 'second', language) : parts.join(' ');
}

export function formatNumber(number: number, language: Language): string {
  // Most numbers are small; the first formatter costs 10 ms of a start.
  if (Number.isInteger(number) && Math.abs(number) < 1000) return String(number);
  return new Intl.NumberFormat(language).format(number);
}

function formatUnit(count: number, unit: (typeof UNITS)[number][0], language: Language): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
}
