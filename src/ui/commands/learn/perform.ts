import type { Text } from '../../../core/contracts/index.ts';
import type { Progress } from '../../../core/learn/lessons/progress.ts';
import type { LessonTask } from '../../../core/learn/lessons/schema.ts';
import { isAbort, toProblem } from '../../../core/problems/to-problem.ts';
import { parseDuration } from '../../../core/text/parse-duration.ts';
import { code, say } from '../../../core/text/say.ts';
import { systemClock } from '../../../plugins/shared/local/clock.ts';
import type { Aside } from '../../ink/options.ts';
import { problemLines } from '../../text/problem-lines.ts';
import { pause } from '../pause.ts';
import { type Session, tell } from '../session.ts';
import type { Teaching } from './coach.ts';
import { elsewhere } from './elsewhere.ts';
import { readLine } from './line.ts';
import { runInside } from './run-inside.ts';
import { seenOf } from './view-of.ts';
import { later } from './world.ts';

const LOOK_MS = 1000;

/** Runs what was typed, the real thing, with the coach standing by; then the lesson has the terminal again. */
export async function perform(teaching: Teaching, task: LessonTask, progress: Progress, line: string): Promise<void> {
  const { inside, world, ui, hosting } = teaching;
  await ui.close();
  tell(inside, say('{line}', '{line}', { line: code(`$ ${line}`) }));
  try {
    const read = readLine(line);
    if (await elsewhere(inside, world, read.args)) return await back(inside);
    const { aside, stop } = standBy(teaching, task, progress);
    await runInside({ ...inside, aside }, read, hosting).finally(stop);
  } catch (thrown) {
    if (isAbort(thrown, inside.signal)) throw thrown;
    for (const each of problemLines(toProblem(thrown), inside.writer)) inside.notes.line(each);
  }
  await back(inside);
}

const back = (inside: Session): Promise<void> => pause(inside, say('Press Enter for the lesson.', 'Enter でレッスンに戻ります。'));

/** The coach beside a running command: looks at the world and says how much of the task is done. */
function standBy(teaching: Teaching, task: LessonTask, progress: Progress): { readonly aside: Aside; readonly stop: () => void } {
  const { inside, world, course } = teaching;
  const stopped = new AbortController();
  const signal = AbortSignal.any([world.signal, stopped.signal]);
  const listeners = new Set<() => void>();
  const said = new Set<Text>();
  let text = standing(course.lesson.number, 0, task.checks.length);
  const look = async (): Promise<void> => {
    for (;;) {
      await systemClock.sleep(LOOK_MS, signal);
      const all = await seenOf(teaching, task, progress);
      const held = all.filter(({ holds }) => holds).map(({ wanted }) => wanted);
      text = standing(course.lesson.number, held.length, all.length, held.at(-1));
      for (const listener of listeners) listener();
      if (inside.plain) sayNew(inside, held, said);
    }
  };
  // It ends with the command; what it fails at, the lesson's own look will show.
  look().catch(() => undefined);
  const aside: Aside = {
    text: () => text,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    later: () => void later(parseDuration(task.later) ?? 0, world.control).catch(() => undefined),
  };
  return { aside, stop: () => stopped.abort() };
}

function standing(number: number, held: number, of: number, last?: Text): Text {
  return last === undefined
    ? say('Lesson {number}: {held} of {of} to be seen', 'レッスン {number}: {of} 件中 {held} 件を確認', { number, held, of })
    : say('Lesson {number}: {held} of {of} to be seen. {last}', 'レッスン {number}: {of} 件中 {held} 件を確認。{last}', { number, held, of, last });
}

function sayNew(inside: Session, held: readonly Text[], said: Set<Text>): void {
  const known = new Set([...said].map((text) => inside.words(text)));
  for (const text of held) {
    if (known.has(inside.words(text))) continue;
    said.add(text);
    inside.notes.line(`${inside.writer.symbols.done} ${inside.words(text)}`);
  }
}
