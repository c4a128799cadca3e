import type { ExitCode } from '../../../core/contracts/index.ts';
import { BEGINNING, type Progress, saveProgress } from '../../../core/learn/lessons/progress.ts';
import type { LessonTask } from '../../../core/learn/lessons/schema.ts';
import type { LessonUi, TaskAction } from '../../../core/learn/lessons/view.ts';
import { wordsOf } from '../../../core/learn/lessons/words.ts';
import type { LessonWorld } from '../../../core/learn/lessons/world.ts';
import { parseDuration } from '../../../core/text/parse-duration.ts';
import { say } from '../../../core/text/say.ts';
import type { SandboxHosting } from '../sandbox.ts';
import { answer, type Session, tell } from '../session.ts';
import { askQuestions } from './ask-questions.ts';
import { lessonSession } from './lesson-session.ts';
import type { Course } from './lessons.ts';
import { perform } from './perform.ts';
import { lessonUi } from './ui.ts';
import { viewOf } from './view-of.ts';
import { happen, later, layOut, openLessonWorld } from './world.ts';

/** What the parts of one lesson share. */
export interface Teaching {
  readonly course: Course;
  /** The lesson's own session: its folder, its practice Azure. */
  readonly inside: Session;
  readonly world: LessonWorld;
  readonly ui: LessonUi;
  readonly hosting: SandboxHosting;
}

type Left = Extract<TaskAction, { type: 'leave' }>;

/** A lesson from where it was left to its end, or to where it is left again. Everything is kept after each step. */
export async function teach(session: Session, course: Course, hosting: SandboxHosting): Promise<ExitCode> {
  const { lesson, folder } = course;
  const inside = await lessonSession(session, lesson, folder);
  await using world = await openLessonWorld(inside, folder, hosting);
  if (course.progress === undefined) await layOut(lesson, world);
  const ui = await lessonUi(session, world.env);
  const teaching: Teaching = { course, inside, world, ui, hosting };
  try {
    let progress = course.progress ?? BEGINNING;
    for (let task = lesson.tasks[progress.done]; task !== undefined; task = lesson.tasks[progress.done]) {
      const after = await work(teaching, task, await begun(teaching, task, progress));
      if ('type' in after) return left(session, after);
      progress = after;
    }
    const asked = await askQuestions(teaching, progress);
    if (asked === undefined) return left(session, { type: 'leave' });
    progress = { ...asked, finished: true };
    await saveProgress(session.files, folder, progress);
    await ui.close();
    conclude(session, course, progress);
    return 0;
  } finally {
    await ui.close();
  }
}

/** What belongs before a task happens once, however often the lesson is taken up again. */
async function begun({ course, world, inside }: Teaching, task: LessonTask, progress: Progress): Promise<Progress> {
  if (progress.since !== undefined) return progress;
  for (const happening of task.before) await happen(happening, world);
  const next = { ...progress, since: new Date(world.env.clock.now()).toISOString(), hints: 0 };
  await saveProgress(inside.files, course.folder, next);
  return next;
}

/** One task, until it is done and the learner goes on, or leaves. */
async function work(teaching: Teaching, task: LessonTask, from: Progress): Promise<Progress | Left> {
  const { course, inside, world, ui } = teaching;
  let progress = from;
  const keep = async (next: Progress): Promise<void> => {
    progress = next;
    await saveProgress(inside.files, course.folder, progress);
  };
  const look = () => viewOf(teaching, task, progress);
  for (;;) {
    const action = await ui.task(await look(), look);
    if (action.type === 'leave') return action;
    if (action.type === 'hint') await keep({ ...progress, hints: progress.hints + 1 });
    else if (action.type === 'later') await later(parseDuration(task.later) ?? 0, world.control);
    else if (action.type === 'run') await perform(teaching, task, { get: () => progress, keep }, action.line);
    else {
      const { since: _since, ...rest } = progress;
      await keep({ ...rest, done: progress.done + 1, hints: 0 });
      return progress;
    }
  }
}

function left(session: Session, action: Left): ExitCode {
  tell(session, say('Left where it is; the same command takes it up again.', 'ここで中断しました。同じコマンドで再開できます。'));
  return action.interrupted === true ? 130 : 0;
}

function conclude(session: Session, { lesson }: Course, progress: Progress): void {
  answer(
    session,
    say('Lesson {number} is done: {title}', 'レッスン {number} を完了しました: {title}', { number: lesson.number, title: wordsOf(lesson.title) }),
  );
  answer(
    session,
    say('Questions answered at once: {right} of {of}', '一度で正解した質問: {right}/{of}', { right: progress.right, of: lesson.questions.length }),
  );
  answer(session, wordsOf(lesson.after));
  for (const line of lesson.profile?.trimEnd().split('\n') ?? []) answer(session, line);
}
