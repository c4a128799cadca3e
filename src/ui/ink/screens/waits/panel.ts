import type { Text } from '../../../../core/contracts/index.ts';
import { code, date, value } from '../../../../core/text/say.ts';
import { padEnd, widthOf } from '../../../text/width.ts';
import { drawBrowse, type Entry, paging } from '../../components/browse/draw.ts';
import { BROWSE, type Browse, reduceBrowse } from '../../components/browse/state.ts';
import { drawFacts } from '../../components/facts/draw.ts';
import { is, type KeyId } from '../../keys.ts';
import { BLANK, paragraph, piece, type Row, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Panel } from '../panel/panel.ts';
import * as words from './messages.ts';

/** A wait as the list shows it. */
export interface WaitEntry {
  readonly what: Text;
  readonly profile: string | null;
  readonly environment: string;
  /** ms since the epoch, of the environment's clock */
  readonly startedAt: number;
  readonly deadline: number | null;
  readonly holder?: { readonly pid: number; readonly host: string; readonly since: string };
  /** The command that goes on with it. */
  readonly resume: string;
  /** Whether it can be taken up from here. */
  readonly here: boolean;
}

export interface WaitsState extends Browse {
  /** undefined until they are known. */
  readonly waits: readonly WaitEntry[] | undefined;
}

export type WaitsResult = { readonly type: 'take-up'; readonly at: number } | { readonly type: 'back' } | { readonly type: 'quit' };

export const createWaits = (waits?: readonly WaitEntry[]): WaitsState => ({ ...BROWSE, waits });

export const waitsPanel: Panel<WaitsState, WaitsResult> = {
  reduce(state, press) {
    if (is(press, 'back')) return { state, result: { type: 'back' } };
    if (is(press, 'takeUp')) return state.waits?.[state.index]?.here === true ? { state, result: { type: 'take-up', at: state.index } } : { state };
    return { state: reduceBrowse(state, state.waits?.length ?? 0, press) };
  },

  draw(state, area, look) {
    const name = look.words(words.TITLE);
    const { waits = [] } = state;
    const empty = paragraph(look.words(state.waits === undefined ? words.LOOKING : words.NOTHING), Math.min(76, area.width), 'muted');
    const drawn = drawBrowse(state, { head: [textRow(name, 'strong'), BLANK], entries: entriesOf(waits, look), empty }, area, look);
    const some: readonly KeyId[] = waits.length === 0 ? [] : ['takeUp', 'moveOrLetters', ...paging(drawn)];
    return { ...drawn, hints: [...some, 'back', 'leave'], name };
  },
};

function entriesOf(waits: readonly WaitEntry[], look: Look): readonly Entry[] {
  const column = Math.max(0, ...waits.map(({ profile }) => widthOf(profile ?? ''))) + 2;
  return waits.map((wait) => ({
    row: (_width, marked): Row => [
      ...(column > 2 ? [piece(padEnd(wait.profile ?? '', column), marked ? 'accent' : 'plain')] : []),
      ...look.row(wait.what, wait.profile === null && marked ? 'accent' : 'muted'),
    ],
    about: (width) => about(wait, width, look),
  }));
}

function about(wait: WaitEntry, width: number, look: Look): readonly Row[] {
  const { holder } = wait;
  return [
    ...paragraph(look.row(wait.what, 'strong'), width),
    ...drawFacts(
      [
        ...(wait.profile === null ? [] : [[words.PROFILE, value(wait.profile)] as const]),
        [words.ENVIRONMENT, value(wait.environment)],
        [words.SINCE, date(wait.startedAt)],
        ...(wait.deadline === null ? [] : [[words.UNTIL, date(wait.deadline)] as const]),
        [words.HELD, holder === undefined ? words.NOBODY : words.heldBy(holder.pid, holder.host, holder.since)],
        [words.COMMAND, code(wait.resume)],
      ],
      width,
      look,
    ),
    BLANK,
    ...paragraph(look.row(wait.here ? words.ENTER : words.ELSEWHERE(wait.resume), 'muted'), width),
  ];
}
