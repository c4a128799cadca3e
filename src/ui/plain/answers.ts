import type { Answered, Text } from '../../core/contracts/index.ts';
import { say, value } from '../../core/text/say.ts';
import { STEP_WORDS } from '../text/words.ts';
import type { Writer } from '../text/writer.ts';
import { written } from './ask.ts';
import { BACK, byNumber, type Numbered } from './by-number.ts';
import type { Lines } from './lines.ts';

const DEFAULT = say('default', '既定値');
const CHANGED = say(', changed', '、変更あり');
const SAVE = say('Save: shows first what would be saved', '保存する (保存する内容を先に表示します)');

export interface PlainAnswers {
  readonly profile: string;
  readonly items: readonly Answered[];
  /** Keys whose answers are not as saved. */
  readonly changed: ReadonlySet<string>;
}

/** The answers of a profile as numbered lines. `key`: that one is to be changed. undefined: back. */
export async function plainAnswers(
  { profile, items, changed }: PlainAnswers,
  lines: Lines,
  writer: Writer,
  signal: AbortSignal,
): Promise<{ readonly key: string } | 'save' | undefined> {
  lines.say('');
  lines.say(writer.words(heading(profile, changed.size)));
  const answers = items.map((item): Numbered<{ readonly key: string }> => ({ text: line(item, changed.has(item.key)), choice: { key: item.key } }));
  const save: readonly Numbered<'save'>[] = changed.size === 0 ? [] : [{ text: SAVE, choice: 'save' }];
  return await byNumber<{ readonly key: string } | 'save' | undefined>([...answers, ...save, BACK], lines, writer, signal);
}

function heading(profile: string, changes: number): Text {
  const name = value(profile);
  return changes === 0
    ? say('Answers of {name}. The number of one changes it:', '{name} の回答。番号を入力するとその回答を変更できます:', { name })
    : say('Answers of {name}, {changes} changed and not saved yet:', '{name} の回答 ({changes} 件が変更済み、未保存):', { name, changes });
}

function line({ step, label, value: answer, shown }: Answered, changed: boolean): Text {
  return say('{step}, {label} {answer}{state}', '{step}、{label} {answer}{state}', {
    step: STEP_WORDS[step],
    label,
    answer: answer === null ? DEFAULT : (shown ?? value(written(answer))),
    state: changed ? CHANGED : value(''),
  });
}
