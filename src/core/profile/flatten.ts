import type { Answers, Json } from '../contracts/index.ts';

/** A profile with its nesting: what stands below a name in the file. */
export type Nested = { readonly [key: string]: Json };

/** The answers of a profile: nested keys joined by dots. Lists stay lists, nulls are no answers. */
export function answersOf(profile: Nested): Answers {
  const answers: Record<string, Json> = {};
  const visit = (prefix: string, json: Json): void => {
    if (isNested(json)) for (const [key, item] of Object.entries(json)) visit(prefix === '' ? key : `${prefix}.${key}`, item);
    else if (json !== null) answers[prefix] = json;
  };
  visit('', profile);
  return answers;
}

/** The profile of these answers, in the order of the file's sections. */
export function profileOf(answers: Answers): Nested {
  const profile: Record<string, Json> = {};
  for (const key of Object.keys(answers).sort(bySection)) {
    const item = answers[key];
    if (item === undefined || item === null) continue;
    const path = key.split('.');
    const last = path.pop() ?? key;
    let place: Record<string, Json> = profile;
    for (const part of path) place = sectionIn(place, part);
    put(place, last, item);
  }
  return profile;
}

export function isNested(json: Json | undefined): json is Nested {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

const SECTIONS = ['environment', 'azure', 'target', 'domain', 'certificate', 'dns'];

function bySection(one: string, other: string): number {
  return rank(one) - rank(other);
}

function rank(key: string): number {
  const at = SECTIONS.indexOf(key.split('.', 1)[0] ?? '');
  return at === -1 ? SECTIONS.length * 2 : at * 2 + (key.endsWith('.plugin') || key.endsWith('.kind') ? 0 : 1);
}

function sectionIn(place: Record<string, Json>, name: string): Record<string, Json> {
  const there = Object.hasOwn(place, name) ? place[name] : undefined;
  if (isNested(there)) return there as Record<string, Json>;
  const made: Record<string, Json> = {};
  put(place, name, made);
  return made;
}

// `__proto__` is a key like any other here.
function put(place: Record<string, Json>, name: string, item: Json): void {
  Object.defineProperty(place, name, { value: item, enumerable: true, configurable: true, writable: true });
}
