import type { Problem, Severity, Text } from '../../../../core/contracts/index.ts';
import { labelled, piece, type Row } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Tone } from '../../theme.ts';

const TONES: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'warn', info: 'muted' };

/** What happened and, below it, what to do: for a remark beside other things. */
export function drawRemark(message: Text, next: readonly Text[], severity: Severity, width: number, look: Look): readonly Row[] {
  const mark = { error: look.symbols.failed, warning: look.symbols.warning, info: look.symbols.info }[severity];
  return [
    ...labelled([piece(`${mark} `, TONES[severity])], look.row(message, severity === 'info' ? 'plain' : TONES[severity]), width),
    ...next.flatMap((step) => labelled([piece(`  ${look.symbols.arrow} `, 'muted')], look.row(step), width)),
  ];
}

export const drawProblem = (problem: Problem, width: number, look: Look): readonly Row[] => drawRemark(problem.message, problem.next, 'error', width, look);
