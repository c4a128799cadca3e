import { join } from 'node:path';
import * as z from 'zod';
import type { Files } from '../../contracts/index.ts';

const progressSchema = z.object({
  version: z.literal(1),
  /** How many tasks are done. */
  done: z.int().nonnegative(),
  /** ISO 8601, practice time: when the present task began; missing before it has. */
  since: z.string().optional(),
  /** How many hints of the present task were asked for. */
  hints: z.int().nonnegative(),
  /** How many questions are answered, and how many of them right at once. */
  answered: z.int().nonnegative(),
  right: z.int().nonnegative(),
  finished: z.boolean(),
});

/** How far a learner is with a lesson. */
export type Progress = Readonly<z.infer<typeof progressSchema>>;

export const BEGINNING: Progress = { version: 1, done: 0, hints: 0, answered: 0, right: 0, finished: false };

const fileIn = (folder: string): string => join(folder, 'progress.json');

/** undefined where the lesson was not begun, or its file says nothing that can be used. @param folder the lesson's */
export async function readProgress(files: Files, folder: string): Promise<Progress | undefined> {
  if ((await files.stat(fileIn(folder))) === undefined) return undefined;
  try {
    return progressSchema.safeParse(JSON.parse(new TextDecoder().decode(await files.read(fileIn(folder))))).data;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

export async function saveProgress(files: Files, folder: string, progress: Progress): Promise<void> {
  await files.write(fileIn(folder), `${JSON.stringify(progress, null, 2)}\n`, { mode: 0o600 });
}

export type LessonState = 'open' | 'begun' | 'done';

export const stateOf = (progress: Progress | undefined): LessonState => (progress === undefined ? 'open' : progress.finished ? 'done' : 'begun');
