import { termOf } from '../../../../core/learn/glossary/glossary.ts';
import type { Term } from '../../../../core/learn/glossary/term.ts';
import { widthOf } from '../../../text/width.ts';
import { drawTextInput } from '../../components/text-input/draw.ts';
import { textOf } from '../../components/text-input/state.ts';
import { page, windowAround } from '../../layout/fit.ts';
import { BLANK, cutRow, type Drawn, paragraph, piece, type Row, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import { type Area, columnsFor, type Drawing } from '../drawing.ts';
import { GLOSSARY_TITLE, NO_TERM, SEARCH, SEE, SOURCE, USED_HERE } from './messages.ts';
import { focusedTerm, type Glossary } from './state.ts';

const WIDEST = 96;
const LEAST_LIST = 3;

/** The list, and beside or below it what the marked term means; or one term alone. */
export function drawGlossary(glossary: Glossary, area: Area, look: Look): Drawing {
  const name = look.words(GLOSSARY_TITLE);
  const term = focusedTerm(glossary);
  if (glossary.whole && term !== undefined) {
    const { rows, last } = page(drawTerm(term, Math.min(WIDEST, area.width), look), area.height, glossary.scroll, look);
    return { main: { rows }, last, hints: [...(last > 0 ? (['scroll'] as const) : []), 'close', 'leave'], name };
  }
  const hints = ['choose', 'move', 'typeToFilter', textOf(glossary.search) === '' ? 'close' : 'clear', 'leave'] as const;
  const about = (width: number): readonly Row[] => (term === undefined ? [] : drawTerm(term, width, look));
  const { main, side } = columnsFor(area.width, look);
  if (side > 0) {
    return {
      main: drawList(glossary, { width: main, height: area.height }, look),
      side: page(about(side), area.height, 0, look).rows,
      sideWidth: side,
      hints,
      name,
    };
  }
  const text = about(area.width);
  const list = Math.max(LEAST_LIST, area.height - 2 - text.length - 1);
  const above = drawList(glossary, { width: area.width, height: Math.min(list + 2, area.height) }, look);
  const room = area.height - above.rows.length - 1;
  const below = room < 1 ? [] : [BLANK, ...page(text, room, 0, look).rows];
  return { main: { ...above, rows: [...above.rows, ...below] }, hints, name };
}

function drawList(glossary: Glossary, { width, height }: Area, look: Look): Drawn {
  const label = piece(`${look.words(SEARCH)} `, 'muted');
  const title = piece(`${look.words(GLOSSARY_TITLE)}  `, 'strong');
  const left = widthOf(title.text) + widthOf(label.text);
  const input = drawTextInput(glossary.search, { width: width - left, look, active: true });
  const head: readonly Row[] = [[title, label, ...(input.rows[0] ?? [])], BLANK];
  const cursor = input.cursor === undefined ? {} : { cursor: { x: input.cursor.x + left, y: 0 } };
  if (glossary.found.length === 0) return { rows: [...head, ...paragraph(look.words(NO_TERM), width, 'muted')].slice(0, height), ...cursor };
  const { from, to } = windowAround(glossary.found.length, glossary.index, Math.max(1, height - head.length));
  const rows = glossary.found.slice(from, to).map((term, at): Row => {
    const marked = from + at === glossary.index;
    const note = glossary.here.has(term.id) ? [piece(`  ${look.words(USED_HERE)}`, 'muted')] : [];
    return cutRow(
      [piece(marked ? `${look.symbols.pointer} ` : '  ', 'accent'), piece(look.words(term.name), marked ? 'accent' : 'plain'), ...note],
      width,
      look.symbols.ellipsis,
    );
  });
  return { rows: [...head, ...rows], ...cursor };
}

/** A term as it is read: name, meaning, what belongs to it, where it is from. */
function drawTerm(term: Term, width: number, look: Look): readonly Row[] {
  const see = term.see.flatMap((id) => termOf(id) ?? []).map(({ name }) => look.words(name));
  return [
    ...paragraph(look.row(term.name, 'strong'), width),
    ...paragraph(look.row(term.means), width),
    BLANK,
    ...(see.length === 0 ? [] : paragraph(look.words(SEE(see.join(` ${look.symbols.dot} `))), width, 'muted')),
    ...drawSource(term, width, look),
  ];
}

/** A name to open; where the terminal opens none, the address below it. */
function drawSource({ source }: Term, width: number, look: Look): readonly Row[] {
  if (look.links || !('link' in source) || source.label === undefined) return paragraph(look.row(SOURCE(source), 'muted'), width);
  const address = textRow(source.link, 'muted');
  return [...paragraph(look.row(SOURCE({ value: source.label }), 'muted'), width), cutRow(address, width, look.symbols.ellipsis)];
}
