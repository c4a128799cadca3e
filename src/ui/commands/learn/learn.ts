import type { ExitCode } from '../../../core/contracts/index.ts';
import { stateOf } from '../../../core/learn/lessons/progress.ts';
import { wordsOf } from '../../../core/learn/lessons/words.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { code, say } from '../../../core/text/say.ts';
import { writeDocument } from '../document.ts';
import type { SandboxHosting } from '../sandbox.ts';
import { answer, type Session, tell } from '../session.ts';
import { type Course, chosenCourse, courses } from './lessons.ts';

export interface LearnFlags {
  readonly list?: boolean;
  readonly reset?: boolean;
}

/** The lessons, or one of them. */
export async function learn(session: Session, wanted: string | undefined, flags: LearnFlags, hosting: SandboxHosting): Promise<ExitCode> {
  const all = await courses(session);
  if (wanted === undefined && flags.reset !== true)
    return session.person && !session.plain && flags.list !== true ? await choose(session, all, hosting) : list(session, all);
  if (wanted === undefined) return whichOne();
  const course = chosenCourse(all, wanted);
  if (flags.list === true) return list(session, [course]);
  if (flags.reset === true) {
    await session.files.remove(course.folder);
    answer(session, say('Lesson {number} begins anew.', 'レッスン {number} を最初から始められます。', { number: course.lesson.number }));
    return 0;
  }
  if (!session.person && !session.plain) return needsTerminal(wanted);
  return await begin(session, course, hosting);
}

async function begin(session: Session, course: Course, hosting: SandboxHosting): Promise<ExitCode> {
  if (course.progress?.finished !== true) return await (await import('./coach.ts')).teach(session, course, hosting);
  tell(
    session,
    say('Lesson {number} is done. From the start again: {command}', 'レッスン {number} は完了しています。最初からやり直すには: {command}', {
      number: course.lesson.number,
      command: code(`amltls learn ${course.lesson.number} --reset`),
    }),
  );
  return 0;
}

/** On the screen the list to choose from; in lines the first lesson that is not done, or the list where all are. */
export async function learnNext(session: Session, hosting: SandboxHosting): Promise<ExitCode> {
  const all = await courses(session);
  if (session.person && !session.plain) return await choose(session, all, hosting);
  const next = all.find(({ progress }) => progress?.finished !== true);
  return next === undefined ? list(session, all) : await (await import('./coach.ts')).teach(session, next, hosting);
}

/** The lessons on the screen, until one is chosen or the list is left. */
async function choose(session: Session, all: readonly Course[], hosting: SandboxHosting): Promise<ExitCode> {
  const [{ chooseLesson }, { inkOptions }] = await Promise.all([import('../../ink/lesson.ts'), import('../drivers.ts')]);
  const { title } = await session.registry.get('environment', 'sandbox');
  const entries = all.map(({ lesson, progress }) => ({
    number: lesson.number,
    title: wordsOf(lesson.title),
    goal: wordsOf(lesson.goal),
    state: stateOf(progress),
    tasks: lesson.tasks.length,
    done: progress?.done ?? 0,
  }));
  const number = await chooseLesson(await inkOptions(session, { title, practice: true }, undefined), entries);
  const course = all.find(({ lesson }) => lesson.number === number);
  if (number < 0) return 130;
  return course === undefined ? 0 : await begin(session, course, hosting);
}

function list(session: Session, all: readonly Course[]): ExitCode {
  if (session.options.format !== 'text') {
    const lessons = all.map(({ lesson, progress }) => ({
      number: lesson.number,
      id: lesson.id,
      title: session.words(wordsOf(lesson.title)),
      state: stateOf(progress),
      tasks: lesson.tasks.length,
      tasksDone: progress?.done ?? 0,
    }));
    writeDocument(session, 'learn', { lessons });
    return 0;
  }
  const { symbols } = session.writer;
  const marks = { open: symbols.open, begun: symbols.now, done: symbols.done };
  for (const { lesson, progress } of all) {
    const state = stateOf(progress);
    const so = state === 'begun' ? ` (${progress?.done ?? 0}/${lesson.tasks.length})` : '';
    session.out.line(`${marks[state]} ${lesson.number}  ${session.words(wordsOf(lesson.title))}${so}`);
  }
  tell(
    session,
    say('Start one with {command}; leave it at any time and take it up again.', '{command} で開始します。いつでも中断し、再開できます。', {
      command: code('amltls learn 1'),
    }),
  );
  return 0;
}

function whichOne(): never {
  return fail({
    code: 'lesson-missing',
    owner: 'you',
    message: say('Name the lesson that is to begin anew.', '最初から始めるレッスンを指定してください。'),
    next: [say('For example: {command}', '例: {command}', { command: code('amltls learn 1 --reset') })],
  });
}

function needsTerminal(wanted: string): never {
  return fail({
    code: 'terminal-needed',
    owner: 'you',
    message: say('A lesson is a conversation, and nobody is at a terminal here.', 'レッスンは対話形式ですが、ここにはターミナルがありません。'),
    next: [
      say('Run it in a terminal, or line by line: {command}', 'ターミナルで実行するか、1 行ずつの形式で実行してください: {command}', {
        command: code(`amltls learn ${wanted} --plain`),
      }),
    ],
  });
}
