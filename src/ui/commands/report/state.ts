import { join } from 'node:path';
import type { Files, Json } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import type { Hidden } from '../../host/output.ts';
import { scrubLines } from './scrub.ts';

const LINES = 200;
// Public facts, one document a file; folders with keys in them (`profiles`) are not read at all.
const DOCUMENTS = ['deployment.json', 'pairs.json', 'waits/renewal.json', 'waits/dns.json'] as const;

/** Journals and what is remembered beside them, newest lines of each. @param folder that has `records` in it */
export async function recordsIn(files: Files, folder: string, hidden: Hidden): Promise<readonly Json[]> {
  const records = join(folder, 'records');
  const names = await files.list(records);
  return await Promise.all(
    names.map(async (name): Promise<Json> => {
      const documents = await Promise.all(DOCUMENTS.map(async (each) => [each, await linesOf(files, join(records, name, each), hidden, 'whole')] as const));
      const journal = await linesOf(files, join(records, name, 'journal.ndjson'), hidden, 'lines');
      return { record: name, journal, ...Object.fromEntries(documents.filter(([, found]) => found.length > 0).map(([each, [only = null]]) => [each, only])) };
    }),
  );
}

/** JSON documents of a folder. */
export async function documentsIn(files: Files, folder: string, hidden: Hidden): Promise<readonly Json[]> {
  const names = (await files.list(folder)).filter((name) => name.endsWith('.json'));
  return (await Promise.all(names.map((name) => linesOf(files, join(folder, name), hidden, 'whole')))).flat();
}

/** The newest lines of a file; none where there is no file. */
export async function linesOf(files: Files, path: string, hidden: Hidden, as: 'lines' | 'whole'): Promise<readonly Json[]> {
  try {
    if ((await files.stat(path)) === undefined) return [];
    const text = new TextDecoder().decode(await files.read(path));
    const lines = as === 'whole' ? [text] : text.split('\n').filter((line) => line !== '');
    return scrubLines(lines, hidden).slice(-LINES);
  } catch (thrown) {
    if (thrown instanceof ProblemError) return [{ unreadable: thrown.problem.code }];
    throw thrown;
  }
}
