import { shownKey } from '../../../../core/certificates/findings/shown.ts';
import type { ChainLink } from '../../../../core/certificates/inspect/chain-view.ts';
import { date, say, value } from '../../../../core/text/say.ts';
import { visible } from '../../../../core/text/visible.ts';
import { ROLES } from '../../../text/chain-words.ts';
import { padEnd, truncate } from '../../../text/width.ts';
import { daysLeft, drawLifetime } from '../../components/days/draw.ts';
import { drawFacts } from '../../components/facts/draw.ts';
import { paragraph, piece, type Row } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import * as words from './messages.ts';

const METER = 10;
const SHORT_METER = 6;
// The most that is said of the days left.
const DAYS = 16;
const GAP = 2;
const SHOWN_NAMES = 12;

/** How a chain link is called in the tree: each issuer below what it signed. */
export function treeName({ name, role }: ChainLink, depth: number, look: Look): string {
  const lead = depth === 0 || role === 'apart' ? '' : `${' '.repeat((depth - 1) * 2)}${look.symbols.branch} `;
  return `${lead}${visible(name)}`;
}

/** A certificate in one row: its name, a bar of the lifetime that is left, and the same in words. @param column of the names */
export function linkRow(link: ChainLink, name: string, column: number, width: number, marked: boolean, look: Look): Row {
  const left = look.words(daysLeft(link.details.daysLeft));
  const beside = width - GAP - DAYS;
  // Names come before bars: the words say the same.
  const meter = column + GAP + SHORT_METER > beside ? 0 : column + GAP + METER > beside ? SHORT_METER : METER;
  const room = Math.max(10, Math.min(column, meter === 0 ? beside : beside - meter - GAP));
  return [
    piece(padEnd(truncate(name, room, look.symbols.ellipsis), room + GAP), marked ? 'accent' : 'plain'),
    ...(meter === 0 ? [] : [...drawLifetime(link.details.shareLeft, meter, look), piece(' '.repeat(GAP))]),
    piece(left, 'muted'),
  ];
}

/** All that is worth knowing of one certificate. */
export function drawLink({ name, role, details }: ChainLink, width: number, look: Look): readonly Row[] {
  const { names, subject, issuer, notBefore, notAfter, shareLeft, key, signature, serial, fingerprintSha256, pin, selfIssued } = details;
  const more = names.length - SHOWN_NAMES;
  const shown = names.slice(0, SHOWN_NAMES).join(', ') + (more > 0 ? `, ${look.words(words.moreNames(more))}` : '');
  return [
    ...paragraph(visible(name), width, 'strong'),
    ...paragraph(look.words(ROLES[role]), width, 'muted'),
    [...drawLifetime(shareLeft, Math.min(width, 36), look)],
    ...drawFacts(
      [
        [words.LEFT, words.share(details.daysLeft, Math.max(0, Math.floor(shareLeft * 100)))],
        [words.VALID, say('{from} to {to}', '{from} から {to}', { from: date(notBefore), to: date(notAfter) })],
        ...(names.length === 0 ? [] : [[words.NAMES, value(shown)] as const]),
        [words.SUBJECT, value(subject)],
        [words.ISSUER, selfIssued ? words.ITSELF : value(issuer)],
        [words.KEY, shownKey(key)],
        [words.SIGNATURE, value(signature)],
        [words.SERIAL, value(serial)],
        [words.FINGERPRINT, value(fingerprintSha256)],
        [words.PIN, value(`sha256/${pin}`)],
      ],
      width,
      look,
    ),
  ];
}
