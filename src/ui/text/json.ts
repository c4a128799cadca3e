import type { Finding, Json, JsonObject, Language, Problem, RunEvent, StepPlan, Text } from '../../core/contracts/index.ts';
import { renderText } from './render.ts';

// Valid in JSON as they are, and able to steer a terminal: written as escapes, the value stays the same.
const STEERING = /[\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** One line of JSON that no terminal obeys. */
export function jsonLine(json: Json): string {
  return harmless(JSON.stringify(json));
}

/** The same for a person to read: a member a line. */
export function jsonLines(json: Json): readonly string[] {
  return harmless(JSON.stringify(json, null, 2)).split('\n');
}

const harmless = (json: string): string => json.replace(STEERING, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const TIMES = new Set(['startedAt', 'nextAt', 'deadline', 'until', 'since', 'eta']);

/** Any of our values as JSON: texts become strings of the language, points in time ISO 8601; what is only for the log stays out. */
export function toJson(value: unknown, language: Language): Json {
  return convert(value, language, '');
}

export function eventJson(event: RunEvent, about: { readonly at: number; readonly profile: string | undefined; readonly language: Language }): JsonObject {
  const { type, ...rest } = event;
  const body = 'problem' in event && event.problem !== undefined ? { ...rest, problem: problemJson(event.problem, about.language) } : rest;
  return { type, at: new Date(about.at).toISOString(), profile: about.profile ?? null, ...(toJson(body, about.language) as JsonObject) };
}

export function problemJson(problem: Problem, language: Language): JsonObject {
  const { code, owner, message, next, service } = problem;
  return {
    code,
    severity: 'error',
    subject: '',
    owner,
    message: renderText(message, language),
    next: next.map((step) => renderText(step, language)),
    ...(service === undefined ? {} : { service: toJson(service, language) }),
  };
}

export function findingJson(finding: Finding, language: Language): JsonObject {
  return toJson(finding, language) as JsonObject;
}

/** A plan without the code that would carry it out. */
export function stepJson(step: StepPlan, language: Language): JsonObject {
  return toJson({ ...step, changes: step.changes.map(({ apply: _apply, ...change }) => change) }, language) as JsonObject;
}

function convert(value: unknown, language: Language, name: string): Json {
  if (value === null || value === undefined || typeof value === 'function') return null;
  if (typeof value === 'number') return TIMES.has(name) ? new Date(value).toISOString() : value;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((item) => convert(item, language, name));
  if (typeof value !== 'object') return String(value);
  if (isMessage(value)) return renderText(value, language);
  const shown = Object.entries(value).filter(([key, item]) => key !== 'cause' && item !== undefined && typeof item !== 'function');
  return Object.fromEntries(shown.map(([key, item]) => [key, convert(item, language, key)]));
}

function isMessage(value: object): value is Exclude<Text, string> {
  return 'en' in value && 'ja' in value && typeof value.en === 'string' && typeof value.ja === 'string';
}
