import type { ExitCode } from '../../../core/contracts/index.ts';
import { isScreenBroken } from '../../../core/problems/crash.ts';
import { exitCodeOfAbort, Interrupted } from '../../../core/problems/interrupted.ts';
import { isAbort, toProblem } from '../../../core/problems/to-problem.ts';
import { say } from '../../../core/text/say.ts';
import { problemLines } from '../../text/problem-lines.ts';
import { pause } from '../pause.ts';
import { needBook, useProfile } from '../profiles.ts';
import type { SandboxHosting } from '../sandbox.ts';
import type { Session } from '../session.ts';
import { chooseNext, type HomeChoice } from './choose.ts';

const BACK = say('Press Enter for the home screen.', 'Enter でホーム画面に戻ります。');

/** The home screen, again after each piece of work, until it is left. */
export async function home(session: Session, sandbox: () => Promise<SandboxHosting>): Promise<ExitCode> {
  let now = session;
  for (;;) {
    const chosen = await chooseNext(now);
    const { choice } = chosen;
    now = chosen.session;
    if (session.signal.aborted) return exitCodeOfAbort(session.signal);
    if (choice.type === 'quit') return choice.interrupted === true ? 130 : 0;
    try {
      await work(now, choice, sandbox);
    } catch (thrown) {
      if (isAbort(thrown, session.signal) || isScreenBroken(thrown)) throw thrown;
      // Not approved: back to the home screen.
      if (thrown instanceof Interrupted) continue;
      for (const line of problemLines(toProblem(thrown), now.writer)) session.notes.line(line);
    }
    // Ctrl-C during the work has ended the program, not the work alone.
    if (session.signal.aborted) return exitCodeOfAbort(session.signal);
    // The summary stays readable before the home screen covers it.
    await pause(now, BACK);
  }
}

async function work(session: Session, choice: Exclude<HomeChoice, { type: 'quit' }>, sandbox: () => Promise<SandboxHosting>): Promise<unknown> {
  if (choice.type === 'secure') return await (await import('../secure.ts')).secure(session, undefined);
  if (choice.type === 'learn') return await (await import('../learn/learn.ts')).learnNext(session, await sandbox());
  if (choice.type === 'check-all') return await (await import('../check/check.ts')).check(session, [], { all: true });
  if (choice.type === 'check-host') return await (await import('../check/check.ts')).check(session, [], { host: choice.host });
  if (choice.type === 'check') return await (await import('../check/check.ts')).check(session, [choice.profile], {});
  if (choice.type === 'watch' && choice.kind === 'dns') return await (await import('../watch/watch-dns.ts')).watchDnsOf(session, choice.profile);
  if (choice.type === 'watch' && choice.kind === 'certificate')
    return await (await import('../watch/watch-certificate.ts')).watchCertificateOf(session, choice.profile);
  const used = await useProfile(session, await needBook(session), choice.profile);
  switch (choice.type) {
    case 'replay':
      return await (await import('../replay.ts')).replayOne(session, used, {});
    case 'renew':
      return await (await import('../renew/renew-profile.ts')).renewProfile(session, used, {});
    case 'disable':
      return await (await import('../disable/disable.ts')).disableProfile(session, used, {});
    case 'watch':
      return await (await import('../watch/watch-renewal.ts')).watchRenewalProfile(session, used);
  }
}
