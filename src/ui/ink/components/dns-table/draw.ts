import type { DnsRow } from '../../../../core/contracts/index.ts';
import { visible } from '../../../../core/text/visible.ts';
import { padEnd, truncate, widthOf } from '../../../text/width.ts';
import { cutRow, indent, type Piece, piece, type Row, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Tone } from '../../theme.ts';
import { ANSWER, left, ROLES, SERVER, UNTIL, VERDICT, VERDICTS } from './messages.ts';

const TONES: Readonly<Record<DnsRow['verdict'], Tone>> = { right: 'good', wrong: 'bad', absent: 'warn', unreachable: 'warn', 'not-asked': 'muted' };

const GAP = 2;

interface Cells {
  readonly server: string;
  readonly answer: string;
  readonly verdict: string;
  readonly until: string;
}

/** Who says what: a table, or, where it is too narrow for one, two rows a server. `now`: ms of the environment's clock. */
export function drawDnsTable(rows: readonly DnsRow[], now: number, width: number, look: Look): readonly Row[] {
  const cells = rows.map((row) => cellsOf(row, now, look));
  const head: Cells = { server: look.words(SERVER), answer: look.words(ANSWER), verdict: look.words(VERDICT), until: look.words(UNTIL) };
  const widest = (name: keyof Cells): number => Math.max(widthOf(head[name]), ...cells.map((cell) => widthOf(cell[name])));
  const fixed = widest('verdict') + widest('until') + 3 * GAP;
  const both = width - fixed;
  const server = Math.min(widest('server'), Math.max(both - widest('answer'), Math.floor(both * 0.6)));
  const answer = Math.min(widest('answer'), both - server);
  if (answer < Math.min(15, widest('answer'))) return cells.flatMap((cell, at) => drawStacked(cell, toneOf(rows[at]), width, look));
  const { ellipsis } = look.symbols;
  const line = (cell: Cells, tone: Tone, rest: Tone): Row => {
    const pieces: readonly Piece[] = [
      piece(padEnd(truncate(cell.server, server, ellipsis), server + GAP), rest),
      piece(padEnd(truncate(cell.answer, answer, ellipsis), answer + GAP), rest),
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
  const mark = { right: symbols.done, wrong: symbols.failed, absent: symbols.open, unreachable: symbols.warning, 'not-asked': symbols.skipped }[row.verdict];
  return {
    server: `${visible(row.server)} (${look.words(ROLES[row.role])})`,
    answer: row.answer === '' ? symbols.skipped : visible(row.answer),
    verdict: `${mark} ${look.words(VERDICTS[row.verdict])}`,
    until: row.until === undefined || row.until <= now ? '' : look.words(left(row.until - now)),
  };
}
