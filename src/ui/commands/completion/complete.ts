import type { Command } from 'commander';
import type { ExitCode } from '../../../core/contracts/index.ts';
import type { Session } from '../session.ts';
import { candidatesFor } from './candidates.ts';
import { valuesFrom } from './values.ts';

/** Answers a shell: one candidate a line. Whatever stands in the way of an answer is no matter of somebody who types. */
export async function complete(session: Session, program: Command, words: readonly string[]): Promise<ExitCode> {
  const found = await candidatesFor(program, words, valuesFrom(session)).catch(() => []);
  for (const { word, says } of found) session.out.line(says === '' ? word : `${word}\t${says}`);
  return 0;
}
