import type { Command } from 'commander';
import { say } from '../../../core/text/say.ts';
import type { SandboxHosting } from '../sandbox.ts';
import type { Table } from '../table.ts';

/** `amltls learn`: nothing is read or loaded before it is chosen. */
export function addLearnCommand(program: Command, { words, add, does }: Table, sandbox: () => Promise<SandboxHosting>): void {
  add(program, 'learn [lesson]', say('lessons in the practice Azure', '練習用 Azure でのレッスン'))
    .option('--list', words(say('the lessons, with what is done', 'レッスンの一覧と進み具合')))
    .option('--reset', words(say('begins a lesson anew', 'レッスンを最初からやり直す')))
    .action(does('learn', async (session, [lesson], flags) => (await import('./learn.ts')).learn(session, lesson, flags, await sandbox())));
}

/** `amltls explain`: the same. */
export function addExplainCommand(program: Command, { add, does }: Table): void {
  add(program, 'explain <code>', say('a finding or problem, at length; or a term of the glossary', '検出事項、問題、用語の詳しい説明')).action(
    does('explain', async (session, [asked = '']) => (await import('../explain.ts')).explain(session, asked)),
  );
}
