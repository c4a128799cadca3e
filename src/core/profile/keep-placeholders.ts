import type { Answers, Json } from '../contracts/index.ts';
import { variablesIn } from './placeholders.ts';
import { sameAnswer } from './same-answer.ts';

/** Answers as they are to be written: where a value came out of a variable and is still the same, the file keeps naming the variable. */
export function keepPlaceholders(answers: Answers, written: Answers, resolved: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).map(([key, json]) => [key, keep(json, written[key], resolved[key])]));
}

function keep(json: Json, written: Json | undefined, resolved: Json | undefined): Json {
  return written !== undefined && variablesIn(written).length > 0 && sameAnswer(json, resolved) ? written : json;
}
