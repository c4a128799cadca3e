import type { DnsRow, DnsSplit, WaitEvent } from '../../../../core/contracts/index.ts';
import { redactText } from '../../../../core/redact/redact.ts';
import { visible } from '../../../../core/text/visible.ts';
import { waitHead } from '../../../text/event-lines.ts';
import { nslookupLines } from '../../../text/nslookup.ts';
import { padEnd, widthOf } from '../../../text/width.ts';
import { drawDnsTable } from '../../components/dns-table/draw.ts';
import { drawMeter } from '../../components/meter/draw.ts';
import { drawRemark } from '../../components/problem/draw.ts';
import { drawRecordRows, drawRecords } from '../../components/records/draw.ts';
import { drawServed } from '../../components/served/draw.ts';
import { drawTimeLine, timeLineFits } from '../../components/time-line/draw.ts';
import type { KeyId } from '../../keys.ts';
import { page } from '../../layout/fit.ts';
import { flow } from '../../layout/flow.ts';
import { BLANK, cutRow, indent, labelled, paragraph, piece, type Row, rowWidth, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Tone } from '../../theme.ts';
import type { Area, Drawing } from '../drawing.ts';
import { allIn, BEGINNING, elapsed, elapsedOf, givesUp, LEAVING, LOOKING, nextLook, OUTCOMES, requestId, STATES, seen, TITLE, took } from './messages.ts';
import type { RunScreen, Work } from './state.ts';

const WIDEST = 120;
const WORTH_SAYING = 1000;

/** Work, what to do by hand, the present wait, remarks. Where it does not fit, finished work gives way first; the rest scrolls. */
export function drawRun(screen: RunScreen, area: Area, now: number, look: Look): Drawing {
  const width = Math.min(WIDEST, area.width);
  const name = look.words(screen.outcome === undefined ? TITLE : OUTCOMES[screen.outcome.status]);
  const remarks = screen.remarks.flatMap((remark) => drawRunRemark(remark, width, look));
  const leaving = screen.leaving === undefined ? [] : [BLANK, ...drawRemark(LEAVING, [], 'warning', width, look)];
  const rest = [...leaving, ...drawWait(screen, now, width, look), ...(remarks.length === 0 ? [] : [BLANK, ...remarks])];
  const instruction = drawInstruction(screen, width, look, drawRecords);
  const fits = 2 + 1 + instruction.length + rest.length <= area.height;
  const below = [...(fits ? instruction : drawInstruction(screen, width, look, drawRecordRows)), ...rest];
  const work = screen.work.length === 0 && screen.wait !== undefined ? [] : drawWorks(screen.work, Math.max(1, area.height - 2 - below.length), width, look);
  const { rows, last } = page([...work, ...below], area.height - 2, screen.scroll, look);
  return { main: { rows: [textRow(name, 'strong'), BLANK, ...rows] }, last, hints: hintsOf(screen, last > 0), name };
}

function hintsOf({ leaving, wait, instruction }: RunScreen, scrolls: boolean): readonly KeyId[] {
  // A second Ctrl-C leaves too; on small screens the answers come first.
  if (leaving === true) return ['goOn', 'leaveRunning', 'leave'];
  return [
    ...(scrolls ? (['scroll'] as const) : []),
    ...(wait?.rows === undefined ? [] : (['transcript'] as const)),
    ...(instruction?.copy === undefined ? [] : (['copy'] as const)),
    ...(wait?.resume === undefined ? [] : (['leaveOpen'] as const)),
    'leave',
  ];
}

const TONES: Readonly<Record<Work['state'], Tone>> = { started: 'accent', done: 'good', failed: 'bad', skipped: 'muted' };

/** The latest work; what runs is always among it. */
function drawWorks(work: readonly Work[], height: number, width: number, look: Look): readonly Row[] {
  if (work.length === 0) return [textRow(look.words(BEGINNING), 'muted')];
  const states = work.map((each) => look.words(STATES[each.state]));
  const column = Math.max(...states.map(widthOf));
  const marks = { started: look.symbols.now, done: look.symbols.done, failed: look.symbols.failed, skipped: look.symbols.skipped };
  const rows = work.map((each, at): Row => {
    const state = piece(`${marks[each.state]} ${padEnd(states[at] ?? '', column)}  `, TONES[each.state]);
    const title = cutRow([state, ...look.row(each.title, each.state === 'started' ? 'strong' : 'plain')], width, look.symbols.ellipsis);
    return withTime(title, each, width, look);
  });
  return rows.slice(-height);
}

/** How long finished work took, where there is room to say it. */
function withTime(row: Row, { tookMs = 0 }: Work, width: number, look: Look): Row {
  if (tookMs < WORTH_SAYING) return row;
  const time = [piece('  '), ...look.row(took(tookMs), 'muted')];
  return rowWidth(row) + rowWidth(time) <= width ? [...row, ...time] : row;
}

function drawWait({ wait, requestId: request, transcript }: RunScreen, now: number, width: number, look: Look): readonly Row[] {
  const asked = request === undefined ? [] : paragraph(look.words(requestId(request)), width - 2, 'muted');
  if (wait === undefined) return asked.length === 0 ? [] : [BLANK, ...indent(asked, 2)];
  const spent = Math.max(0, now - wait.startedAt);
  const time = look.words(wait.expectedMs === undefined ? elapsed(spent) : elapsedOf(spent, wait.expectedMs));
  const next = look.words(wait.nextAt > now ? nextLook(wait.nextAt - now) : LOOKING);
  const all = wait.eta === undefined || wait.eta <= now ? [] : [look.words(allIn(wait.eta - now))];
  const limit = wait.deadline === undefined || wait.deadline <= now ? [] : [look.words(givesUp(wait.deadline - now))];
  const facts = drawServed(wait, width - 2, look);
  const lines = [
    ...drawProgress(wait, now, width - 2, look),
    ...(wait.over === undefined ? flow([time, next, ...all, ...limit], width - 2, look) : []),
    ...facts,
    // The facts say it already; what is in the way they do not say.
    ...(wait.seen === undefined || (wait.served !== undefined && wait.state !== undefined) ? [] : paragraph(look.row(seen(wait.seen)), width - 2)),
    ...asked,
  ];
  const table =
    wait.rows === undefined || wait.rows.length === 0 ? [] : [BLANK, ...drawServers(wait.rows, wait.split, transcript === true, now, width - 2, look)];
  return [BLANK, ...paragraph(look.row(waitHead(wait)), width), ...indent([...lines, ...table], 2)];
}

/** How far it is, where it is known how long it usually takes: the words below say the same. */
function drawProgress({ startedAt, expectedMs, deadline, over }: WaitEvent, now: number, width: number, look: Look): readonly Row[] {
  if (expectedMs === undefined) return [];
  if (over !== undefined || look.screenReader || !timeLineFits({ expectedMs }, width))
    return [drawMeter((now - startedAt) / expectedMs, Math.min(40, width), look)];
  return [...drawTimeLine({ startedAt, now, expectedMs, ...(deadline === undefined ? {} : { deadline }) }, width, look), BLANK];
}

function drawServers(rows: readonly DnsRow[], split: DnsSplit | undefined, transcript: boolean, now: number, width: number, look: Look): readonly Row[] {
  if (!transcript) return drawDnsTable(rows, split, now, width, look);
  return rows.flatMap((row) => nslookupLines(row)).map((line) => cutRow(textRow(line), width, look.symbols.ellipsis));
}

function drawInstruction({ instruction }: RunScreen, width: number, look: Look, draw: typeof drawRecords): readonly Row[] {
  if (instruction === undefined) return [];
  const text = labelled([piece(`${look.symbols.arrow} `, 'warn')], look.row(instruction.text, 'strong'), width);
  const copy = instruction.copy === undefined ? [] : drawCopy(instruction.copy, draw === drawRecords, look);
  return [BLANK, ...text, ...indent([...draw(instruction.records, width - 2, look), ...copy], 2)];
}

/** What a key copies. Where there is no room for all of it, its first line says what it is: the wait below matters more. */
function drawCopy(text: string, whole: boolean, look: Look): readonly Row[] {
  const [first = '', ...more] = redactText(text).trimEnd().split('\n').map(visible);
  const lines = whole || more.length === 0 ? [first, ...more] : [`${first} ${look.symbols.ellipsis}`];
  return lines.map((line) => textRow(line, 'muted'));
}

function drawRunRemark(remark: RunScreen['remarks'][number], width: number, look: Look): readonly Row[] {
  if (remark.type === 'note') return drawRemark(remark.text, [], remark.level === 'warn' ? 'warning' : 'info', width, look);
  const { finding } = remark;
  const subject = finding.subject === '' ? [] : paragraph(visible(finding.subject), width - 2, 'muted');
  return [...drawRemark(finding.message, finding.next, finding.severity, width, look), ...indent(subject, 2)];
}
