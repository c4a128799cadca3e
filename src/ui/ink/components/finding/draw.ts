import type { Finding, Severity } from '../../../../core/contracts/index.ts';
import { code, say } from '../../../../core/text/say.ts';
import { visible } from '../../../../core/text/visible.ts';
import { shownKey } from '../../keys.ts';
import { BLANK, labelled, type Piece, paragraph, piece, type Row } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Tone } from '../../theme.ts';

const WHAT_NOW = say('What to do', '対処方法');
const AT_LENGTH = (key: string) => say('{key} explains {what} at length.', '{key} で{what}を詳しく説明します。', { key: code(key), what: say('it', 'これ') });

export const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'warn', info: 'muted' };

/** The mark of a severity; where nothing was found, that all is as wanted. */
export function severityMark(severity: Severity | undefined, look: Look): Piece {
  const { done, failed, warning, info } = look.symbols;
  if (severity === undefined) return piece(`${done} `, 'good');
  return piece(`${{ error: failed, warning, info }[severity]} `, SEVERITY_TONES[severity]);
}

/** A finding in one row of a list. */
export function findingRow(finding: Finding, marked: boolean, look: Look): Row {
  return [severityMark(finding.severity, look), ...look.row(finding.message, marked ? 'accent' : 'plain')];
}

/** All of a finding: what, the cure, and its code with the key that explains it. */
export function drawFinding(finding: Finding, width: number, look: Look): readonly Row[] {
  const { severity, subject, message, next } = finding;
  return [
    ...labelled([severityMark(severity, look)], look.row(message, severity === 'info' ? 'plain' : SEVERITY_TONES[severity]), width),
    ...paragraph(`${visible(subject)} ${look.symbols.dot} ${finding.code}`, width, 'muted'),
    ...(next.length === 0 ? [] : [BLANK, ...paragraph(look.words(WHAT_NOW), width, 'strong')]),
    ...next.flatMap((step) => labelled([piece(`${look.symbols.arrow} `, 'accent')], look.row(step), width)),
    BLANK,
    ...paragraph(look.row(AT_LENGTH(shownKey('explain', look.symbols)), 'muted'), width),
  ];
}
