import type { ExitCode } from '../../../core/contracts/index.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { HOOK_EVENTS } from '../../../core/profile/hooks.ts';
import { fileCommand, type Source } from '../../../core/profile/profile-command.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { writeDocument } from '../document.ts';
import { needBook, sourceOf } from '../profiles.ts';
import { answer, type Session } from '../session.ts';
import { bodyOf, EVENT_NAMES, mayRunHooks, runHook, shown } from './fire.ts';

/** Runs every hook once with a message that says it is a test; nothing else is done. Exit 1 where one fails. */
export async function testHooks(session: Session): Promise<ExitCode> {
  const book = await needBook(session);
  const { on } = book.parsed.hooks;
  const all = HOOK_EVENTS.flatMap((event) => on[event].map((hook) => ({ event, hook })));
  if (all.length > 0 && !(await mayRunHooks(session, book))) return untrusted(sourceOf(session, book));
  const results = await Promise.all(
    all.map(async ({ event, hook }) => ({
      event,
      ...(await runHook(session, book, hook, bodyOf(session, { event: 'test', for: EVENT_NAMES[event], profile: null, file: book.path }))),
    })),
  );
  const exitCode = results.every(({ ok }) => ok) ? 0 : 1;
  if (session.options.format !== 'text') {
    const hooks = results.map(({ event, hook, ok, reason }) => ({ event, ...shown(hook), ok, reason }));
    writeDocument(session, 'test-hooks', { file: book.path, hooks, exitCode });
  } else if (results.length === 0) {
    answer(session, say('{file} has no hooks.', '{file} にフックはありません。', { file: value(book.path) }));
  } else {
    const { symbols } = session.writer;
    for (const { event, hook, ok, reason } of results) {
      const words = { mark: ok ? symbols.done : symbols.failed, event: code(event), hook: code(JSON.stringify(shown(hook))), reason: value(reason) };
      answer(session, say('{mark} {event} {hook}: {reason}', '{mark} {event} {hook}: {reason}', words));
    }
  }
  return exitCode;
}

function untrusted(source: Source): never {
  return fail({
    code: 'hooks-untrusted',
    owner: 'you',
    message: say('The hooks of {file} are new or changed: they may not run.', '{file} のフックは新規または変更されているため、実行できません。', {
      file: value(source.file),
    }),
    next: [
      say('Look at them, then allow them: {command}', '内容を確認してから許可してください: {command}', { command: code(fileCommand('profile trust', source)) }),
    ],
  });
}
