import type { Context, Json, Question, WizardAction, WizardView } from '../../../core/contracts/index.ts';
import { say } from '../../../core/text/say.ts';
import type { PromptTerminal } from '../../host/prompted.ts';
import { problemLines } from '../../text/problem-lines.ts';
import type { Writer } from '../../text/writer.ts';
import { optionsOf, optionWords, place, usualOf, written } from '../ask.ts';
import { glossaryLines } from '../glossary.ts';
import { MESSAGES } from '../messages.ts';
import { parseAnswer } from '../parse-answer.ts';
import { chooseOne, typeLine, typeOrChoose } from './terminal.ts';

const YES = say('Yes', 'はい');
const NO = say('No', 'いいえ');

/** The same question as in lines, with the same words, answered by a prompt. */
export async function askByPrompt(
  view: WizardView,
  context: Context,
  note: (line: string) => void,
  writer: Writer,
  terminal: PromptTerminal,
): Promise<WizardAction> {
  const { question } = view;
  const { words } = writer;
  for (const remark of view.remarks ?? []) note(`  ${writer.symbols.info} ${words(remark)}`);
  note('');
  note(words(place(view)));
  if (question.help !== undefined) note(words(question.help));
  const { options, note: source } = await optionsOf(question, context);
  if (source !== undefined) note(words(source));
  if (view.problem !== undefined) for (const line of problemLines(view.problem, writer)) note(line);
  const usual = await usualOf(view, context, options);
  const message = words(question.label);
  const commands = [
    { name: words(MESSAGES.goBack), value: '<' },
    { name: words(MESSAGES.why), value: '?' },
    { name: words(MESSAGES.terms), value: '??' },
    { name: words(MESSAGES.leave), value: 'q!' },
  ];
  for (;;) {
    const line = await typed(question, usual);
    if (line === '<') return { type: 'back' };
    if (line === 'q!') return { type: 'quit' };
    if (line === '?') {
      note(words(question.learn ?? MESSAGES.nothingToExplain));
      continue;
    }
    const explained = glossaryLines(line, question, writer);
    if (explained !== undefined) {
      for (const each of explained) note(each);
      continue;
    }
    if (question.kind === 'choice') return { type: 'answer', value: line };
    const answer = parseAnswer(question, line, [], usual);
    if (answer.ok) return { type: 'answer', value: answer.value };
    note(words(answer.why));
  }

  async function typed({ kind }: Question, before: Json | undefined): Promise<string> {
    const start = before === undefined ? undefined : written(before);
    const offers = options.map((option) => ({ name: optionWords(option, writer), value: option.value, disabled: option.problem !== undefined }));
    if (kind === 'choice') return await chooseOne(message, [...offers, ...commands], start, terminal);
    if (kind === 'confirm') return await chooseOne(message, [{ name: words(YES), value: 'y' }, { name: words(NO), value: 'n' }, ...commands], start, terminal);
    if (offers.length > 0) return (await typeOrChoose(message, [...offers, ...commands], start, terminal)).trim();
    return (await typeLine(message, start, terminal)).trim();
  }
}
