import type { Equivalent } from '../../../core/contracts/index.ts';
import { domainOf } from '../../../core/domain/domain-of.ts';
import { termOf } from '../../../core/learn/glossary/glossary.ts';
import { lookAt } from '../../../core/learn/lessons/checks/look.ts';
import type { Seen } from '../../../core/learn/lessons/checks/seen.ts';
import type { Progress } from '../../../core/learn/lessons/progress.ts';
import { type LessonTask, USUAL_LATER } from '../../../core/learn/lessons/schema.ts';
import type { TaskView } from '../../../core/learn/lessons/view.ts';
import { wordsOf } from '../../../core/learn/lessons/words.ts';
import { glance } from '../../../core/learn/lessons/world.ts';
import { parseDuration } from '../../../core/text/parse-duration.ts';
import { pathsOf } from '../profiles.ts';
import type { Teaching } from './coach.ts';

/** Looks at the world and says where the task stands. */
export async function viewOf(teaching: Teaching, task: LessonTask, progress: Progress): Promise<TaskView> {
  const { course, world } = teaching;
  const { lesson } = course;
  const all = await seenOf(teaching, task, progress);
  const done = all.every(({ holds }) => holds);
  return {
    number: lesson.number,
    title: wordsOf(lesson.title),
    task: progress.done + 1,
    of: lesson.tasks.length,
    ...(progress.done === 0 ? { goal: wordsOf(lesson.goal) } : {}),
    terms: lesson.terms.flatMap((id) => termOf(id)?.name ?? []),
    todo: wordsOf(task.do),
    tasks: lesson.tasks.map(({ title }) => wordsOf(title)),
    seen: all,
    hints: task.hints.slice(0, progress.hints).map(wordsOf),
    moreHints: progress.hints < task.hints.length,
    ...runOf(teaching, task),
    later: parseDuration(task.later) ?? 0,
    ...(task.run === undefined && task.later !== USUAL_LATER ? { passes: true as const } : {}),
    folder: world.folder,
    now: world.env.clock.now(),
    ...(done ? { done: wordsOf(task.done) } : {}),
    equivalents: done ? await equivalentsOf(teaching, task) : [],
  };
}

function runOf({ inside }: Teaching, { run, runInLines }: LessonTask): Pick<TaskView, 'run'> {
  const line = inside.plain ? (runInLines ?? run) : run;
  return line === undefined ? {} : { run: line };
}

/** Every check of a task, looked at now. */
export async function seenOf({ world }: Pick<Teaching, 'world'>, task: LessonTask, { since = '' }: Progress): Promise<readonly Seen[]> {
  const now = await glance(world, since);
  return await Promise.all(task.checks.map((check) => lookAt(check, now)));
}

async function equivalentsOf({ world, inside }: Teaching, { equivalents }: LessonTask): Promise<readonly Equivalent[]> {
  if (equivalents === undefined) return [];
  const { operation, profile } = equivalents;
  const known = await world.profiles();
  // The learner may have called it something else.
  const written = known.get(profile) ?? [...known.values()].at(-1);
  const id = written?.['target.plugin'];
  if (written === undefined || typeof id !== 'string') return [];
  const target = await inside.registry.get('target', id);
  const answers = { ...world.env.defaults, ...written };
  const paths = pathsOf(inside, world.folder, profile);
  return target.equivalents(operation, domainOf(answers), { env: world.env, answers, signal: world.signal, profile, paths });
}
