import type { DnsRow } from '../../contracts/index.ts';

const SLACK_MS = 2_000;

interface Known {
  readonly row: DnsRow;
  readonly since: number;
  /** When the answer that was seen first ought to be forgotten. */
  readonly until: number | undefined;
}

/** What the servers have said so far. Adds since when each has said the same, and finds the caches that never forget: those are wrong, not old. */
export function rememberingRows(): (rows: readonly DnsRow[], now: number) => readonly DnsRow[] {
  const known = new Map<string, Known>();
  return (rows, now) =>
    rows.map((row) => {
      const key = `${row.role} ${row.server} ${row.address ?? ''}`;
      const before = known.get(key);
      const same = before !== undefined && before.row.answer === row.answer && before.row.verdict === row.verdict;
      const entry = same ? before : { row, since: now, until: row.until };
      known.set(key, entry);
      const shown = row.verdict === 'not-asked' ? row : { ...row, since: entry.since };
      const stuck = entry.until !== undefined && now > entry.until + SLACK_MS;
      if (!stuck || (row.verdict !== 'old' && row.verdict !== 'absence-remembered')) return shown;
      return { ...shown, verdict: row.verdict === 'old' ? 'wrong' : 'absent' };
    });
}
