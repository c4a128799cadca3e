import type { ExitCode, Text } from '../../core/contracts/index.ts';
import { exitCodeOfAbort, Interrupted } from '../../core/problems/interrupted.ts';
import { isAbort, toProblem } from '../../core/problems/to-problem.ts';
import { writtenAnswers } from '../../core/profile/book.ts';
import { say } from '../../core/text/say.ts';
import { problemLines } from '../text/problem-lines.ts';
import { inkOptions } from './drivers.ts';
import { environmentId } from './environment.ts';
import { findBook, needBook, useProfile } from './profiles.ts';
import { replayOne } from './replay.ts';
import { secure } from './secure.ts';
import type { Session } from './session.ts';

interface Entry {
  readonly name: string;
  readonly detail: Text;
}

type Choice = { readonly type: 'secure' } | { readonly type: 'replay'; readonly profile: string } | { readonly type: 'quit'; readonly interrupted?: true };

/** The home screen, again after each piece of work, until it is left. */
export async function home(session: Session): Promise<ExitCode> {
  for (;;) {
    const choice = await chooseNext(session, await entriesOf(session));
    if (session.signal.aborted) return exitCodeOfAbort(session.signal);
    if (choice.type === 'quit') return choice.interrupted === true ? 130 : 0;
    try {
      if (choice.type === 'secure') await secure(session, undefined);
      else await replayOne(session, await useProfile(session, await needBook(session), choice.profile), {});
    } catch (thrown) {
      if (isAbort(thrown, session.signal)) throw thrown;
      // Not approved: back to the home screen.
      if (thrown instanceof Interrupted) continue;
      for (const line of problemLines(toProblem(thrown), session.writer)) session.notes.line(line);
    }
    await pause(session);
  }
}

async function chooseNext(session: Session, entries: readonly Entry[]): Promise<Choice> {
  if (session.plain) {
    const { plainHome } = await import('../plain/home.ts');
    return await plainHome(entries, session.lines(), session.writer, session.signal);
  }
  const { runHome } = await import('../ink/home.ts');
  const environment = await session.registry.get('environment', environmentId(session, {}));
  return await runHome({ ...(await inkOptions(session, { title: environment.title, practice: environment.practice === true }, undefined)), profiles: entries });
}

async function entriesOf(session: Session): Promise<readonly Entry[]> {
  const book = await findBook(session).catch((thrown: unknown) => {
    for (const line of problemLines(toProblem(thrown), session.writer)) session.notes.line(line);
    return undefined;
  });
  if (book === undefined) return [];
  return book.names.map((name) => {
    const answers = writtenAnswers(book, name);
    const host = answers['domain.fqdn'] ?? answers['domain.leafDomainLabel'] ?? answers['domain.kind'] ?? '';
    return { name, detail: [answers['environment'], answers['target.plugin'], host].filter((part) => part !== undefined && part !== '').join(', ') };
  });
}

// The summary stays readable before the home screen covers it.
async function pause(session: Session): Promise<void> {
  if (session.plain) return;
  const { input } = await import('@inquirer/prompts');
  const message = session.words(say('Press Enter for the home screen.', 'Enter でホーム画面に戻ります。'));
  await input({ message }, { input: session.host.stdin, output: session.host.stderr, signal: session.signal });
}
