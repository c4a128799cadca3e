import type { Json } from '../contracts/index.ts';

/** An answer that is a list of words; empty where there is none. */
export function listAnswer(answer: Json | undefined): readonly string[] {
  return Array.isArray(answer) ? answer.filter((each) => typeof each === 'string') : [];
}
