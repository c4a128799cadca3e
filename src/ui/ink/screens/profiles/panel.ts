import type { Answers, Text } from '../../../../core/contracts/index.ts';
import { value } from '../../../../core/text/say.ts';
import { padEnd, widthOf } from '../../../text/width.ts';
import { drawBrowse, type Entry } from '../../components/browse/draw.ts';
import { BROWSE, type Browse, reduceBrowse } from '../../components/browse/state.ts';
import { drawFacts } from '../../components/facts/draw.ts';
import { drawRemark } from '../../components/problem/draw.ts';
import { is, type Press } from '../../keys.ts';
import { BLANK, paragraph, piece, type Row, textRow } from '../../layout/rows.ts';
import { shownValue } from '../../layout/values.ts';
import type { Look } from '../../look.ts';
import type { Panel } from '../panel/panel.ts';
import { NONE, TITLE } from './messages.ts';

/** A profile as its file has it: variables stay variables. */
export interface ProfileEntry {
  readonly name: string;
  readonly answers: Answers;
}

export interface ProfilesState extends Browse {
  readonly file: string;
  readonly profiles: readonly ProfileEntry[];
  /** What the last action did, or why it did not. */
  readonly notice?: { readonly text: Text; readonly severity: 'info' | 'error' };
}

export type ProfileAction = 'edit' | 'certificate' | 'copy' | 'rename' | 'remove';
export type ProfilesResult =
  | { readonly type: ProfileAction; readonly name: string; readonly index: number }
  | { readonly type: 'back' }
  | { readonly type: 'quit' };

export const createProfiles = (about: Omit<ProfilesState, keyof Browse>, index = 0): ProfilesState => ({
  ...BROWSE,
  ...about,
  index: Math.max(0, Math.min(index, about.profiles.length - 1)),
});

const ACTIONS = { change: 'edit', certificate: 'certificate', copy: 'copy', rename: 'rename', remove: 'remove' } as const;

function actionOf(press: Press): ProfileAction | undefined {
  for (const key of ['change', 'certificate', 'copy', 'rename', 'remove'] as const) if (is(press, key)) return ACTIONS[key];
  return undefined;
}

/** What the file holds, and what can be done with each. */
export const profilesPanel: Panel<ProfilesState, ProfilesResult> = {
  reduce(state, press) {
    if (is(press, 'back')) return { state, result: { type: 'back' } };
    const type = actionOf(press);
    const name = state.profiles[state.index]?.name;
    if (type !== undefined && name !== undefined) return { state, result: { type, name, index: state.index } };
    return { state: reduceBrowse(state, state.profiles.length, press) };
  },
  draw(state, area, look) {
    const name = look.words(TITLE);
    const { notice } = state;
    const foot = (width: number): readonly Row[] => (notice === undefined ? [] : drawRemark(notice.text, [], notice.severity, width, look));
    const empty = paragraph(look.words(NONE), Math.min(76, area.width), 'muted');
    const head = [[piece(name, 'strong'), piece(`  ${look.words(state.file)}`, 'muted')], BLANK];
    const drawn = drawBrowse(
      state,
      { head: area.width < NARROW ? [textRow(name, 'strong'), BLANK] : head, entries: entriesOf(state.profiles, look), empty, foot },
      area,
      look,
    );
    if (state.profiles.length === 0) return { ...drawn, hints: ['back', 'leave'], name };
    return { ...drawn, hints: ['change', 'moveOrLetters', 'back', 'remove', 'copy', 'rename', 'certificate', 'leave'], name };
  },
};

const NARROW = 90;

function entriesOf(profiles: readonly ProfileEntry[], look: Look): readonly Entry[] {
  const column = Math.max(0, ...profiles.map(({ name }) => widthOf(look.words(name)))) + 2;
  return profiles.map(({ name, answers }) => ({
    row: (_width, marked): Row => [
      piece(padEnd(look.words(name), column), marked ? 'accent' : 'plain'),
      piece(
        [answers['target.plugin'], answers['domain.fqdn'] ?? answers['domain.leafDomainLabel'] ?? answers['domain.kind']]
          .flatMap((each) => (each === undefined ? [] : [shownValue(each, look)]))
          .join(` ${look.symbols.dot} `),
        'muted',
      ),
    ],
    about: (width) => [
      ...paragraph(look.words(name), width, 'strong'),
      ...drawFacts(
        Object.entries(answers).map(([key, answer]) => [key, value(shownValue(answer, look))] as const),
        width,
        look,
      ),
    ],
  }));
}
