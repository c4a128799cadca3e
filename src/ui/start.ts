import { join } from 'node:path';
import type { Problem } from '../core/contracts/index.ts';
import { isCrash } from '../core/problems/crash.ts';
import { exitCodeOfAbort, Interrupted } from '../core/problems/interrupted.ts';
import { isAbort, toProblem } from '../core/problems/to-problem.ts';
import type { BuiltIns } from '../core/registry/registry.ts';
import { reportProblem } from './commands/document.ts';
import { type Opened, openSession } from './commands/open-session.ts';
import { checkOptions } from './commands/options.ts';
import { parseCommand } from './commands/parse-command.ts';
import type { SandboxHosting } from './commands/sandbox.ts';
import { UsageError } from './commands/usage.ts';
import { langFlag } from './host/flag-value.ts';
import { createHost, type Host } from './host/host.ts';
import { plainLanguage } from './text/language.ts';

/** What main.ts joins: the plugins, which no other part of the UI may import. */
export interface Parts {
  readonly builtIns: BuiltIns;
  readonly sandbox: () => Promise<SandboxHosting>;
}

/** The whole program, from arguments to exit code. @param root the package's folder */
export async function start(parts: Parts, root: URL): Promise<void> {
  const host = createHost(root);
  process.exitCode = await runProgram(host, parts);
  await Promise.all([drained(host.stdout), drained(host.stderr)]);
  // A device code flow or an idle socket must not keep a finished program alive.
  process.exit();
}

function drained(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}

/** The same for a given host: what tests run. */
export async function runProgram(host: Host, parts: Parts): Promise<number> {
  const language = plainLanguage(langFlag(host.argv), host.env, host.settings.language);
  const session = openSession(host, parts.builtIns, language);
  try {
    const ended = await runCommand(host, parts, session);
    const crash = host.crashed();
    const exitCode = crash === undefined ? ended : await told(session, 'amltls', toProblem(crash.thrown));
    if (exitCode !== 0) await keepLastLog(session);
    return exitCode;
  } finally {
    session.close();
    await Promise.all([session.now().out.flushed(), session.now().notes.flushed()]);
  }
}

// `amltls report` hands it on. Nobody wants to hear of a disk that is full as well.
async function keepLastLog({ kept, now }: Opened): Promise<void> {
  const { files, host } = now();
  const lines = kept.lines();
  if (lines.length === 0) return;
  const { LAST_LOG } = await import('./commands/report/last-log.ts');
  await files.write(join(host.folders.state, LAST_LOG), `${lines.join('\n')}\n`, { mode: 0o600 }).catch(() => undefined);
}

async function runCommand(host: Host, parts: Parts, opened: Opened): Promise<number> {
  let command = 'amltls';
  try {
    const chosen = parseCommand(opened.now(), parts.sandbox);
    if (chosen === undefined) return 0;
    command = chosen.name;
    const session = opened.configure(checkOptions(chosen.options, host.env));
    session.log.write('info', 'start', { command, node: host.nodeVersion, platform: host.platform });
    return await chosen.run(session);
  } catch (thrown) {
    if (thrown instanceof Interrupted) return thrown.exitCode;
    if (isAbort(thrown, host.signal)) return exitCodeOfAbort(host.signal);
    return await told(opened, thrown instanceof UsageError ? thrown.command || command : command, toProblem(thrown));
  }
}

async function told(opened: Opened, command: string, problem: Problem): Promise<number> {
  const session = opened.now();
  if (!isCrash(problem)) return reportProblem(session, command, problem, Date.now());
  await keepLastLog(opened);
  const { withReport } = await import('./commands/report/crash.ts');
  return reportProblem(session, command, await withReport(session, problem), Date.now());
}
