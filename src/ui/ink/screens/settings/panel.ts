import type { Problem } from '../../../../core/contracts/index.ts';
import type { SettingOrigin } from '../../../host/setting-origins.ts';
import type { SettingKey } from '../../../host/settings.ts';
import { SETTING_HELP, SETTING_NAMES, settingOrigin, settingValue, settingWinner } from '../../../text/setting-words.ts';
import { padEnd, widthOf } from '../../../text/width.ts';
import { drawBrowse, type Entry, paging } from '../../components/browse/draw.ts';
import { BROWSE, type Browse, reduceBrowse } from '../../components/browse/state.ts';
import { drawProblem } from '../../components/problem/draw.ts';
import { is } from '../../keys.ts';
import { BLANK, paragraph, piece, type Row, rowWidth, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Panel } from '../panel/panel.ts';
import { BAD, GOOD, keptIn, ON_LEAVING, SAMPLE, TITLE, WARN } from './messages.ts';

export interface SettingsState extends Browse {
  readonly settings: readonly SettingOrigin[];
  readonly file: string;
  /** Why the last change could not be saved. */
  readonly problem?: Problem;
}

export type SettingsResult =
  | { readonly type: 'set'; readonly key: SettingKey; readonly value: string; readonly index: number }
  /** It has no few values to go through. */
  | { readonly type: 'type'; readonly key: SettingKey; readonly index: number }
  | { readonly type: 'back' }
  | { readonly type: 'quit' };

export const createSettings = (about: Pick<SettingsState, 'settings' | 'file'>): SettingsState => ({ ...BROWSE, ...about });

export const settingsPanel: Panel<SettingsState, SettingsResult> = {
  reduce(state, press) {
    if (is(press, 'back')) return { state, result: { type: 'back' } };
    const setting = state.settings[state.index];
    const by = is(press, 'change') ? 1 : press.type !== 'key' ? 0 : press.name === 'left' || press.name === 'backtab' ? -1 : is(press, 'switch') ? 1 : 0;
    if (setting === undefined || by === 0) return { state: reduceBrowse(state, state.settings.length, press) };
    const { key, values, saved } = setting;
    if (values.length === 0) return is(press, 'change') ? { state, result: { type: 'type', key, index: state.index } } : { state };
    const value = values[(values.indexOf(saved) + by + values.length) % values.length] ?? saved;
    return { state, result: { type: 'set', key, value, index: state.index } };
  },

  draw(state, area, look) {
    const name = look.words(TITLE);
    const head = [textRow(name, 'strong'), BLANK];
    const entries = entriesOf(state, look);
    const drawn = drawBrowse(state, { head, entries, empty: [] }, area, look);
    const few = (state.settings[state.index]?.values.length ?? 0) > 0;
    return { ...drawn, hints: ['change', 'moveOrLetters', ...(few ? (['switch'] as const) : []), ...paging(drawn), 'back', 'leave'], name };
  },
};

function entriesOf({ settings, file, problem }: SettingsState, look: Look): readonly Entry[] {
  const names = settings.map(({ key }) => look.words(SETTING_NAMES[key]));
  const values = settings.map(({ key, value }) => look.words(settingValue(key, value)));
  const nameColumn = Math.max(...names.map(widthOf)) + 2;
  // What is typed may be long: it leaves the others their column.
  const valueColumn = Math.max(...values.filter((_, at) => (settings[at]?.values.length ?? 0) > 0).map(widthOf)) + 2;
  return settings.map((setting, at) => ({
    row: (width, marked): Row => [
      piece(padEnd(names[at] ?? '', nameColumn), marked ? 'accent' : 'plain'),
      piece(padEnd(values[at] ?? '', valueColumn), 'strong'),
      ...fitting(
        [piece(widthOf(values[at] ?? '') < valueColumn ? '' : '  '), ...look.row(settingOrigin(setting), 'muted')],
        width - nameColumn - Math.max(valueColumn, widthOf(values[at] ?? '')),
      ),
    ],
    about: (width) => [
      ...(problem === undefined ? [] : [...drawProblem(problem, width, look), BLANK]),
      ...about(setting, width, look),
      BLANK,
      ...paragraph(look.row(keptIn(file), 'muted'), width),
    ],
  }));
}

/** Where there is room for all of it: a part says nothing. */
const fitting = (row: Row, width: number): Row => (rowWidth(row) > width ? [] : row);

function about(setting: SettingOrigin, width: number, look: Look): readonly Row[] {
  const { key, values, saved, value } = setting;
  const winner = settingWinner(setting);
  const choices = values.map(
    (each): Row => [
      piece(each === saved ? look.symbols.now : look.symbols.open, each === saved ? 'accent' : 'muted'),
      piece(` ${look.words(settingValue(key, each))}`, each === saved ? 'strong' : 'plain'),
    ],
  );
  const inOne = choices.flatMap((choice, at): Row => (at === 0 ? choice : [piece('   '), ...choice]));
  return [
    ...paragraph(look.words(SETTING_NAMES[key]), width, 'strong'),
    ...(values.length === 0 ? paragraph(look.row(value), width) : rowWidth(inOne) <= width ? [inOne] : choices),
    ...(winner === undefined ? [] : [BLANK, ...paragraph(look.row(winner, 'warn'), width)]),
    BLANK,
    ...paragraph(look.row(SETTING_HELP[key]), width),
    ...(key === 'screen' && value === 'lines' ? [BLANK, ...paragraph(look.words(ON_LEAVING), width, 'muted')] : []),
    ...(key === 'theme' || key === 'marks' ? [BLANK, ...sample(width, look)] : []),
  ];
}

function sample(width: number, look: Look): readonly Row[] {
  const { done, warning, failed, pointer } = look.symbols;
  return [
    ...paragraph(look.words(SAMPLE), width, 'muted'),
    [piece(`${pointer} `, 'accent'), piece('www.contoso.com', 'accent')],
    ...paragraph(
      [piece(`${done} ${look.words(GOOD)}   `, 'good'), piece(`${warning} ${look.words(WARN)}   `, 'warn'), piece(`${failed} ${look.words(BAD)}`, 'bad')],
      width,
    ),
  ];
}
