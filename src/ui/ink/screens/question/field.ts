import type { Json, Question } from '../../../../core/contracts/index.ts';
import { type Combo, chosenOf, createCombo, reduceCombo } from '../../components/combo/state.ts';
import { type Confirm, createConfirm, reduceConfirm } from '../../components/confirm/state.ts';
import { addEntries, createListInput, type ListInput, reduceList } from '../../components/list-input/state.ts';
import { createPathInput, type PathInput, reducePath, takeOf } from '../../components/path-input/state.ts';
import { createSelect, focusedItem, isLong, reduceSelect, type Select } from '../../components/select/state.ts';
import { createTextInput, reduceTextInput, type TextInput, textOf } from '../../components/text-input/state.ts';
import type { Press } from '../../keys.ts';

/** What a question is answered with, by kind; `text` with suggestions is a `combo`. */
export type Field =
  | { readonly kind: 'text' | 'number'; readonly input: TextInput; readonly ghost?: string }
  | { readonly kind: 'combo'; readonly combo: Combo }
  | { readonly kind: 'path'; readonly path: PathInput }
  | { readonly kind: 'list'; readonly list: ListInput; readonly untouched: boolean }
  | { readonly kind: 'choice'; readonly select: Select; readonly preferred?: string }
  | { readonly kind: 'confirm'; readonly confirm: Confirm };

/** The field of a question with what was answered or half-typed before. */
export function createField(question: Question, draft: Json | undefined): Field {
  const text = typeof draft === 'string' ? draft : typeof draft === 'number' ? String(draft) : undefined;
  switch (question.kind) {
    case 'text':
      return question.suggest === undefined ? { kind: 'text', input: createTextInput(text) } : { kind: 'combo', combo: createCombo(text) };
    case 'number':
      return { kind: 'number', input: createTextInput(text) };
    case 'path':
      return { kind: 'path', path: createPathInput(text) };
    case 'list':
      return {
        kind: 'list',
        list: createListInput(Array.isArray(draft) ? draft.filter((entry) => typeof entry === 'string') : []),
        untouched: draft === undefined,
      };
    case 'choice':
      return { kind: 'choice', select: createSelect([]), ...(text === undefined ? {} : { preferred: text }) };
    case 'confirm':
      return { kind: 'confirm', confirm: createConfirm(typeof draft === 'boolean' ? draft : undefined) };
  }
}

/** The field after a press that is no command; the same object where nothing changed. */
export function reduceField(field: Field, press: Press): Field {
  switch (field.kind) {
    case 'text':
    case 'number':
      return press.type === 'key' && press.name === 'tab' ? editGhost(field) : changed(field, 'input', reduceTextInput(field.input, press));
    case 'combo':
      return changed(field, 'combo', reduceCombo(field.combo, press));
    case 'path':
      return changed(field, 'path', reducePath(field.path, press));
    case 'list': {
      const next = changed(field, 'list', reduceList(field.list, press));
      return next === field ? field : { ...next, untouched: false };
    }
    case 'choice':
      return changed(field, 'select', reduceSelect(field.select, press));
    case 'confirm':
      return changed(field, 'confirm', reduceConfirm(field.confirm, press));
  }
}

function changed<F extends Field, K extends keyof F>(field: F, part: K, value: F[K]): F {
  return value === field[part] ? field : { ...field, [part]: value };
}

function editGhost(field: Extract<Field, { kind: 'text' | 'number' }>): Field {
  return field.ghost === undefined || field.input.units.length > 0 ? field : { ...field, input: createTextInput(field.ghost) };
}

export type Entered =
  | { readonly type: 'answer'; readonly value: Json }
  | { readonly type: 'stay'; readonly field: Field }
  | { readonly type: 'refused'; readonly why: 'empty' | 'not-a-number' | 'not-possible' };

/** What Enter means in a field as it stands. */
export function enter(field: Field, optional: boolean): Entered {
  const empty: Entered = optional ? { type: 'answer', value: null } : { type: 'refused', why: 'empty' };
  switch (field.kind) {
    case 'text': {
      const text = textOf(field.input).trim() || field.ghost;
      return text === undefined ? empty : { type: 'answer', value: text };
    }
    case 'number': {
      const text = textOf(field.input).trim() || field.ghost;
      if (text === undefined) return empty;
      return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? { type: 'answer', value: Number(text) } : { type: 'refused', why: 'not-a-number' };
    }
    case 'combo': {
      const chosen = chosenOf(field.combo);
      if (chosen === undefined) return empty;
      if (typeof chosen === 'string') return { type: 'answer', value: chosen };
      return chosen.reason === undefined ? { type: 'answer', value: chosen.value } : { type: 'refused', why: 'not-possible' };
    }
    case 'path': {
      const taken = takeOf(field.path);
      if (taken.type === 'enter-folder') return { type: 'stay', field: { ...field, path: taken.path } };
      return taken.type === 'none' ? empty : { type: 'answer', value: taken.text };
    }
    case 'list': {
      if (field.list.input.units.length > 0) return { type: 'stay', field: { ...field, list: addEntries(field.list), untouched: false } };
      return field.list.entries.length === 0 ? empty : { type: 'answer', value: field.list.entries };
    }
    case 'choice': {
      const item = focusedItem(field.select);
      if (item === undefined) return { type: 'refused', why: 'empty' };
      return item.reason === undefined ? { type: 'answer', value: item.value } : { type: 'refused', why: 'not-possible' };
    }
    case 'confirm':
      return { type: 'answer', value: field.confirm.value };
  }
}

/** What has been entered so far, kept when the person goes elsewhere. */
export function draftOf(field: Field): Json | undefined {
  switch (field.kind) {
    case 'text':
    case 'number':
      return field.input.units.length === 0 ? undefined : textOf(field.input);
    case 'combo':
      return field.combo.input.units.length === 0 ? undefined : textOf(field.combo.input);
    case 'path':
      return field.path.input.units.length === 0 ? undefined : textOf(field.path.input);
    case 'list':
      return field.untouched ? undefined : addEntries(field.list).entries;
    case 'choice':
      return field.select.untouched ? undefined : focusedItem(field.select)?.value;
    case 'confirm':
      return field.confirm.untouched ? undefined : field.confirm.value;
  }
}

/** Letters are typed into the field, so that they cannot be commands. */
export function isTyping(field: Field): boolean {
  if (field.kind === 'confirm') return false;
  if (field.kind === 'choice') return field.select.filtering || isLong(field.select);
  const input = field.kind === 'combo' ? field.combo.input : field.kind === 'path' ? field.path.input : field.kind === 'list' ? field.list.input : field.input;
  return input.units.length > 0;
}
