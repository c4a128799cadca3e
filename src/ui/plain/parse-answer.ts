import type { Json, Option, Question, Text } from '../../core/contracts/index.ts';
import { MESSAGES } from './messages.ts';

export type Typed = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly why: Text };

const YES = /^(?:y|yes|true|はい)$/i;
const NO = /^(?:n|no|false|いいえ)$/i;

/**
 * What a typed line means as the answer of a question. An empty line takes the default; null leaves an optional question empty.
 * @param options what was numbered on the screen, in that order
 */
export function parseAnswer(question: Question, line: string, options: readonly Option[], usual: Json | undefined): Typed {
  const text = line.trim();
  if (text === '') {
    if (usual !== undefined) return { ok: true, value: usual };
    return question.optional === true ? { ok: true, value: null } : { ok: false, why: MESSAGES.needed };
  }
  if (text === '-' && question.optional === true) return { ok: true, value: null };
  switch (question.kind) {
    case 'choice':
      return chosen(text, options) ?? { ok: false, why: MESSAGES.noSuchChoice };
    case 'text':
      return chosenByNumber(text, options) ?? { ok: true, value: text };
    case 'path':
      return { ok: true, value: text };
    case 'number':
      return Number.isFinite(Number(text)) ? { ok: true, value: Number(text) } : { ok: false, why: MESSAGES.notANumber };
    case 'confirm':
      return YES.test(text) ? { ok: true, value: true } : NO.test(text) ? { ok: true, value: false } : { ok: false, why: MESSAGES.notYesNo };
    case 'list':
      return {
        ok: true,
        value: text
          .split(',')
          .map((item) => item.trim())
          .filter((item) => item !== ''),
      };
  }
}

function chosen(text: string, options: readonly Option[]): Typed | undefined {
  const option = byNumber(text, options) ?? options.find((each) => each.value.toLowerCase() === text.toLowerCase());
  if (option === undefined) return undefined;
  return option.problem === undefined ? { ok: true, value: option.value } : { ok: false, why: option.problem.message };
}

function chosenByNumber(text: string, options: readonly Option[]): Typed | undefined {
  const option = byNumber(text, options);
  return option === undefined ? undefined : { ok: true, value: option.value };
}

function byNumber(text: string, options: readonly Option[]): Option | undefined {
  return /^\d+$/.test(text) ? options[Number(text) - 1] : undefined;
}
