import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Columns that a text takes; CJK and emoji count two. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** At most `columns` wide, the cut marked by `ellipsis`. */
export function truncate(text: string, columns: number, ellipsis = '…'): string {
  if (widthOf(text) <= columns) return text;
  const room = columns - widthOf(ellipsis);
  if (room < 0) return '';
  return take(text, room) + ellipsis;
}

/** Filled with spaces to `columns`; longer texts stay as they are. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** Lines of at most `columns`: broken at spaces, and anywhere in CJK or in words that are too long for a line. */
export function wrap(text: string, columns: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(1, columns)));
}

function wrapLine(line: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let now = '';
  for (const word of chunks(line)) {
    if (widthOf(now) + widthOf(word.trimEnd()) <= columns) {
      now += word;
      continue;
    }
    if (now.trim() !== '') lines.push(now.trimEnd());
    now = word.trimStart();
    while (widthOf(now.trimEnd()) > columns) {
      const head = partOf(now, columns) || firstGrapheme(now);
      lines.push(head);
      now = now.slice(head.length);
    }
  }
  lines.push(now.trimEnd());
  return lines;
}

// Japanese breaks anywhere, except that some characters never begin a line and some never end one (kinsoku).
const WIDE = String.raw`\u3000-\u9fff\uf900-\ufaff\uff00-\uff60`;
const NOT_FIRST = String.raw`、。，．・：；？！ー〜々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ」』）］｝】〕〉》…‥％,.:;?!)\]}%`;
const NOT_LAST = String.raw`「『（［｛【〔〈《(\[{`;
// `Azure（` before Japanese: the bracket belongs to what follows it.
const WORD = `[^\\s${WIDE}]+?(?=[${NOT_LAST}]+[${WIDE}]|[\\s${WIDE}]|$)`;
const CHUNK = new RegExp(`[${NOT_LAST}]*(?:[${WIDE}]|${WORD})[${NOT_FIRST}]*\\s*|\\s+`, 'gu');

// A word, or one wide character, with what must not be parted from it and the spaces after it.
function chunks(line: string): readonly string[] {
  return line.match(CHUNK) ?? [];
}

function take(text: string, columns: number): string {
  let taken = '';
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    width += widthOf(segment);
    if (width > columns) break;
    taken += segment;
  }
  return taken;
}

// Paths, names and addresses are easier to read broken behind a separator; not where that would leave half of the line empty.
function partOf(word: string, columns: number): string {
  const head = take(word, columns);
  const behind = Math.max(...['/', '\\', '.', ',', '-', '_', '=', '&', '?', ':'].map((mark) => head.lastIndexOf(mark))) + 1;
  return behind * 2 > head.length ? head.slice(0, behind) : head;
}

function firstGrapheme(text: string): string {
  for (const { segment } of graphemes.segment(text)) return segment;
  return text;
}
