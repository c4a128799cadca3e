import type { DnsRow, DnsVerdict } from '../../../../core/contracts/index.ts';
import { visible } from '../../../../core/text/visible.ts';
import { VERDICT_WORDS } from '../../../text/dns-words.ts';
import { padEnd, truncate, widthOf } from '../../../text/width.ts';
import { cutRow, indent, type Piece, piece, type Row, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Tone } from '../../theme.ts';
import { ANSWER, left, ROLES, SERIAL, SERVER, UNTIL, VERDICT } from './messages.ts';

const TONES: Readonly<Record<DnsVerdict, Tone>> = {
  right: 'good',
  old: 'warn',
  'absence-remembered': 'warn',
  absent: 'warn',
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
  wrong: ({ failed }) => failed,
  refused: ({ warning }) => warning,
  lame: ({ warning }) => warning,
  'cannot-tell': ({ warning }) => warning,
  unreachable: ({ warning }) => warning,
  'not-asked': ({ skipped }) => skipped,
};

const GAP = 2;

interface Cells {
  readonly server: string;
  readonly answer: string;
  readonly verdict: string;
  readonly until: string;
  readonly serial: string;
}

/** Who says what: a table, or, where it is too narrow for one, two rows a server. `now`: ms of the environment's clock. */
export function drawDnsTable(rows: readonly DnsRow[], now: number, width: number, look: Look): readonly Row[] {
  const cells = rows.map((row) => cellsOf(row, now, look));
  const head: Cells = {
    server: look.words(SERVER),
    answer: look.words(ANSWER),
    verdict: look.words(VERDICT),
    until: look.words(UNTIL),
    serial: look.words(SERIAL),
  };
  const widest = (name: keyof Cells): number => Math.max(widthOf(head[name]), ...cells.map((cell) => widthOf(cell[name])));
  // Serials give way first: they are shown where everything else has its room.
  const needed = widest('server') + widest('answer') + widest('verdict') + widest('until') + 3 * GAP;
  const known = rows.some((row) => row.serial !== undefined);
  const serials = known && needed + GAP + widest('serial') <= width ? widest('serial') + GAP : 0;
  const fixed = widest('verdict') + widest('until') + serials + 3 * GAP;
  const both = width - fixed;
  const server = Math.min(widest('server'), Math.max(both - widest('answer'), Math.floor(both * 0.6)));
  const answer = Math.min(widest('answer'), both - server);
  if (answer < Math.min(15, widest('answer'))) return cells.flatMap((cell, at) => drawStacked(cell, toneOf(rows[at]), width, look));
  const { ellipsis } = look.symbols;
  const line = (cell: Cells, tone: Tone, rest: Tone): Row => {
    const pieces: readonly Piece[] = [
      piece(padEnd(truncate(cell.server, server, ellipsis), server + GAP), rest),
      piece(padEnd(truncate(cell.answer, answer, ellipsis), answer + GAP), rest),
      ...(serials === 0 ? [] : [piece(padEnd(cell.serial, serials), 'muted')]),
      piece(padEnd(cell.verdict, widest('verdict') + GAP), tone),
      piece(cell.until, 'muted'),
    ];
    return cutRow(pieces, width, ellipsis);
  };
  return [line(head, 'muted', 'muted'), ...cells.map((cell, at) => line(cell, toneOf(rows[at]), 'plain'))];
}

const toneOf = (row: DnsRow | undefined): Tone => (row === undefined ? 'plain' : TONES[row.verdict]);

function drawStacked(cell: Cells, tone: Tone, width: number, look: Look): readonly Row[] {
  const { ellipsis } = look.symbols;
  const second: Row = [piece(`${cell.verdict}  `, tone), piece(cell.answer, 'plain'), ...(cell.until === '' ? [] : [piece(`  ${cell.until}`, 'muted')])];
  return [cutRow(textRow(cell.server), width, ellipsis), ...indent([cutRow(second, width - 2, ellipsis)], 2)];
}

function cellsOf(row: DnsRow, now: number, look: Look): Cells {
  const { symbols } = look;
  return {
    server: `${visible(row.server)} (${look.words(ROLES[row.role])})`,
    answer: row.answer === '' ? symbols.skipped : visible(row.answer),
    verdict: `${MARKS[row.verdict](symbols)} ${look.words(VERDICT_WORDS[row.verdict])}`,
    serial: row.serial === undefined ? '' : String(row.serial),
    until: row.until === undefined || row.until <= now ? '' : look.words(left(row.until - now)),
  };
}
