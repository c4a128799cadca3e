import type { IBufferCell, Terminal } from '@xterm/headless';

const CELL = { width: 8.4, height: 18 };
const PAD = 12;
const INK = '#d7dae0';
const PAPER = '#16181d';
const PALETTE = [
  '#1d2026',
  '#e06c75',
  '#98c379',
  '#e5c07b',
  '#61afef',
  '#c678dd',
  '#56b6c2',
  '#c5c8c6',
  '#7f848e',
  '#ef7a85',
  '#a9d18e',
  '#f0cf8e',
  '#7cc0ff',
  '#d695ea',
  '#6fd0db',
  '#ffffff',
];

/** What a terminal shows, as the inside of a picture. */
export interface Body {
  readonly width: number;
  readonly height: number;
  readonly rows: string;
}

export function svgBody(terminal: Terminal): Body {
  const rows = Array.from({ length: terminal.rows }, (_, y) => rowOf(terminal, y)).filter((row) => row !== '');
  return { width: terminal.cols * CELL.width + 2 * PAD, height: terminal.rows * CELL.height + 2 * PAD, rows: rows.join('\n') };
}

/** One screen as an SVG picture that any browser draws alike. */
export function still(body: Body, title: string): string {
  return picture(body, title, body.rows);
}

/** Screens one after another, each for `seconds`, over and over; where motion is not wanted the last one stays. */
export function film(bodies: readonly Body[], title: string, seconds: number): string {
  const [first] = bodies;
  if (first === undefined) throw new Error('nothing to show');
  const total = bodies.length * seconds;
  const share = (100 / bodies.length).toFixed(3);
  const style = [
    `@keyframes turn{0%{visibility:visible}${share}%{visibility:hidden}100%{visibility:hidden}}`,
    `.f{visibility:hidden;animation:turn ${total}s step-end infinite}`,
    '@media (prefers-reduced-motion:reduce){.f{animation:none}.f:last-child{visibility:visible}}',
  ].join('');
  const frames = bodies.map(({ rows }, at) => `<g class="f" style="animation-delay:${at * seconds}s">${rows}</g>`);
  return picture(first, title, `<style>${style}</style>\n${frames.join('\n')}`);
}

function picture({ width, height }: Body, title: string, inside: string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${PAPER}"/>`,
    `<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'Noto Sans Mono CJK JP',monospace" font-size="14" xml:space="preserve">`,
    inside,
    '</g></svg>',
    '',
  ].join('\n');
}

interface Run {
  x: number;
  columns: number;
  text: string;
  readonly style: string;
  readonly paper: string;
}

// Neighbouring cells that look alike become one text with a fixed length: the columns stay true in every font.
function rowOf(terminal: Terminal, y: number): string {
  const line = terminal.buffer.active.getLine(terminal.buffer.active.baseY + y);
  const runs: Run[] = [];
  for (let x = 0; line !== undefined && x < terminal.cols; x += 1) {
    const cell = line.getCell(x);
    if (cell === undefined || cell.getWidth() === 0) continue;
    const { style, paper } = looksOf(cell);
    const last = runs.at(-1);
    const chars = cell.getChars() || ' ';
    const wide = cell.getWidth() === 2;
    if (last !== undefined && !wide && last.style === style && last.paper === paper && last.x + last.columns === x && last.columns === last.text.length) {
      last.text += chars;
      last.columns += 1;
    } else runs.push({ x, columns: cell.getWidth(), text: chars, style, paper });
  }
  return runs.map((run) => drawn(run, y)).join('');
}

function drawn({ x, columns, text, style, paper }: Run, y: number): string {
  const left = PAD + x * CELL.width;
  const top = PAD + y * CELL.height;
  const length = columns * CELL.width;
  const ground = paper === PAPER ? '' : `<rect x="${left}" y="${top}" width="${length}" height="${CELL.height}" fill="${paper}"/>`;
  if (text.trim() === '') return ground;
  return `${ground}<text x="${left}" y="${top + 13.5}" textLength="${length}" lengthAdjust="spacingAndGlyphs" ${style}>${escaped(text)}</text>`;
}

function looksOf(cell: IBufferCell): { style: string; paper: string } {
  let ink = colour(cell.getFgColor(), cell.isFgRGB(), cell.isFgPalette(), INK);
  let paper = colour(cell.getBgColor(), cell.isBgRGB(), cell.isBgPalette(), PAPER);
  if (cell.isInverse() !== 0) [ink, paper] = [paper, ink];
  const style = [
    `fill="${ink}"`,
    cell.isBold() !== 0 ? 'font-weight="bold"' : '',
    cell.isDim() !== 0 ? 'opacity="0.7"' : '',
    cell.isItalic() !== 0 ? 'font-style="italic"' : '',
    cell.isUnderline() !== 0 ? 'text-decoration="underline"' : '',
  ];
  return { style: style.filter((each) => each !== '').join(' '), paper };
}

function colour(value: number, rgb: boolean, palette: boolean, usual: string): string {
  if (rgb) return `#${value.toString(16).padStart(6, '0')}`;
  if (!palette) return usual;
  if (value < 16) return PALETTE[value] ?? usual;
  if (value >= 232) return grey(8 + (value - 232) * 10);
  const level = (part: number) => (part === 0 ? 0 : 55 + part * 40);
  const cube = value - 16;
  return `rgb(${level(Math.floor(cube / 36))},${level(Math.floor(cube / 6) % 6)},${level(cube % 6)})`;
}

function grey(level: number): string {
  return `rgb(${level},${level},${level})`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char);
}
