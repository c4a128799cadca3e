import type { LessonTask } from '../../../core/learn/lessons/schema.ts';
import { isAbort, toProblem } from '../../../core/problems/to-problem.ts';
import { code, say } from '../../../core/text/say.ts';
import { problemLines } from '../../text/problem-lines.ts';
import { pause } from '../pause.ts';
import { type Session, tell } from '../session.ts';
import type { Teaching } from './coach.ts';
import { elsewhere } from './elsewhere.ts';
import { readLine } from './line.ts';
import { runInside } from './run-inside.ts';
import { type Kept, standBy } from './stand-by.ts';

/** Runs what was typed, the real thing, with the coach standing by; then the lesson has the terminal again. */
export async function perform(teaching: Teaching, task: LessonTask, kept: Kept, line: string): Promise<void> {
  const { inside, world, ui, hosting } = teaching;
  await ui.close();
  tell(inside, say('{line}', '{line}', { line: code(`$ ${line}`) }));
  try {
    const read = readLine(line);
    if (await elsewhere(inside, world, read.args)) return await back(inside);
    const { aside, heard, stop } = standBy(teaching, task, kept);
    await runInside({ ...inside, aside, heard }, read, hosting).finally(stop);
  } catch (thrown) {
    if (isAbort(thrown, inside.signal)) throw thrown;
    for (const each of problemLines(toProblem(thrown), inside.writer)) inside.notes.line(each);
  }
  await back(inside);
}

const back = (inside: Session): Promise<void> => pause(inside, say('Press Enter for the lesson.', 'Enter でレッスンに戻ります。'));
