import assert from 'node:assert/strict';
import type { Json, Plugin, Question } from '../core/contracts/index.ts';
import { ProblemError } from '../core/problems/problem-error.ts';

const ID = /^[a-z][a-z0-9-]*$/;

/** What is true of a plugin of any kind. @param section the section of the profile that its keys lie in */
export function isWhatItSays(plugin: Plugin, kind: Plugin['kind'], section: string): void {
  assert.equal(plugin.api, 1);
  assert.equal(plugin.kind, kind);
  assert.match(plugin.id, ID);
  const keys = plugin.questions.map(({ key }) => key);
  assert.deepEqual(keys, [...new Set(keys)], 'a key is asked twice');
  assert.deepEqual(
    keys.filter((key) => !key.startsWith(`${section}.`) || key === `${section}.plugin`),
    [],
    `keys begin with ${section}. and are not ${section}.plugin`,
  );
  for (const question of plugin.questions) canBeSkipped(question);
}

function canBeSkipped(question: Question): void {
  const { key, advanced, optional, defaulted, initial } = question;
  if (advanced === true) assert.ok(optional === true || defaulted === true, `${key} is advanced: it needs a default or is optional`);
  if (defaulted === true) assert.equal(typeof initial, 'function', `${key} is defaulted: it needs initial()`);
  const empty = question.when?.({});
  assert.ok(empty === undefined || typeof empty === 'boolean', `${key}: when() says true or false`);
  assert.equal(question.when?.({}), empty, `${key}: when() is pure`);
}

/** A journal keeps JSON: what comes back from it has to be what went in. */
export function isJson(receipt: Json): void {
  assert.deepEqual(JSON.parse(JSON.stringify(receipt)), receipt);
}

/** The problem that a promise was rejected with. */
export async function problemOf(work: Promise<unknown>) {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.ok(thrown instanceof ProblemError, `expected a Problem, got ${String(thrown)}`);
  return thrown.problem;
}
