import type { Json } from '../contracts/index.ts';

/** Whether two answers are the same as a file has them: lists in their order. @param one what a file holds may be anything */
export function sameAnswer(one: unknown, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
