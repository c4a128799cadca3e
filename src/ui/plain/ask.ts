import type { Context, Json, Option, Question, Text, WizardAction, WizardView } from '../../core/contracts/index.ts';
import { STEPS } from '../../core/contracts/index.ts';
import { toProblem } from '../../core/problems/to-problem.ts';
import { code, say } from '../../core/text/say.ts';
import { visible } from '../../core/text/visible.ts';
import { problemLines } from '../text/problem-lines.ts';
import { STEP_WORDS } from '../text/words.ts';
import type { Writer } from '../text/writer.ts';
import { glossaryLines } from './glossary.ts';
import type { Lines } from './lines.ts';
import { MESSAGES } from './messages.ts';
import { parseAnswer } from './parse-answer.ts';

/** One question as lines: where it stands, the question, its numbered choices, then what went wrong with the last answer. */
export async function askPlainly(view: WizardView, context: Context, lines: Lines, writer: Writer): Promise<WizardAction> {
  const { question } = view;
  const { words } = writer;
  for (const remark of view.remarks ?? []) lines.say(`  ${writer.symbols.info} ${words(remark)}`);
  lines.say('');
  lines.say(words(place(view)));
  lines.say(words(question.label));
  if (question.help !== undefined) lines.say(words(question.help));
  const { options, note } = await optionsOf(question, context);
  if (note !== undefined) lines.say(words(note));
  for (const [at, option] of options.entries()) lines.say(optionLine(option, at, writer));
  if (view.problem !== undefined) for (const line of problemLines(view.problem, writer)) lines.say(line);
  const usual = await usualOf(view, context, options);
  for (;;) {
    const line = await lines.read(promptFor(question, usual, writer), context.signal);
    const command = line.trim();
    if (command === '<') return { type: 'back' };
    if (command === 'q!') return { type: 'quit' };
    if (command === '?') {
      lines.say(words(question.learn ?? MESSAGES.nothingToExplain));
      continue;
    }
    const explained = glossaryLines(command, question, writer);
    if (explained !== undefined) {
      for (const each of explained) lines.say(each);
      continue;
    }
    const typed = parseAnswer(question, line, options, usual);
    if (typed.ok) return { type: 'answer', value: typed.value };
    lines.say(words(typed.why));
  }
}

export function place(view: WizardView): Text {
  return say('Step {step} of {steps} ({name}), question {question}', 'ステップ {step}/{steps} ({name})、質問 {question}', {
    step: STEPS.indexOf(view.step) + 1,
    steps: STEPS.length,
    name: STEP_WORDS[view.step],
    question: view.position.question,
  });
}

export async function optionsOf(question: Question, context: Context): Promise<{ readonly options: readonly Option[]; readonly note?: Text }> {
  if (question.kind === 'choice') return { options: await question.options(context) };
  if (question.kind !== 'text' || question.suggest === undefined) return { options: [] };
  try {
    const { items, source, problem } = await question.suggest(context);
    const note = problem?.message ?? (items.length === 0 ? undefined : source);
    return { options: items, ...(note === undefined ? {} : { note }) };
  } catch (thrown) {
    context.signal.throwIfAborted();
    return { options: [], note: toProblem(thrown).message };
  }
}

export async function usualOf({ question, draft }: WizardView, context: Context, options: readonly Option[]): Promise<Json | undefined> {
  return draft ?? (await question.initial?.(context)) ?? options.find((option) => option.suggested === true && option.problem === undefined)?.value;
}

function optionLine(option: Option, at: number, writer: Writer): string {
  return `  ${at + 1}. ${optionWords(option, writer)}`;
}

/** An option with its detail, and why it cannot be chosen. */
export function optionWords(option: Option, { words }: Writer): string {
  const detail = option.detail === undefined ? '' : ` - ${words(option.detail)}`;
  const reason = option.problem === undefined ? '' : ` (${words(say('not available: {reason}', '利用不可: {reason}', { reason: option.problem.message }))})`;
  return `${words(option.label)}${detail}${reason}`;
}

function promptFor(question: Question, usual: Json | undefined, { words }: Writer): string {
  if (usual !== undefined) return words(say('Enter alone means {usual}:', 'Enter のみで {usual}:', { usual: code(written(usual)) }));
  if (question.optional === true) return `${words(MESSAGES.optional)}:`;
  return question.kind === 'confirm' ? 'y/n:' : `${visible(question.key)}:`;
}

export function written(json: Json): string {
  return Array.isArray(json) ? json.map(String).join(', ') : typeof json === 'boolean' ? (json ? 'y' : 'n') : String(json);
}
