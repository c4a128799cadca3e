import type { Command } from 'commander';
import { createProgram } from '../src/ui/commands/program.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** docs/commands.md, from the program's own table of commands. */
export function commandsPage(): string {
  const program = createProgram({ language: 'en', sandbox: () => Promise.reject(new Error('nothing is run here')), choose: () => undefined });
  return [
    '# Commands',
    '',
    'Every command with its flags, as `amltls --help` has them. `docs/commands.md` is generated (`npm run generate`).',
    '',
    '## Flags that every command takes',
    '',
    ...flagsOf(program),
    ...shown(program).flatMap((command) => section(command, 'amltls')),
  ].join('\n');
}

const shown = (command: Command): readonly Command[] => command.createHelp().visibleCommands(command);

function section(command: Command, above: string): readonly string[] {
  const name = `${above} ${command.name()}`;
  const args = command.registeredArguments.map((each) => {
    const word = each.variadic ? `${each.name()}...` : each.name();
    return each.required ? ` <${word}>` : ` [${word}]`;
  });
  return [`## ${name}${args.join('')}`, '', `${command.description()}`, '', ...flagsOf(command), ...shown(command).flatMap((each) => section(each, name))];
}

function flagsOf(command: Command): readonly string[] {
  const flags = command.options.filter(({ hidden }) => !hidden);
  if (flags.length === 0) return [];
  return ['| flag | does |', '|---|---|', ...flags.map((flag) => `| \`${cell(flag.flags)}\` | ${cell(flag.description)} |`), ''];
}
