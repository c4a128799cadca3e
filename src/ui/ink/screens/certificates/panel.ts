import { NOTHING_WRONG, SOURCES } from '../../../text/chain-words.ts';
import { widthOf } from '../../../text/width.ts';
import { drawBrowse, type Entry, paging } from '../../components/browse/draw.ts';
import { drawExplained } from '../../components/explanation/draw.ts';
import { drawFinding, findingRow } from '../../components/finding/draw.ts';
import type { KeyId } from '../../keys.ts';
import { BLANK, cutRow, paragraph, piece, type Row, rowWidth, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Panel } from '../panel/panel.ts';
import { drawLink, linkRow, treeName } from './link.ts';
import { FINDINGS, LOOKING, SOURCES_ANSWERED, TITLE } from './messages.ts';
import { type CertificateSource, type CertificatesResult, type CertificatesState, markedFinding, reduceCertificates } from './state.ts';

/** The chain as a tree, leaf first, and what is wrong with it; the marked one at length beside it. */
export const certificatesPanel: Panel<CertificatesState, CertificatesResult> = {
  reduce: reduceCertificates,
  draw(state, area, look) {
    const finding = markedFinding(state);
    if (state.explained === true && finding !== undefined) return drawExplained(finding.code, state.scroll, area, look);
    const source = state.sources[state.shown];
    const head = [headOf(state, area.width, look), BLANK];
    const entries = source === undefined ? [] : entriesOf(source, look);
    const note = source === undefined ? LOOKING : (source.note ?? NOTHING_WRONG);
    const empty = paragraph(look.row(note, 'muted'), Math.min(76, area.width));
    const fine = source !== undefined && source.links.length > 0 && source.findings.length === 0;
    const foot = (width: number): readonly Row[] =>
      fine ? paragraph([piece(`${look.symbols.done} `, 'good'), piece(look.words(NOTHING_WRONG), 'good')], width) : [];
    const drawn = drawBrowse(state, { head, entries, empty, foot }, area, look);
    const name = look.words(TITLE);
    if (state.open) return { ...drawn, hints: [...((drawn.last ?? 0) > 0 ? (['scroll'] as const) : []), 'close', 'leave'], name };
    const some: readonly KeyId[] = entries.length === 0 ? [] : ['open', 'moveOrLetters'];
    const hints: readonly KeyId[] = [
      ...some,
      ...(state.ids.length > 1 ? (['switch'] as const) : []),
      ...(finding === undefined ? [] : (['explain'] as const)),
      ...paging(drawn),
      'back',
      'leave',
    ];
    return { ...drawn, hints, name };
  },
};

/** What is looked at, and from where; the places alone where that is too wide. */
function headOf({ about, ids, shown, answered }: CertificatesState, width: number, look: Look): Row {
  const names = answered ? SOURCES_ANSWERED : SOURCES;
  const tabs = ids.flatMap(
    (id, at): Row => [
      piece(at === 0 ? '' : '   '),
      piece(`${id === shown ? look.symbols.now : look.symbols.open} `, id === shown ? 'accent' : 'muted'),
      piece(look.words(names[id]), id === shown ? 'accent' : 'muted'),
    ],
  );
  const whole = [piece(look.words(about), 'strong'), piece('   '), ...tabs];
  return rowWidth(whole) <= width ? whole : cutRow(tabs, width, look.symbols.ellipsis);
}

function entriesOf({ links, findings }: CertificateSource, look: Look): readonly Entry[] {
  const names = links.map((link, at) => treeName(link, at, look));
  const column = Math.max(0, ...names.map(widthOf));
  return [
    ...links.map(
      (link, at): Entry => ({
        row: (width, marked) => linkRow(link, names[at] ?? '', column, width, marked, look),
        about: (width) => drawLink(link, width, look),
      }),
    ),
    ...findings.map(
      (finding, at): Entry => ({
        ...(at === 0 ? { above: [BLANK, textRow(look.words(FINDINGS), 'strong')] } : {}),
        row: (_width, marked) => findingRow(finding, marked, look),
        about: (width) => drawFinding(finding, width, look),
      }),
    ),
  ];
}
