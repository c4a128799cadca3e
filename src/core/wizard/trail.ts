import type { Answered, Answers, Context, Text } from '../contracts/index.ts';
import { isSwitch, type Stop } from './path.ts';

/** Remembers the words of chosen options, so that a choice is not listed again for every frame. */
export type ChosenWords = Map<string, Text>;

/** What has been answered on this path, in order, choices in the words of their options. */
export async function trailOf(stops: readonly Stop[], answers: Answers, context: Context, known: ChosenWords = new Map()): Promise<readonly Answered[]> {
  const answered = stops.filter(({ question }) => answers[question.key] !== undefined && answers[question.key] !== null && !isSwitch(question.key));
  return await Promise.all(
    answered.map(async ({ step, question }) => {
      const value = answers[question.key] ?? null;
      const shown = typeof value === 'string' ? await wordsOf(question, value, context, known) : undefined;
      return { step, key: question.key, label: question.label, value, ...(shown === undefined ? {} : { shown }) };
    }),
  );
}

async function wordsOf(question: Stop['question'], value: string, context: Context, known: ChosenWords): Promise<Text | undefined> {
  if (question.kind !== 'choice') return undefined;
  const key = `${question.key}=${value}`;
  const words = known.get(key) ?? (await question.options(context)).find((option) => option.value === value)?.label;
  if (words !== undefined) known.set(key, words);
  return words;
}
