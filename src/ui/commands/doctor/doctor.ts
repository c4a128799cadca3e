import type { ExitCode } from '../../../core/contracts/index.ts';
import { writeDocument } from '../document.ts';
import { openEnvironment } from '../environment.ts';
import type { Session } from '../session.ts';
import { type Check, configCheck, failed, nameCheck, nodeCheck, proxyCheck, signInCheck, terminalCheck } from './checks.ts';

/** Looks at everything that has to work before amltls can. Changes nothing; exit 3 where something does not. */
export async function doctor(session: Session): Promise<ExitCode> {
  const checks = [nodeCheck(session), terminalCheck(session), proxyCheck(session), await configCheck(session), ...(await environmentChecks(session))];
  const exitCode = checks.some((check) => check.verdict === 'error') ? 3 : 0;
  if (session.options.format === 'text') for (const check of checks) writeCheck(session, check);
  else {
    writeDocument(session, 'doctor', {
      checks: checks.map(({ id, verdict, message, next }) => ({
        id,
        verdict,
        message: session.words(message),
        next: next === undefined ? null : session.words(next),
      })),
      exitCode,
    });
  }
  return exitCode;
}

async function environmentChecks(session: Session): Promise<readonly Check[]> {
  try {
    await using env = await openEnvironment(session, {});
    const name = await nameCheck(env);
    return name.verdict === 'error' ? [name] : [name, ...(await signInCheck(session, env))];
  } catch (thrown) {
    return [failed('environment', thrown, session)];
  }
}

function writeCheck(session: Session, { verdict, message, next }: Check): void {
  const { symbols } = session.writer;
  const mark = verdict === 'ok' ? symbols.done : verdict === 'warning' ? symbols.warning : symbols.failed;
  session.out.line(`${mark} ${session.words(message)}`);
  if (next !== undefined) session.out.line(`  ${symbols.arrow} ${session.words(next)}`);
}
