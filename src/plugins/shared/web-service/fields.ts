import type { Answers, Json, JsonObject } from '../../../core/contracts/index.ts';

/** The object that a value is; an empty one for null, absent and everything else. */
export function objectOf(json: Json | undefined): JsonObject {
  return json !== null && typeof json === 'object' && !isList(json) ? json : {};
}

/** The items of a list; none for anything else (`systemServices` is null on some clusters). */
export function listOf(json: Json | undefined): readonly Json[] {
  return isList(json) ? json : [];
}

/** A text that says something; undefined for null, empty and everything else. */
export function textOf(json: Json | undefined): string | undefined {
  return typeof json === 'string' && json !== '' ? json : undefined;
}

/** An answer as text, without the blanks around it; undefined where it was left empty. */
export function textAnswer(answers: Answers, key: string): string | undefined {
  const answer = answers[key];
  return typeof answer === 'string' ? textOf(answer.trim()) : undefined;
}

export function numberAnswer(answers: Answers, key: string): number | undefined {
  const answer = answers[key];
  return typeof answer === 'number' ? answer : undefined;
}

export function booleanAnswer(answers: Answers, key: string): boolean | undefined {
  const answer = answers[key];
  return typeof answer === 'boolean' ? answer : undefined;
}

/** Only the members that are there, so that a body never carries `undefined`. */
export function present(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(members).flatMap(([key, member]) => (member === undefined ? [] : [[key, member]])));
}

function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}
