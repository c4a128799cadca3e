import { type Command, CommanderError } from 'commander';
import { readTyped } from './completion/typed.ts';
import { type Chosen, createProgram } from './program.ts';
import type { SandboxHosting } from './sandbox.ts';
import type { Session } from './session.ts';
import { UsageError, usageProblem } from './usage.ts';

/**
 * Reads the command line. @returns undefined where help was all that was wanted
 * @throws UsageError
 */
export function parseCommand(session: Session, sandbox: () => Promise<SandboxHosting>): Chosen | undefined {
  const { argv } = session.host;
  let chosen: Chosen | undefined;
  const choose = (each: Chosen): void => {
    chosen = each;
  };
  const options = { language: session.language, sandbox, choose };
  const program = createProgram({ ...options, asked: argv });
  const commands = allCommands(program);
  for (const command of commands) {
    command.exitOverride().helpCommand(false);
    command.configureOutput({ writeOut: (text) => session.out.line(text.trimEnd()), writeErr: () => undefined });
  }
  try {
    program.parse([...argv], { from: 'user' });
    return chosen;
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.exitCode === 0) return undefined;
    const whole = createProgram(options);
    const all = allCommands(whole);
    const flags = all.flatMap((command) => command.options.flatMap((option) => (option.long === undefined ? [] : [option.long])));
    const names = all.filter((command) => command !== whole).map((command) => command.name());
    const meant = fullName(readTyped(whole, [...argv, '']).command);
    const known = { commands: names, flags, given: mistyped(commands), help: `${meant} --help` };
    throw new UsageError(usageProblem(thrown, known), meant.split(' ').slice(1).join('-'));
  }
}

// A command with subcommands and an action of its own takes a mistyped subcommand for an argument.
function mistyped(commands: readonly Command[]): string | undefined {
  const parents = commands.filter((command) => command.commands.length > 0);
  return parents.flatMap(({ args, commands: known }) => (known.some((each) => each.name() === args[0]) ? [] : args.slice(0, 1))).at(-1);
}

function allCommands(program: Command): readonly Command[] {
  return [program, ...program.commands.flatMap((command) => allCommands(command))];
}

function fullName(command: Command): string {
  return command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
}
