import { join } from 'node:path';
import type { Pair } from '../../../core/certificates/pair.ts';
import type { Context } from '../../../core/contracts/index.ts';
import { type PairFiles, readPairFiles } from '../../shared/pair/read-files.ts';
import { certificateWithoutKey } from './problems.ts';
import { certFile, keyFile } from './questions.ts';

/** What lies at the two paths. `key`: a key alone, as a crash between the two files leaves it. */
export type Found = { readonly state: 'nothing' | 'key' } | { readonly state: 'pair'; readonly pair: Pair };

/** The answers, or two files in the profile's own folder, a pair for each name. */
export function filesOf(names: readonly string[], { answers, paths }: Context): PairFiles {
  const own = (names[0] ?? 'localhost').replaceAll('*', '_');
  const pathOf = (key: string, fallback: string): string => {
    const answer = answers[key];
    return typeof answer === 'string' && answer.trim() !== '' ? paths.resolve(answer) : join(paths.own, fallback);
  };
  return { cert: pathOf(certFile.key, `${own}.cert.pem`), key: pathOf(keyFile.key, `${own}.key.pem`) };
}

/** @throws ProblemError `self-signed-key-missing`, and what reading the files says */
export async function findPair(files: PairFiles, context: Context): Promise<Found> {
  const { env } = context;
  const [cert, key] = await Promise.all([env.files.stat(files.cert), env.files.stat(files.key)]);
  if (cert === undefined) return { state: key === undefined ? 'nothing' : 'key' };
  if (key === undefined) throw certificateWithoutKey(files);
  return { state: 'pair', pair: await readPairFiles(files, context) };
}
