import type { DnsRow, DnsSplit, DnsVerdict, DnsView } from '../../../../core/contracts/index.ts';
import { visible } from '../../../../core/text/visible.ts';
import { VERDICT_WORDS } from '../../../text/dns-words.ts';
import { padEnd, truncate, widthOf } from '../../../text/width.ts';
import { BLANK, cutRow, indent, type Piece, piece, type Row } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Tone } from '../../theme.ts';
import { ANSWER, INSIDE, left, OUTSIDE, ROLES, SERIAL, SERVER, since, UNTIL, VERDICT } from './messages.ts';

const TONES: Readonly<Record<DnsVerdict, Tone>> = {
  right: 'good',
  old: 'warn',
  'absence-remembered': 'warn',
  absent: 'warn',
  'not-needed': 'muted',
  wrong: 'bad',
  refused: 'muted',
  lame: 'muted',
  'cannot-tell': 'muted',
  unreachable: 'muted',
  'not-asked': 'muted',
};

type Marks = Look['symbols'];

const MARKS: Readonly<Record<DnsVerdict, (symbols: Marks) => string>> = {
  right: ({ done }) => done,
  old: ({ now }) => now,
  'absence-remembered': ({ now }) => now,
  absent: ({ open }) => open,
  'not-needed': ({ skipped }) => skipped,
  wrong: ({ failed }) => failed,
  refused: ({ warning }) => warning,
  lame: ({ warning }) => warning,
  'cannot-tell': ({ warning }) => warning,
  unreachable: ({ warning }) => warning,
  'not-asked': ({ skipped }) => skipped,
};

const VIEWS: readonly DnsView[] = ['inside', 'outside'];
const GAP = 2;
const SHORTEST_ANSWER = 15; // an IPv4 address

interface Cells {
  readonly server: string;
  /** One, or, where inside and outside differ, one for each. */
  readonly answers: readonly string[];
  readonly verdict: string;
  /** Since when it has been wrong. */
  readonly since: string;
  readonly until: string;
  readonly serial: string;
}

/**
 * Who says what: a table, or, where it is too narrow for one, two rows a server.
 * @param split inside and outside differ: each has a column of its own
 * @param now ms of the environment's clock
 */
export function drawDnsTable(rows: readonly DnsRow[], split: DnsSplit | undefined, now: number, width: number, look: Look): readonly Row[] {
  const full = rows.map((row) => cellsOf(row, split !== undefined, now, look));
  const fits = drawTable(rows, full, split, width, look);
  // Since when a wrong answer has been given is the first to give way.
  return fits ?? drawTable(rows, full.map(withoutSince), split, width, look) ?? drawList(rows, full, split, width, look);
}

/** undefined where it is too narrow for a table. */
function drawTable(rows: readonly DnsRow[], cells: readonly Cells[], split: DnsSplit | undefined, width: number, look: Look): readonly Row[] | undefined {
  const head: Cells = {
    server: look.words(SERVER),
    answers: split === undefined ? [look.words(ANSWER)] : [look.words(INSIDE), look.words(OUTSIDE)],
    verdict: look.words(VERDICT),
    since: '',
    until: cells.some((cell) => cell.until !== '') ? look.words(UNTIL) : '',
    serial: look.words(SERIAL),
  };
  const widest = (of: (each: Cells) => string): number => Math.max(...[head, ...cells].map((each) => widthOf(of(each))));
  const wanted = head.answers.map((_, at) => widest(({ answers }) => answers[at] ?? ''));
  const answering = sum(wanted) + (wanted.length - 1) * GAP;
  const [verdict, until, serial] = [widest(verdictOf), widest((each) => each.until), widest((each) => each.serial)];
  // Serials give way first: they are shown where everything else has its room.
  const needed = widest((each) => each.server) + answering + verdict + until + 3 * GAP;
  const known = rows.some((row) => row.serial !== undefined);
  const serials = known && needed + GAP + serial <= width ? serial + GAP : 0;
  const both = width - (verdict + until + serials + 3 * GAP);
  const server = Math.min(
    widest((each) => each.server),
    Math.max(both - answering, Math.floor((both * 3) / (wanted.length + 4))),
  );
  const room = both - server;
  if (room < Math.min(wanted.length * (SHORTEST_ANSWER + GAP) - GAP, answering)) return undefined;
  if (cells.some(({ since }) => since !== '') && needed > width) return undefined;
  const { ellipsis } = look.symbols;
  const each = Math.floor((room + GAP) / wanted.length) - GAP;
  const widths = answering <= room ? wanted : wanted.map((want) => Math.min(want, each));
  const line = (cell: Cells, tone: Tone, rest: Tone): Row => {
    const pieces: readonly Piece[] = [
      piece(padEnd(truncate(cell.server, server, ellipsis), server + GAP), rest),
      ...widths.map((most, at) => piece(padEnd(truncate(cell.answers[at] ?? '', most, ellipsis), most + GAP), rest)),
      ...(serials === 0 ? [] : [piece(padEnd(cell.serial, serials), 'muted')]),
      piece(padEnd(verdictOf(cell), verdict + GAP), tone),
      ...(until === 0 ? [] : [piece(cell.until, 'muted')]),
    ];
    return cutRow(pieces, width, ellipsis);
  };
  return [line(head, 'muted', 'muted'), ...cells.map((cell, at) => line(cell, toneOf(rows[at]), 'plain'))];
}

const verdictOf = ({ verdict, since }: Cells): string => (since === '' ? verdict : `${verdict} ${since}`);
const withoutSince = (cell: Cells): Cells => ({ ...cell, since: '' });

function drawList(rows: readonly DnsRow[], cells: readonly Cells[], split: DnsSplit | undefined, width: number, look: Look): readonly Row[] {
  return [...drawViews(split, width, look), ...rows.flatMap((row, at) => drawStacked(cells[at] as Cells, row, split !== undefined, width, look))];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** What is said on either side, where a table of all servers has no room for both. */
function drawViews(split: DnsSplit | undefined, width: number, look: Look): readonly Row[] {
  if (split === undefined) return [];
  const half = Math.floor((width - GAP) / 2);
  const columns = (inside: string, outside: string, tone: Tone): Row => [
    piece(padEnd(truncate(inside, half, look.symbols.ellipsis), half + GAP), tone),
    piece(truncate(outside, half, look.symbols.ellipsis), tone),
  ];
  const { inside, outside } = split;
  const lines = Array.from({ length: Math.max(inside.length, outside.length) }, (_, at) =>
    columns(visible(inside[at] ?? ''), visible(outside[at] ?? ''), 'plain'),
  );
  return [columns(look.words(INSIDE), look.words(OUTSIDE), 'muted'), ...lines, BLANK];
}

const toneOf = (row: DnsRow | undefined): Tone => (row === undefined ? 'plain' : TONES[row.verdict]);

function drawStacked(cell: Cells, row: DnsRow, split: boolean, width: number, look: Look): readonly Row[] {
  const { ellipsis, dot } = look.symbols;
  const side = split ? `${look.words(row.view === 'inside' ? INSIDE : OUTSIDE)} ${dot} ` : '';
  const second: Row = [
    piece(`${cell.verdict}  `, TONES[row.verdict]),
    piece(cell.answers.join(''), 'plain'),
    ...[cell.until, cell.since].filter((text) => text !== '').map((text) => piece(`  ${text}`, 'muted')),
  ];
  return [cutRow([piece(side, 'muted'), piece(cell.server)], width, ellipsis), ...indent([cutRow(second, width - 2, ellipsis)], 2)];
}

function cellsOf(row: DnsRow, split: boolean, now: number, look: Look): Cells {
  const { symbols } = look;
  const answer = row.answer === '' ? symbols.skipped : visible(row.answer);
  return {
    server: `${visible(row.server)} (${look.words(ROLES[row.role])})`,
    answers: split ? VIEWS.map((view) => (row.view === view ? answer : '')) : [answer],
    verdict: `${MARKS[row.verdict](symbols)} ${look.words(VERDICT_WORDS[row.verdict])}`,
    since: row.since === undefined || row.verdict !== 'wrong' ? '' : look.words(since(row.since)),
    serial: row.serial === undefined ? '' : String(row.serial),
    until: row.until === undefined || row.until <= now ? '' : look.words(left(row.until - now)),
  };
}
