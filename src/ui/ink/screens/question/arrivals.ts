import type { Json, Option, Question, Suggestions } from '../../../../core/contracts/index.ts';
import { withGhost, withItems } from '../../components/combo/state.ts';
import { createConfirm } from '../../components/confirm/state.ts';
import { createListInput } from '../../components/list-input/state.ts';
import { createPathInput, type Exploration, withExploration } from '../../components/path-input/state.ts';
import { createSelect, type Item } from '../../components/select/state.ts';
import type { Look } from '../../look.ts';
import type { Field } from './field.ts';

/** What comes in after the question is on the screen. */
export type Arrival =
  | { readonly type: 'initial'; readonly value: Json }
  | { readonly type: 'items'; readonly items: readonly Item[]; readonly typed?: true }
  | { readonly type: 'explored'; readonly seen: Exploration }
  /** What was pasted lies in a file now. */
  | { readonly type: 'stored'; readonly path: string };

/** Late arrivals fill in defaults and lists; they never change what a person has entered. */
export function receive(field: Field, arrival: Arrival): Field {
  if (arrival.type === 'explored') return field.kind === 'path' ? { ...field, path: withExploration(field.path, arrival.seen) } : field;
  if (arrival.type === 'stored') return field.kind === 'path' ? { ...field, path: createPathInput(arrival.path) } : field;
  if (arrival.type === 'items') return receiveItems(field, arrival.items, arrival.typed === true);
  const { value } = arrival;
  switch (field.kind) {
    case 'text':
    case 'number':
      return { ...field, ghost: String(value) };
    case 'combo':
      return typeof value === 'string' ? { ...field, combo: withGhost(field.combo, value) } : field;
    case 'path':
      return typeof value === 'string' ? { ...field, path: { ...field.path, ghost: value } } : field;
    case 'list':
      return field.untouched && Array.isArray(value) ? { ...field, list: createListInput(value.filter((entry) => typeof entry === 'string')) } : field;
    case 'choice': {
      if (typeof value !== 'string' || field.preferred !== undefined) return field;
      const { select } = field;
      return { ...field, preferred: value, select: select.untouched ? createSelect(select.items, value) : select };
    }
    case 'confirm':
      return field.confirm.untouched && typeof value === 'boolean' ? { ...field, confirm: { ...createConfirm(value), untouched: true } } : field;
  }
}

function receiveItems(field: Field, items: readonly Item[], typed: boolean): Field {
  if (field.kind === 'combo') return { ...field, combo: withItems(field.combo, items, typed) };
  return field.kind === 'choice' ? { ...field, select: createSelect(items, field.preferred) } : field;
}

/** An option in the reader's language. */
export function itemOf(option: Option, look: Look): Item {
  return {
    value: option.value,
    label: look.words(option.label),
    ...(option.detail === undefined ? {} : { detail: look.words(option.detail) }),
    ...(option.suggested === true ? { suggested: true } : {}),
    ...(option.problem === undefined
      ? {}
      : { reason: look.words(option.problem.message), cure: option.problem.next.map((step) => look.words(step)).join(' ') }),
  };
}

/** What a question's listing brings; undefined for kinds that list nothing. */
export function listingOf(question: Question): ((context: Parameters<NonNullable<Question['initial']>>[0]) => Promise<Suggestions>) | undefined {
  if (question.kind === 'choice') return async (context) => ({ items: await question.options(context) });
  if (question.kind !== 'text' || question.suggest === undefined) return undefined;
  const { suggest } = question;
  return (context) => suggest.call(question, context);
}
