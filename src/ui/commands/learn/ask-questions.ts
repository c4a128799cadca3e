import type { Text } from '../../../core/contracts/index.ts';
import { type Progress, saveProgress } from '../../../core/learn/lessons/progress.ts';
import type { LessonQuestion } from '../../../core/learn/lessons/schema.ts';
import type { QuestionView } from '../../../core/learn/lessons/view.ts';
import { wordsOf } from '../../../core/learn/lessons/words.ts';
import { say } from '../../../core/text/say.ts';
import { tell } from '../session.ts';
import type { Teaching } from './coach.ts';

/** The questions at the end, each until it is answered rightly. @returns undefined where the learner leaves */
export async function askQuestions(teaching: Teaching, from: Progress): Promise<Progress | undefined> {
  const { course, inside, ui } = teaching;
  let progress = from;
  let before: Text | undefined;
  for (const question of course.lesson.questions.slice(progress.answered)) {
    const tries = await askOne(teaching, question, progress.answered + 1, before);
    if (tries === undefined) return undefined;
    progress = { ...progress, answered: progress.answered + 1, right: progress.right + (tries === 1 ? 1 : 0) };
    await saveProgress(inside.files, course.folder, progress);
    before = say('Right. {why}', '正解です。{why}', { why: wordsOf(question.why) });
  }
  // The terminal is the program's again: what was right about the last one stays readable.
  await ui.close();
  if (before !== undefined) tell(inside, before);
  return progress;
}

async function askOne({ course, ui }: Teaching, question: LessonQuestion, at: number, before: Text | undefined): Promise<number | undefined> {
  const { lesson } = course;
  const view: QuestionView = {
    number: lesson.number,
    title: wordsOf(lesson.title),
    question: at,
    of: lesson.questions.length,
    ...(before === undefined ? {} : { before }),
    ask: wordsOf(question.ask),
    options: question.options.map(wordsOf),
  };
  const { before: _told, ...again } = view;
  let shown: QuestionView = view;
  for (let tries = 1; ; tries += 1) {
    const chosen = await ui.question(shown);
    if (chosen === 0) return undefined;
    if (chosen === question.right) return tries;
    // What is true of the right answer is no reason against the one that was given.
    const known = { chosen: view.options[chosen - 1] ?? '', why: wordsOf(question.why) };
    shown = { ...again, wrong: say('Not “{chosen}”. A clue: {why}', '「{chosen}」ではありません。手がかり: {why}', known) };
  }
}
