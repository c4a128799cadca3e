import type { Finding, Severity } from '../../../core/contracts/index.ts';
import { say } from '../../../core/text/say.ts';
import { visible } from '../../../core/text/visible.ts';
import { symbolOf } from '../../text/symbols.ts';
import { padEnd, truncate, widthOf, wrap } from '../../text/width.ts';
import { indent, type Writer } from '../../text/writer.ts';
import type { Looked } from './looked.ts';

const WIDEST = 80;
const NARROWEST = 40;
const GAP = '  ';
const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** One row an endpoint, then what was found, the worst first. At most 80 columns, less on a narrower terminal. @param columns of the terminal */
export function tableLines(all: readonly Looked[], writer: Writer, columns: number | undefined): readonly string[] {
  const width = Math.max(NARROWEST, Math.min(WIDEST, columns ?? WIDEST));
  const findings = ORDER.flatMap((severity) => all.flatMap((looked) => looked.findings.filter((each) => each.severity === severity)));
  return [...rows(all, writer, width), ...(findings.length === 0 ? [] : ['']), ...findings.flatMap((finding) => findingLines(finding, writer, width))];
}

interface Column {
  readonly head: string;
  readonly cells: readonly string[];
  readonly right?: true;
}

function rows(all: readonly Looked[], writer: Writer, width: number): readonly string[] {
  const { words, symbols } = writer;
  const fixed: readonly Column[] = [
    { head: words(say('days', '残日数')), cells: all.map(({ endpoint }) => endpoint.daysLeft?.toString() ?? symbols.skipped), right: true },
    { head: words(say('until', '期限')), cells: all.map(({ endpoint }) => endpoint.served?.notAfter.slice(0, 10) ?? symbols.skipped) },
    { head: 'TLS', cells: all.map(({ endpoint }) => endpoint.served?.protocol.replace('TLSv', '') ?? symbols.skipped) },
  ];
  const profiles = all.map(({ endpoint }) => endpoint.profile ?? '');
  const hosts = all.map(({ endpoint }) => (endpoint.host === '' ? symbols.skipped : endpoint.host));
  const names: readonly Column[] = [
    ...(profiles.every((profile) => profile === '') ? [] : [{ head: words(say('profile', 'プロファイル')), cells: profiles }]),
    { head: words(say('host', 'ホスト')), cells: hosts },
  ];
  const left = width - widthOf(symbols.done) - 1 - fixed.reduce((sum, column) => sum + widest(column) + GAP.length, 0) - (names.length - 1) * GAP.length;
  const widths = shares(names, left);
  const shown = names.map((column, at) => sized(column, widths[at] ?? 0, symbols.ellipsis));
  const cells = [...shown, ...fixed.map((column) => sized(column, widest(column), symbols.ellipsis))];
  const line = (mark: string, parts: readonly string[]) => `${padEnd(mark, widthOf(symbols.done))} ${parts.join(GAP)}`.trimEnd();
  return [
    line(
      '',
      cells.map(([head = '']) => head),
    ),
    ...all.map((looked, at) =>
      line(
        markOf(looked, writer),
        cells.map((column) => column[at + 1] ?? ''),
      ),
    ),
  ];
}

// Heading first. The names give way, the figures never do.
function sized({ head, cells, right }: Column, width: number, ellipsis: string): readonly string[] {
  return [head, ...cells].map((cell) => {
    const cut = truncate(visible(cell), width, ellipsis);
    return right === true ? ' '.repeat(Math.max(0, width - widthOf(cut))) + cut : padEnd(cut, width);
  });
}

/** What each name column gets: all it wants where there is room, otherwise the shorter one first. */
function shares(columns: readonly Column[], room: number): readonly number[] {
  const [one, other] = columns.map(widest);
  if (one === undefined) return [];
  if (other === undefined) return [Math.min(one, room)];
  if (one + other <= room) return [one, other];
  const half = Math.floor(room / 2);
  return one <= half ? [one, room - one] : other <= half ? [room - other, other] : [half, room - half];
}

function widest({ head, cells }: Column): number {
  return Math.max(widthOf(head), ...cells.map((cell) => widthOf(visible(cell))));
}

function markOf({ findings }: Looked, { symbols }: Writer): string {
  const worst = ORDER.find((severity) => findings.some((finding) => finding.severity === severity));
  return worst === undefined || worst === 'info' ? symbols.done : symbolOf(worst, symbols);
}

function findingLines({ severity, code, subject, message, next }: Finding, { words, symbols }: Writer, width: number): readonly string[] {
  const marked = (mark: string, text: string, by: string) => {
    const start = `${by}${mark} `;
    const [first = '', ...more] = wrap(text, width - widthOf(start));
    return [start + first, ...indent(more, ' '.repeat(widthOf(start)))];
  };
  return [
    ...marked(symbolOf(severity, symbols), `${visible(subject)}  ${code}`, ''),
    ...indent(wrap(words(message), width - 2)),
    ...next.flatMap((step) => marked(symbols.arrow, words(step), '  ')),
  ];
}
