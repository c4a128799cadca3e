import type { Clock, DnsRow, RunEvent, WaitEvent } from '../../core/contracts/index.ts';
import { duration, say } from '../../core/text/say.ts';
import { newsOf } from '../text/dns-words.ts';
import { eventLines, waitLines } from '../text/event-lines.ts';
import { nslookupLines } from '../text/nslookup.ts';
import { resultLines } from '../text/outcome-lines.ts';
import { problemLines } from '../text/problem-lines.ts';
import type { Writer } from '../text/writer.ts';

const HEARTBEAT_MS = 60_000;

export interface Places {
  /** Results. */
  result(line: string): void;
  /** Progress, notes, problems. */
  note(line: string): void;
}

/** Events as lines, each said once: a wait speaks when something else is seen, and once a minute that it still waits. */
export async function watchPlainly(events: AsyncIterable<RunEvent>, places: Places, writer: Writer, wall: Pick<Clock, 'now'>): Promise<void> {
  const waits = createWaits(writer, wall);
  let rows: readonly DnsRow[] = [];
  let stepped = false;
  for await (const event of events) {
    if (event.type === 'step') stepped = true;
    if (event.type === 'wait') {
      rows = event.rows ?? rows;
      for (const line of waits(event)) places.note(line);
    } else if (event.type === 'outcome') {
      if (event.problem !== undefined) for (const line of problemLines(event.problem, writer)) places.note(line);
      // Who only watches reads what the page's nslookup would say.
      if (!stepped) for (const line of rows.flatMap((row) => nslookupLines(row))) places.result(line);
      for (const line of resultLines(event, writer)) places.result(line);
    } else {
      for (const line of eventLines(event, writer)) places.note(line);
    }
  }
}

/** Remembers what each wait said last and when. */
function createWaits(writer: Writer, wall: Pick<Clock, 'now'>): (event: WaitEvent) => readonly string[] {
  const said = new Map<string, { lines: readonly string[]; news: string; at: number }>();
  return (event) => {
    const lines = waitLines(event, writer);
    const last = said.get(event.id);
    const now = wall.now();
    // Lives of answers run down all the time; only who says what is news.
    const news = event.rows === undefined ? lines.join('\n') : newsOf(event);
    if (last?.news !== news) {
      said.set(event.id, { lines, news, at: now });
      // The headline stands already: only what is seen is new.
      return (last?.lines[0] === lines[0] ? lines.slice(1) : lines).map((line) => `  ${line}`);
    }
    if (now - last.at < HEARTBEAT_MS) return [];
    said.set(event.id, { lines, news, at: now });
    const soFar = say('Still waiting, {elapsed} so far.', '待機を続けています (経過 {elapsed})。', { elapsed: duration(event.nextAt - event.startedAt) });
    return [`  ${writer.words(soFar)}`];
  };
}
