import { availableParallelism, loadavg } from 'node:os';
import { describe, expect, it } from 'vitest';
import { freshHome } from '../helpers/bin.ts';
import type { PtyTerminal } from '../helpers/terminal-pty.ts';
import { WALKS } from './lesson-walks.ts';

/** Nobody is to wait longer, at the speed that learners get: `lesson-waits.test.ts` computes it, here it is measured. */
const LONGEST_WAIT_MS = 20_000;
// A machine that is busy with other tests is slower than a learner's.
const PATIENCE_MS = 3 * LONGEST_WAIT_MS;
const CTRL_N = '\u000e';

const WORDS = {
  en: { seen: 'What has to be seen', back: 'Press Enter for the lesson.', done: 'This task is done.', review: 'nothing has been sent yet', end: 'is done:' },
  ja: { seen: '確認する内容', back: 'Enter でレッスンに戻ります。', done: 'この課題は完了です。', review: 'まだ何も送信していません', end: 'を完了しました' },
} as const;
type Words = (typeof WORDS)['en' | 'ja'];

/** Presses Enter at each question until the plan is there, then approves it. */
async function throughTheWizard(terminal: PtyTerminal, words: Words): Promise<void> {
  for (;;) {
    const screen = await terminal.waitFor((now) => now.includes(words.review) || now.includes('❯'));
    if (screen.includes(words.review)) break;
    terminal.press('Enter');
    await terminal.waitFor((now) => now !== screen);
  }
  terminal.press('Enter');
}

// A key that was meant for the wait may have come when it was over.
const isBack = (screen: string, { back }: Words): boolean => screen.replace(/[ t]*$/, '').endsWith(`? ${back}`);

async function perform(terminal: PtyTerminal, line: string, words: Words): Promise<void> {
  if (line === 't') {
    terminal.type('t');
    return;
  }
  terminal.type('c');
  await terminal.waitFor('amltls …');
  terminal.type(line);
  terminal.press('Enter');
  if (line.startsWith('amltls secure')) await throughTheWizard(terminal, words);
  // The record is left to the next task.
  if (line.startsWith('amltls disable')) {
    await terminal.waitFor('(y/N)');
    terminal.press('Enter');
  }
  // Five hours are waited for by nobody.
  if (line.startsWith('amltls renew')) {
    for (;;) {
      const screen = await terminal.waitFor((now) => isBack(now, words) || /\bt (time passes|時間を進める)/.test(now));
      if (isBack(screen, words)) break;
      terminal.type('t');
      await terminal.waitFor((now) => now !== screen);
    }
  }
  // Those of earlier commands, answered, may still be in sight.
  await terminal.waitFor((now) => isBack(now, words));
  terminal.press('Enter');
  await terminal.waitFor((now) => now.includes(words.seen) || now.includes(words.done));
}

/** Keeps how long the longest wait for the next thing to do was, ms. */
function timed(terminal: PtyTerminal): { readonly terminal: PtyTerminal; longest(): number } {
  let longest = 0;
  const waitFor: PtyTerminal['waitFor'] = async (wanted) => {
    const from = performance.now();
    const screen = await terminal.waitFor(wanted);
    longest = Math.max(longest, performance.now() - from);
    return screen;
  };
  return { terminal: { ...terminal, waitFor }, longest: () => longest };
}

// At the speed that learners get, and faster.
describe.each([
  ['en', []],
  ['ja', ['--speed', '600']],
] as const)('a lesson is walked to its end (%s)', (language, speed) => {
  const words = WORDS[language];
  it.each(WALKS)('lesson $lesson', { timeout: 180_000 }, async ({ lesson, tasks, answers }) => {
    const home = await freshHome();
    const env = { LC_ALL: language === 'ja' ? 'ja_JP.UTF-8' : 'en_US.UTF-8' };
    const opened = home.open(['learn', String(lesson), ...speed], { columns: 100, rows: 40, deadlineMs: PATIENCE_MS, env });
    const { terminal, longest } = timed(opened);
    for (const [at, lines] of tasks.entries()) {
      const place = language === 'ja' ? `課題 ${at + 1}/${tasks.length}` : `Task ${at + 1} of ${tasks.length}`;
      // What is to be done is not done yet, unless the task before has done it.
      await terminal.waitFor((now) => now.includes(place) && (lines.length === 0 || !now.includes(words.done)));
      for (const line of lines) await perform(terminal, line, words);
      await terminal.waitFor(words.done);
      terminal.type('n');
    }
    for (const [at, answer] of answers.entries()) {
      await terminal.waitFor(language === 'ja' ? `質問 ${at + 1}/` : `Question ${at + 1} of`);
      for (let down = 1; down < answer; down += 1) terminal.press('Down');
      terminal.press('Enter');
    }
    expect((await terminal.exited).exitCode).toBe(0);
    expect(terminal.normalScreen()).toContain(words.end);
    // By a stopwatch too; where several tests share the processors each has its share of them.
    const share = Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
    expect(longest()).toBeLessThanOrEqual(LONGEST_WAIT_MS * share);
    process.stdout.write(`lesson ${lesson}${speed.length === 0 ? '' : ` (${speed.join(' ')})`}: longest wait ${(longest() / 1000).toFixed(1)} s\n`);
    const listed = await home.run(['learn', '--list', '--format', 'json']);
    expect(JSON.parse(listed.stdout).lessons).toContainEqual(expect.objectContaining({ number: lesson, state: 'done', tasksDone: tasks.length }));
  });
});

describe('the coach', () => {
  it('stands beside the wizard with the task and what is seen of it, gives hints on a key, and folds where it is narrow', { timeout: 60_000 }, async () => {
    const home = await freshHome();
    const terminal = home.open(['learn'], { columns: 110, rows: 32, deadlineMs: PATIENCE_MS });
    await terminal.waitFor('0 of 8 done');
    terminal.press('Enter');
    await terminal.waitFor('Task 1 of 3');
    terminal.press('Enter');
    const beside = await terminal.waitFor((now) => now.includes('Which name do clients call?') && now.includes('○ Azure: compute'));
    expect(beside).toMatch(/│ Lesson 1: [\s\S]*│ ● Create a cluster with its/);
    terminal.type(CTRL_N);
    expect(await terminal.waitFor('Hint 1:')).toContain('A name of my own');
    terminal.resize({ columns: 80, rows: 24 });
    await terminal.waitFor((now) => now.includes('Hint 1:') && !now.includes('│'));
    terminal.press('CtrlC');
    await terminal.waitFor('Press Enter for the lesson.');
    terminal.press('Enter');
    // The hint counts in the lesson itself.
    await terminal.waitFor((now) => now.includes('Task 1 of 3') && now.includes('Hint'));
    terminal.type('q');
    expect((await terminal.exited).exitCode).toBe(0);
  });

  it('lets go of the list of lessons', { timeout: 60_000 }, async () => {
    const home = await freshHome();
    const terminal = home.open(['learn'], { columns: 80, rows: 24 });
    await terminal.waitFor('0 of 8 done');
    terminal.press('CtrlC');
    expect((await terminal.exited).exitCode).toBe(130);
  });
});
