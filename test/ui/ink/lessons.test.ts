import { describe, expect, it } from 'vitest';
import type { LessonEntry, QuestionView, TaskView } from '../../../src/core/learn/lessons/view.ts';
import { say } from '../../../src/core/text/say.ts';
import { NOW } from '../../../src/ui/ink/gallery/runs.ts';
import { chooseLesson } from '../../../src/ui/ink/lesson.ts';
import { drawLesson } from '../../../src/ui/ink/screens/lesson/draw.ts';
import { createLessonList, lessonList } from '../../../src/ui/ink/screens/lesson/list.ts';
import { createLesson, withView } from '../../../src/ui/ink/screens/lesson/state.ts';
import { screenOf } from '../../../src/ui/ink/screens/panel/panel.ts';
import { createQuiz } from '../../../src/ui/ink/screens/quiz/screen.ts';
import type { Screen } from '../../../src/ui/ink/screens/screen.ts';
import { lookOf, measure, wordsOf } from '../../helpers/frame.ts';
import { createTerminal } from '../../helpers/terminal.ts';

const long = say(
  'Long words about what is to be done, and why, and how it is seen in the end.',
  '何を、なぜ行い、最後にどのように確認するかについての長い説明です。',
);

const entry = (number: number, state: LessonEntry['state']): LessonEntry => ({
  number,
  title: say('The certificate that expires', '期限の切れる証明書'),
  goal: long,
  state,
  tasks: 3,
  done: state === 'open' ? 0 : 2,
});
const ENTRIES = [entry(1, 'done'), entry(2, 'begun'), entry(3, 'open'), entry(4, 'open')];

const TASK: TaskView = {
  number: 4,
  title: ENTRIES[0]?.title ?? '',
  task: 1,
  of: 3,
  goal: long,
  terms: [say('Renewal', '更新')],
  todo: long,
  tasks: [long, long, long],
  seen: [
    { holds: true, wanted: long },
    { holds: false, wanted: long, instead: long },
  ],
  hints: [long],
  moreHints: true,
  run: 'amltls renew contoso-ms',
  later: 3_600_000,
  folder: '/home/you/.local/state/amltls/learn/renewal/work',
  now: NOW,
  equivalents: [],
};

const QUESTION: QuestionView = { number: 4, title: TASK.title, question: 2, of: 3, before: long, ask: long, options: [long, long, long], wrong: long };

describe('the screens of lessons', () => {
  it.each(['en', 'ja'] as const)('fit every size in %s', (language) => {
    const look = lookOf({ language });
    const screens: Readonly<Record<string, Screen>> = {
      list: screenOf(lessonList, createLessonList(ENTRIES, look)),
      task: createLesson(TASK),
      done: createLesson({ ...TASK, done: long }),
      quiz: createQuiz(QUESTION, look),
    };
    for (const [name, screen] of Object.entries(screens))
      for (const [columns, rows] of [
        [40, 15],
        [40, 20],
        [80, 24],
        [100, 30],
        [200, 60],
      ] as const) {
        const { height, tooWide } = measure({ size: { columns, rows }, environment: { title: 'Azure', practice: true }, steps: [], screen, now: NOW }, look);
        expect(tooWide, `${name} ${columns}x${rows}`).toEqual([]);
        expect(height, `${name} ${columns}x${rows}`).toBeLessThanOrEqual(rows - 1);
      }
  });

  it('say how far a task is, what the latest hint is, and all that can be done, on the smallest screen too', () => {
    const look = lookOf({ language: 'en' });
    const hints = [say('The first.', '1 つ目。'), say('The second.', '2 つ目。')];
    const { main } = drawLesson(createLesson({ ...TASK, hints }), { width: 38, height: 15 }, look);
    const rows = wordsOf(main.rows).join('\n');
    for (const words of ['Task 1 of 3, 1 of 2 seen', 'Hint 2\nThe second.', 'Start', 'Command', 'Hint', 'later', 'Leave']) expect(rows).toContain(words);
    const scrolled = { ...createLesson(TASK), scroll: 5 };
    expect(withView(scrolled, TASK).scroll).toBe(5);
    expect(withView(scrolled, { ...TASK, hints }).scroll).toBe(0);
  });

  const choosing = () => {
    const terminal = createTerminal({ columns: 100, rows: 30 });
    const { stdin, stdout } = terminal;
    const environment = { title: 'Azure', practice: true };
    const chosen = chooseLesson({ stdin, stdout, language: 'en', environment, signal: new AbortController().signal, interrupt: () => undefined }, ENTRIES);
    return { terminal, chosen };
  };

  it('list what is done, with the first that is not done marked', async () => {
    const { terminal, chosen } = choosing();
    expect(await terminal.waitFor('1 of 4 done')).toMatch(/✓ 1 [\s\S]*❯ ● 2 .*\(2 of 3 tasks\)[\s\S]*○ 3 /);
    terminal.press('Down');
    terminal.press('Enter');
    expect(await chosen).toBe(3);
  });

  it('are left without a choice', async () => {
    const { terminal, chosen } = choosing();
    await terminal.waitFor('1 of 4 done');
    terminal.press('Esc');
    expect(await chosen).toBe(0);
  });
});
