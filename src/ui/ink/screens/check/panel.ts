import type { Finding } from '../../../../core/contracts/index.ts';
import { checkSummary, worstOf } from '../../../text/check-words.ts';
import { padEnd, widthOf } from '../../../text/width.ts';
import { drawBrowse, type Entry, paging } from '../../components/browse/draw.ts';
import { daysLeft } from '../../components/days/draw.ts';
import { drawExplained } from '../../components/explanation/draw.ts';
import { drawFinding, findingRow, severityMark } from '../../components/finding/draw.ts';
import type { KeyId } from '../../keys.ts';
import { firstRows } from '../../layout/fit.ts';
import { BLANK, labelled, paragraph, piece, type Row, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import { type Area, columnsFor, type Drawing } from '../drawing.ts';
import type { Panel } from '../panel/panel.ts';
import { drawEndpoint } from './endpoint.ts';
import { LOOKING, NO_ANSWER, NO_ROWS, NOTHING_WRONG, progress, STILL, TITLE } from './messages.ts';
import { type CheckResult, type CheckRow, type CheckState, findingsOf, reduceCheck } from './state.ts';

/** Profiles looked at side by side; one by itself; a finding at length. */
export const checkPanel: Panel<CheckState, CheckResult> = {
  reduce: reduceCheck,
  draw(state, area, look) {
    const finding = state.detail === undefined ? undefined : findingsOf(state)[state.detail.index];
    if (state.explained === true && finding !== undefined) return drawExplained(finding.code, state.scroll, area, look);
    return state.detail === undefined ? drawList(state, area, look) : drawDetail(state, state.detail, area, look);
  },
};

function drawList(state: CheckState, area: Area, look: Look): Drawing {
  const name = look.words(TITLE);
  const seen = state.rows.flatMap((row) => row.seen ?? []);
  const status = look.words(seen.length < state.rows.length ? progress(seen.length, state.rows.length) : checkSummary(seen));
  const { main } = columnsFor(area.width, look);
  const some = state.rows.length > 0;
  const head = [textRow(name, 'strong'), ...(some ? paragraph(status, main, 'muted') : []), BLANK];
  const empty = paragraph(look.words(NO_ROWS), Math.min(76, area.width), 'muted');
  const drawn = drawBrowse(state, { head, entries: entriesOf(state.rows, look), empty }, area, look);
  const onRows: readonly KeyId[] = some ? ['open', 'moveOrLetters', ...paging(drawn), 'again', ...bringing(state.rows[state.index])] : [];
  return { ...drawn, hints: [...onRows, 'addHost', 'back', 'leave'], name };
}

/** A profile brings a certificate to be looked at, a host that was named brings none. */
const bringing = (row: CheckRow | undefined): readonly KeyId[] => (row === undefined || row.host === true ? [] : ['certificate']);

function entriesOf(rows: readonly CheckRow[], look: Look): readonly Entry[] {
  const column = Math.max(0, ...rows.map(({ name }) => widthOf(look.words(name)))) + 2;
  const states = rows.map((row) => look.words(stateOf(row)));
  const stateColumn = Math.max(0, ...states.map(widthOf)) + 2;
  return rows.map((row, at): Entry => {
    const { name, seen } = row;
    const mark = seen === undefined ? piece(`${look.symbols.open} `, 'muted') : severityMark(quiet(worstOf(seen.findings)), look);
    return {
      row: (width, marked) => [
        mark,
        piece(padEnd(look.words(name), column), marked ? 'accent' : 'plain'),
        piece(padEnd(states[at] ?? '', stateColumn), seen === undefined ? 'muted' : 'plain'),
        ...hostOf(row, width - 2 - column - stateColumn, look),
      ],
      about: (width) => about(row, width, look),
    };
  });
}

/** Where there is room for all of it. */
function hostOf({ seen }: CheckRow, width: number, look: Look): Row {
  const host = look.words(seen?.endpoint.host ?? '');
  return widthOf(host) > width ? [] : [piece(host, 'muted')];
}

// What is merely worth knowing is no mark against a service.
const quiet = (severity: ReturnType<typeof worstOf>) => (severity === 'info' ? undefined : severity);

function stateOf({ seen }: CheckRow) {
  if (seen === undefined) return LOOKING;
  return seen.endpoint.daysLeft === null ? NO_ANSWER : daysLeft(seen.endpoint.daysLeft);
}

function about({ name, seen }: CheckRow, width: number, look: Look): readonly Row[] {
  if (seen === undefined) return [...paragraph(look.words(name), width, 'strong'), ...paragraph(look.words(STILL), width, 'muted')];
  const found = seen.findings.flatMap((finding) => cutTo(finding, width, look));
  return [
    ...paragraph(look.words(name), width, 'strong'),
    ...(found.length === 0 ? paragraph(look.words(NOTHING_WRONG), width, 'good') : found),
    BLANK,
    ...drawEndpoint(seen.endpoint, width, look),
  ];
}

const ROWS_EACH = 2;

/** At most two rows of it: all of it stands in the details. */
function cutTo({ severity, message }: Finding, width: number, look: Look): readonly Row[] {
  return firstRows(labelled([severityMark(severity, look)], look.row(message), width), ROWS_EACH, width, look);
}

function drawDetail(state: CheckState, detail: NonNullable<CheckState['detail']>, area: Area, look: Look): Drawing {
  const row = state.rows[state.index];
  const name = look.words(row?.name ?? '');
  const findings = findingsOf(state);
  const entries = findings.map(
    (finding): Entry => ({
      row: (_width, marked) => findingRow(finding, marked, look),
      about: (width) => drawFinding(finding, width, look),
    }),
  );
  const empty = paragraph(look.words(row?.seen === undefined ? STILL : NOTHING_WRONG), area.width, row?.seen === undefined ? 'muted' : 'good');
  const head = [textRow(name, 'strong'), BLANK];
  const foot = (width: number): readonly Row[] => {
    // Where it is narrow a finding needs the room; the list says the same.
    const rows = row?.seen === undefined || (width === area.width && findings.length > 0) ? [] : drawEndpoint(row.seen.endpoint, width, look);
    return rows.length + entries.length + head.length + 3 <= area.height ? rows : [];
  };
  const side = drawBrowse({ ...detail, scroll: state.scroll }, { head, entries, empty, foot }, area, look);
  const found: readonly KeyId[] = findings.length === 0 ? [] : ['explain', 'moveOrLetters'];
  return { ...side, hints: [...found, ...paging(side), 'again', ...bringing(row), 'back', 'leave'], name };
}
