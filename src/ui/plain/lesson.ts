import type { LessonUi, QuestionView, TaskAction, TaskView } from '../../core/learn/lessons/view.ts';
import { code, duration, say } from '../../core/text/say.ts';
import { equivalentLines } from '../text/plan-lines.ts';
import type { Writer } from '../text/writer.ts';
import type { Lines } from './lines.ts';
import { MESSAGES } from './messages.ts';

/** Lessons as lines: each thing is said when it is new, then a line is read. */
export function createPlainLesson(lines: () => Lines, writer: Writer, signal: AbortSignal): LessonUi {
  const { words, symbols } = writer;
  const said = new Set<string>();
  // The same sentence may be new again in the next task.
  const once = (text: string, task = 0): void => {
    if (said.has(`${task} ${text}`)) return;
    said.add(`${task} ${text}`);
    for (const line of text.split('\n')) lines().say(line);
  };

  function tell(view: TaskView): void {
    once(words(say('Lesson {number}: {title}', 'レッスン {number}: {title}', { number: view.number, title: view.title })));
    if (view.goal !== undefined) once(words(view.goal));
    once(`\n${words(say('Task {task} of {of}', '課題 {task}/{of}', { task: view.task, of: view.of }))}\n${words(view.todo)}`);
    for (const { holds, wanted, instead } of view.seen) {
      const mark = holds ? symbols.done : symbols.open;
      const so = instead === undefined ? '' : ` (${words(say('so far: {instead}', '現状: {instead}', { instead }))})`;
      once(`  ${mark} ${words(wanted)}${so}`, view.task);
    }
    for (const hint of view.hints) once(`${words(say('Hint: {hint}', 'ヒント: {hint}', { hint }))}`);
    if (view.done !== undefined) once(words(view.done), view.task);
  }

  return {
    async task(view: TaskView): Promise<TaskAction> {
      tell(view);
      for (;;) {
        const typed = (await lines().read(words(promptOf(view)), signal)).trim();
        if (typed === 'q!') return { type: 'leave' };
        if (typed === 't') return { type: 'later' };
        if (view.done !== undefined && typed === '') return { type: 'next' };
        if (typed === 'h' && view.moreHints) return { type: 'hint' };
        if (typed === 'e' && view.equivalents.length > 0) for (const line of equivalentLines(view.equivalents, writer)) lines().say(line);
        else if (typed !== '') return { type: 'run', line: typed };
        else if (view.run !== undefined) return { type: 'run', line: view.run };
      }
    },

    async question(view: QuestionView): Promise<number> {
      if (view.wrong === undefined) {
        if (view.before !== undefined) lines().say(words(view.before));
        lines().say('');
        lines().say(words(view.ask));
        for (const [at, option] of view.options.entries()) lines().say(`  ${at + 1}. ${words(option)}`);
      } else lines().say(words(view.wrong));
      for (;;) {
        const typed = (await lines().read(words(say('The number of the right answer:', '正しい答えの番号:')), signal)).trim();
        if (typed === 'q!') return 0;
        if (/^\d+$/.test(typed) && view.options[Number(typed) - 1] !== undefined) return Number(typed);
        lines().say(words(MESSAGES.noSuchChoice));
      }
    },

    close: async () => undefined,
  };
}

function promptOf(view: TaskView) {
  if (view.done !== undefined)
    return say('Enter goes on. Commands: {tools} as code, {leave} leave.', 'Enter で次へ進みます。コマンド: {tools} コード表示、{leave} 終了', {
      tools: code('e'),
      leave: code('q!'),
    });
  const later = { later: code('t'), time: duration(view.later), hint: code('h'), leave: code('q!') };
  return view.run === undefined
    ? say('A command, or: {hint} hint, {later} {time} later, {leave} leave.', 'コマンドを入力、または: {hint} ヒント、{later} {time}後、{leave} 終了', later)
    : say(
        'Enter starts {run}. Another command, or: {hint} hint, {later} {time} later, {leave} leave.',
        'Enter で {run} を実行。別のコマンド、または: {hint} ヒント、{later} {time}後、{leave} 終了',
        {
          ...later,
          run: code(view.run),
        },
      );
}
