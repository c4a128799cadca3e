import { visible } from '../../../../core/text/visible.ts';
import { drawDnsTable } from '../../components/dns-table/draw.ts';
import { drawMeter } from '../../components/meter/draw.ts';
import { drawRemark } from '../../components/problem/draw.ts';
import { drawRecords } from '../../components/records/draw.ts';
import { BLANK, cutRow, indent, labelled, paragraph, piece, type Row, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Tone } from '../../theme.ts';
import type { Area, Drawing } from '../drawing.ts';
import { BEGINNING, elapsed, elapsedOf, givesUp, LOOKING, nextLook, OUTCOMES, requestId, STATES, seen, TITLE } from './messages.ts';
import type { RunScreen, Work } from './state.ts';

const WIDEST = 120;

/** Work, the present wait, what to do by hand, remarks. Where it does not fit, finished work and old remarks give way. */
export function drawRun(screen: RunScreen, area: Area, now: number, look: Look): Drawing {
  const width = Math.min(WIDEST, area.width);
  const name = look.words(screen.outcome === undefined ? TITLE : OUTCOMES[screen.outcome.status]);
  const head = [textRow(name, 'strong'), BLANK];
  const present = [...drawInstruction(screen, width, look), ...drawWait(screen, now, width, look)];
  const room = area.height - head.length;
  const below = present.slice(0, Math.max(0, room - 1));
  const work = fitWork(screen.work, room - below.length, width, look);
  const spare = room - work.length - below.length;
  const remarks = screen.remarks.flatMap((remark) => drawRunRemark(remark, width, look));
  const shown = spare < 2 ? [] : remarks.slice(-(spare - 1));
  const rows = [...head, ...work, ...below, ...(shown.length === 0 ? [] : [BLANK, ...shown])];
  return { main: { rows: rows.slice(0, area.height) }, hints: ['leave'], name };
}

const TONES: Readonly<Record<Work['state'], Tone>> = { started: 'accent', done: 'good', failed: 'bad', skipped: 'muted' };

function drawWork(work: Work, width: number, look: Look): Row {
  const mark = { started: look.symbols.now, done: look.symbols.done, failed: look.symbols.failed, skipped: look.symbols.skipped }[work.state];
  const state: Row = [piece(`${mark} ${look.words(STATES[work.state])}  `, TONES[work.state])];
  return cutRow([...state, ...look.row(work.title, work.state === 'started' ? 'strong' : 'plain')], width, look.symbols.ellipsis);
}

/** The latest work; what runs is always among it. */
function fitWork(work: readonly Work[], height: number, width: number, look: Look): readonly Row[] {
  if (work.length === 0) return [textRow(look.words(BEGINNING), 'muted')].slice(0, Math.max(0, height));
  return work.slice(-Math.max(1, height)).map((each) => drawWork(each, width, look));
}

function drawWait({ wait, requestId: request }: RunScreen, now: number, width: number, look: Look): readonly Row[] {
  if (wait === undefined) return request === undefined ? [] : [BLANK, ...paragraph(look.words(requestId(request)), width, 'muted')];
  const spent = Math.max(0, now - wait.startedAt);
  const time = look.words(wait.expectedMs === undefined ? elapsed(spent) : elapsedOf(spent, wait.expectedMs));
  const next = look.words(wait.nextAt > now ? nextLook(wait.nextAt - now) : LOOKING);
  const limit = wait.deadline === undefined || wait.deadline <= now ? [] : [look.words(givesUp(wait.deadline - now))];
  const meter: readonly Row[] = wait.expectedMs === undefined ? [] : [[...drawMeter(spent / wait.expectedMs, Math.min(40, width - 2), look)]];
  const lines = [
    ...meter,
    ...paragraph([time, next, ...limit].join(` ${look.symbols.dot} `), width - 2, 'muted'),
    ...(wait.seen === undefined ? [] : paragraph(look.row(seen(wait.seen)), width - 2)),
    ...(request === undefined ? [] : paragraph(look.words(requestId(request)), width - 2, 'muted')),
  ];
  const table = wait.rows === undefined || wait.rows.length === 0 ? [] : [BLANK, ...drawDnsTable(wait.rows, now, width - 2, look)];
  return [BLANK, ...paragraph(look.row(wait.for), width), ...indent([...lines, ...table], 2)];
}

function drawInstruction({ instruction }: RunScreen, width: number, look: Look): readonly Row[] {
  if (instruction === undefined) return [];
  const text = labelled([piece(`${look.symbols.arrow} `, 'warn')], look.row(instruction.text, 'strong'), width);
  return [BLANK, ...text, ...indent(drawRecords(instruction.records, width - 2, look), 2)];
}

function drawRunRemark(remark: RunScreen['remarks'][number], width: number, look: Look): readonly Row[] {
  if (remark.type === 'finding') {
    const { finding } = remark;
    const subject = finding.subject === '' ? [] : paragraph(visible(finding.subject), width - 2, 'muted');
    return [...drawRemark(finding.message, finding.next, finding.severity, width, look), ...indent(subject, 2)];
  }
  return drawRemark(remark.text, [], remark.level === 'warn' ? 'warning' : 'info', width, look);
}
