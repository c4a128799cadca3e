import type { Text } from '../../../core/contracts/index.ts';
import type { Seen } from '../../../core/learn/lessons/checks/seen.ts';
import type { Progress } from '../../../core/learn/lessons/progress.ts';
import type { Lesson, LessonTask } from '../../../core/learn/lessons/schema.ts';
import { wordsOf } from '../../../core/learn/lessons/words.ts';
import { say } from '../../../core/text/say.ts';
import type { AsideLine, AsideView } from '../../ink/frame/aside.ts';

export interface Standing {
  readonly lesson: Lesson;
  readonly task: LessonTask;
  readonly progress: Progress;
  readonly seen: readonly Seen[];
  /** A hint has just been asked for: where there is no room for all, it is what is said. */
  readonly hinting: boolean;
}

// What gives way first where the panel is low.
const SPARE = { goal: 6, ahead: 5, instead: 4, behind: 3, todo: 2, earlier: 1 };

/** What the coach says beside a command: goal, tasks with their ticks, the present one with what has to be seen, hints. */
export function panelOf(standing: Standing): AsideView {
  const { lesson, task, progress } = standing;
  return {
    lines: [
      { text: say('Lesson {number}: {title}', 'レッスン {number}: {title}', { number: lesson.number, title: wordsOf(lesson.title) }), tone: 'strong' },
      { text: wordsOf(lesson.goal), tone: 'muted', spare: SPARE.goal },
      ...lesson.tasks.flatMap(({ title }, at): readonly AsideLine[] => {
        const text = wordsOf(title);
        if (at < progress.done) return [{ text, mark: 'done', tone: 'muted', apart: at === 0, spare: SPARE.behind }];
        if (at > progress.done) return [{ text, mark: 'open', tone: 'muted', apart: at === progress.done + 1, spare: SPARE.ahead }];
        return [{ text, mark: 'now', tone: 'strong', apart: true }, ...presentTask(standing)];
      }),
    ],
    folded: foldedOf(standing),
    rows: standing.hinting ? 4 : 2,
    more: progress.hints < task.hints.length,
  };
}

function presentTask({ task, progress, seen }: Standing): readonly AsideLine[] {
  const hints = task.hints.slice(0, progress.hints);
  return [
    { text: wordsOf(task.do), inset: 1, ...(hints.length === 0 ? { shortens: 'end' } : { spare: SPARE.todo }) },
    ...seen.flatMap(({ holds, wanted, instead }, at): readonly AsideLine[] => [
      { text: wanted, mark: holds ? 'done' : 'open', inset: 1, apart: at === 0, tone: holds ? 'good' : 'plain', shortens: 'row' },
      ...(instead === undefined ? [] : [{ text: INSTEAD(instead), inset: 2, tone: 'muted', spare: SPARE.instead } as const]),
    ]),
    ...hints.map((hint, at): AsideLine => {
      const last = at === hints.length - 1;
      return { text: HINT(at + 1, wordsOf(hint)), inset: 1, apart: true, ...(last ? {} : { spare: SPARE.earlier }) };
    }),
    ...(allHold(seen) ? [{ text: FINISH, apart: true, tone: 'good' } as const] : []),
  ];
}

function foldedOf({ lesson, task, progress, seen, hinting }: Standing): Text {
  const hint = task.hints[progress.hints - 1];
  if (hinting && hint !== undefined) return HINT(progress.hints, wordsOf(hint));
  if (allHold(seen)) return FINISH;
  const held = seen.filter(({ holds }) => holds);
  const about = {
    number: lesson.number,
    task: progress.done + 1,
    of: lesson.tasks.length,
    title: wordsOf(task.title),
    held: held.length,
    all: task.checks.length,
  };
  const last = held.at(-1)?.wanted;
  return last === undefined
    ? say(
        'Lesson {number}, task {task} of {of}: {title}. {held} of {all} to be seen',
        'レッスン {number}、課題 {task}/{of}: {title}。{all} 件中 {held} 件を確認',
        about,
      )
    : say(
        'Lesson {number}, task {task} of {of}: {title}. {held} of {all} to be seen. {last}',
        'レッスン {number}、課題 {task}/{of}: {title}。{all} 件中 {held} 件を確認。{last}',
        { ...about, last },
      );
}

const allHold = (seen: readonly Seen[]): boolean => seen.length > 0 && seen.every(({ holds }) => holds);
const INSTEAD = (text: Text): Text => say('so far: {text}', '現状: {text}', { text });
const HINT = (at: number, hint: Text): Text => say('Hint {at}: {hint}', 'ヒント {at}: {hint}', { at, hint });
const FINISH = say('All of it is to be seen. Finish here, and the lesson goes on.', 'すべて確認できました。この画面を終えると、レッスンの次へ進めます。');
