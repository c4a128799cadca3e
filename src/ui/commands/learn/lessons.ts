import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readLesson } from '../../../core/learn/lessons/load.ts';
import { type Progress, readProgress } from '../../../core/learn/lessons/progress.ts';
import type { Lesson } from '../../../core/learn/lessons/schema.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { nearest } from '../../../core/profile/nearest.ts';
import { code, say } from '../../../core/text/say.ts';
import type { Session } from '../session.ts';

/** A lesson, how far the learner is, and where it keeps everything. */
export interface Course {
  readonly lesson: Lesson;
  readonly progress: Progress | undefined;
  /** Absolute: world, files and progress of this lesson, apart from all others. */
  readonly folder: string;
}

/** The shipped lessons in their order. @throws ProblemError `lesson-invalid` */
export async function courses(session: Session): Promise<readonly Course[]> {
  const shipped = fileURLToPath(new URL('config/learn/', session.host.root));
  const names = (await readdir(shipped)).filter((name) => name.endsWith('.yaml'));
  const lessons = await Promise.all(names.map(async (name) => readLesson(await readFile(join(shipped, name), 'utf8'), name)));
  return await Promise.all(
    lessons
      .toSorted((one, other) => one.number - other.number)
      .map(async (lesson) => {
        const folder = join(session.host.folders.state, 'learn', lesson.id);
        return { lesson, folder, progress: await readProgress(session.files, folder) };
      }),
  );
}

/** @param wanted number or id @throws ProblemError `lesson-unknown` */
export function chosenCourse(all: readonly Course[], wanted: string): Course {
  const found = all.find(({ lesson }) => String(lesson.number) === wanted || lesson.id === wanted);
  if (found !== undefined) return found;
  const ids = all.map(({ lesson }) => lesson.id);
  const close = nearest(wanted, ids);
  return fail({
    code: 'lesson-unknown',
    owner: 'you',
    message: say('There is no lesson {lesson}.', 'レッスン {lesson} はありません。', { lesson: code(wanted) }),
    next: [
      close === undefined
        ? say('See them all with {command}.', '{command} で一覧を表示できます。', { command: code('amltls learn --list') })
        : say('Did you mean {close}?', '{close} ではありませんか?', { close: code(close) }),
    ],
  });
}
