import { fail } from '../../../core/problems/problem-error.ts';
import { code, say } from '../../../core/text/say.ts';

/** A command as it was typed in a lesson. */
export interface Line {
  readonly args: readonly string[];
  /** `> FILE`: where its results go. */
  readonly into?: string;
}

/** Words as a shell takes them: quotes hold a word together, `> FILE` at the end keeps the results. A leading `amltls` may stand there. @throws ProblemError `lesson-line` */
export function readLine(text: string): Line {
  const words = [...text.matchAll(/"([^"]*)"|'([^']*)'|([^\s"']+)/gu)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
  const args = words[0] === 'amltls' ? words.slice(1) : words;
  const at = args.indexOf('>');
  if (at < 0) return { args };
  const into = args[at + 1];
  if (into === undefined || args.length !== at + 2) return refused();
  return { args: args.slice(0, at), into };
}

function refused(): never {
  return fail({
    code: 'lesson-line',
    owner: 'you',
    message: say('One file name has to follow {mark}.', '{mark} の後にはファイル名を 1 つ指定します。', { mark: code('>') }),
    next: [say('Write for example {line}.', '例: {line}', { line: code('amltls schedule contoso > schedule.txt') })],
  });
}
