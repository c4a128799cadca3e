import { CommanderError } from 'commander';
import type { Language } from '../core/contracts/index.ts';
import { openStore } from '../core/engine/store.ts';
import { exitCodeOfAbort, Interrupted } from '../core/problems/interrupted.ts';
import { ProblemError } from '../core/problems/problem-error.ts';
import { isAbort, toProblem } from '../core/problems/to-problem.ts';
import { type BuiltIns, createRegistry } from '../core/registry/registry.ts';
import { createFiles } from '../plugins/shared/local/files.ts';
import { reportProblem } from './commands/document.ts';
import { checkOptions, type GlobalOptions } from './commands/options.ts';
import { type Chosen, createProgram } from './commands/program.ts';
import type { SandboxHosting } from './commands/sandbox.ts';
import type { Session } from './commands/session.ts';
import { usageProblem } from './commands/usage.ts';
import { createHost, type Host } from './host/host.ts';
import { createLog, NO_LOG } from './host/log.ts';
import { createOutput } from './host/output.ts';
import { hasPerson, hasUnicode, wantsPlain } from './host/terminal.ts';
import { createLines, type Lines } from './plain/lines.ts';
import { plainLanguage } from './text/language.ts';
import { createWriter } from './text/writer.ts';

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
  const language = plainLanguage(langFlag(host.argv), host.env);
  const session = openSession(host, parts, language);
  try {
    return await runCommand(host, parts, session);
  } finally {
    session.close();
    await Promise.all([session.now().out.flushed(), session.now().notes.flushed()]);
  }
}

async function runCommand(host: Host, parts: Parts, opened: Opened): Promise<number> {
  let command = 'amltls';
  try {
    const chosen = parse(host, parts, opened.now());
    if (chosen === undefined) return 0;
    command = chosen.name;
    const session = opened.configure(checkOptions(chosen.options, host.env));
    session.log.write('info', 'start', { command, node: host.nodeVersion, platform: host.platform });
    return await chosen.run(session);
  } catch (thrown) {
    const session = opened.now();
    if (thrown instanceof Interrupted) return thrown.exitCode;
    if (isAbort(thrown, host.signal)) return exitCodeOfAbort(host.signal);
    return reportProblem(session, command, toProblem(thrown), Date.now());
  }
}

/** @returns undefined where help was all that was wanted */
function parse(host: Host, parts: Parts, session: Session): Chosen | undefined {
  let chosen: Chosen | undefined;
  const program = createProgram({ language: session.language, sandbox: parts.sandbox, choose: (each) => (chosen = each) });
  program.configureOutput({ writeOut: (text) => host.stdout.write(text), writeErr: () => undefined });
  for (const command of allCommands(program)) command.exitOverride().helpCommand(false);
  try {
    program.parse(host.argv, { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.exitCode === 0) return undefined;
    const flags = allCommands(program).flatMap((command) => command.options.flatMap((option) => (option.long === undefined ? [] : [option.long])));
    throw new ProblemError(usageProblem(thrown, { commands: allCommands(program).map((command) => command.name()), flags }));
  }
  return chosen;
}

function allCommands(program: ReturnType<typeof createProgram>): readonly ReturnType<typeof createProgram>[] {
  return [program, ...program.commands.flatMap((command) => allCommands(command))];
}

interface Opened {
  now(): Session;
  configure(options: GlobalOptions): Session;
  close(): void;
}

// A problem on the command line itself has to be reported before the command line is understood: in the format it asks for, if it does.
function openSession(host: Host, parts: Parts, language: Language): Opened {
  const hidden = new Map<string, string>();
  const files = createFiles();
  const notes = createOutput(host.stderr, hidden);
  let lines: Lines | undefined;
  const base = {
    host,
    files,
    language,
    hidden,
    notes,
    registry: createRegistry(parts.builtIns),
    store: openStore({ files, folder: host.folders.state }),
    writer: createWriter(language, hasUnicode(host)),
    out: createOutput(host.stdout, hidden),
    signal: host.signal,
    lines() {
      lines ??= createLines(host.stdin, notes.line);
      return lines;
    },
  };
  const configured = (options: GlobalOptions): Session => ({
    ...base,
    options,
    words: base.writer.words,
    log: options.logFile === undefined ? NO_LOG : createLog(options.logFile, options.logLevel, hidden, Date.now),
    person: hasPerson(host) && options.format === 'text',
    plain: wantsPlain(host, options.plain),
  });
  let session = configured(checkOptions({ format: formatFlag(host.argv) }, {}));
  return {
    now: () => session,
    configure(options) {
      session = configured(options);
      return session;
    },
    close: () => lines?.close(),
  };
}

function langFlag(argv: readonly string[]): string | undefined {
  return flagValue(argv, '--lang');
}

function formatFlag(argv: readonly string[]): string {
  const given = flagValue(argv, '--format');
  return given === 'json' || given === 'ndjson' ? given : 'text';
}

function flagValue(argv: readonly string[], flag: string): string | undefined {
  const at = argv.findIndex((each) => each === flag || each.startsWith(`${flag}=`));
  const found = argv[at];
  return found === undefined ? undefined : found.includes('=') ? found.slice(flag.length + 1) : argv[at + 1];
}
