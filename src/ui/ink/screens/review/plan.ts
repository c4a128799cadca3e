import type { Change, Finding, RequestPreview, Review, StepPlan } from '../../../../core/contracts/index.ts';
import { visible } from '../../../../core/text/visible.ts';
import { drawRemark } from '../../components/problem/draw.ts';
import { BLANK, indent, labelled, paragraph, piece, type Row, textRow } from '../../layout/rows.ts';
import { cutMiddle } from '../../layout/width.ts';
import type { Look } from '../../look.ts';
import type { Tone } from '../../theme.ts';
import { STEP_NAMES } from '../question/messages.ts';
import { diffOf } from './diff.ts';
import { about, EFFECTS, NOTHING, SKIPPED } from './messages.ts';

/** The whole plan, step by step: what is found, what is, what will be, and, where asked for, what will be sent. */
export function drawPlan(review: Review, requests: boolean, width: number, look: Look): readonly Row[] {
  return review.steps.flatMap((step, at) => [...(at === 0 ? [] : [BLANK]), ...drawStep(step, requests, width, look)]);
}

function drawStep(step: StepPlan, requests: boolean, width: number, look: Look): readonly Row[] {
  const name = look.words(STEP_NAMES[step.step]);
  if (step.skipped !== undefined) {
    return labelled([piece(name, 'strong'), piece(`  ${look.symbols.skipped} ${look.words(SKIPPED)}: `, 'muted')], look.row(step.skipped, 'muted'), width);
  }
  const inner = width - 2;
  const body = [
    ...step.findings.flatMap((finding) => drawFinding(finding, inner, look)),
    ...step.changes.flatMap((change) => drawChange(change, requests, inner, look)),
    ...step.notes.flatMap((note) => labelled([piece(`${look.symbols.info} `, 'muted')], look.row(note, 'muted'), inner)),
  ];
  return [textRow(name, 'strong'), ...indent(body.length === 0 ? paragraph(look.words(NOTHING), inner, 'muted') : body, 2)];
}

function drawFinding(finding: Finding, width: number, look: Look): readonly Row[] {
  return drawRemark(finding.message, finding.next, finding.severity, width, look);
}

const MARKS = {
  create: ['+', 'good'],
  update: ['~', 'accent'],
  delete: ['-', 'bad'],
  'by-hand': ['*', 'warn'],
  none: ['=', 'muted'],
} as const satisfies Record<Change['effect'], readonly [string, Tone]>;

function drawChange(change: Change, requests: boolean, width: number, look: Look): readonly Row[] {
  const [mark, tone] = MARKS[change.effect];
  const label = [piece(`${mark} ${look.words(EFFECTS[change.effect])}  `, tone)];
  const rest = [
    ...(change.why === undefined ? [] : paragraph(look.row(change.why, 'muted'), width - 2)),
    ...(change.expectedMs === undefined ? [] : paragraph(look.words(about(change.expectedMs)), width - 2, 'muted')),
    ...diffOf(change.before, change.after).flatMap((line) =>
      labelled([piece(`${line.sign} `, line.sign === '+' ? 'good' : 'bad'), piece(`${visible(line.name)}: `, 'muted')], visible(line.value), width - 2),
    ),
    ...(requests ? (change.requests ?? []).flatMap((request) => drawRequest(request, width - 2, look)) : []),
  ];
  return [...labelled(label, look.row(change.title, 'strong'), width), ...indent(rest, 2)];
}

function drawRequest(request: RequestPreview, width: number, look: Look): readonly Row[] {
  const path = cutMiddle(visible(request.path), width - request.method.length - 1, look.symbols.ellipsis);
  const head: Row = [piece(`${request.method} `, 'accent'), piece(path)];
  const body = request.body === undefined ? [] : JSON.stringify(request.body, null, 2).split('\n');
  return [
    head,
    ...indent(
      body.flatMap((line) => paragraph(visible(line), width - 2, 'muted')),
      2,
    ),
  ];
}
