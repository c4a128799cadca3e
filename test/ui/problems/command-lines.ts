import type { Span, Text } from '../../../src/core/contracts/index.ts';
import { createProgram } from '../../../src/ui/commands/program.ts';

/** Everything in a text that is to be typed as it stands. */
export function typed(text: Text | Span | number): readonly string[] {
  if (typeof text !== 'object') return [];
  if ('code' in text) return [text.code];
  return 'en' in text ? Object.values(text.with ?? {}).flatMap(typed) : [];
}

/** undefined where commander takes the line. */
export function refusal(line: string): string | undefined {
  let chosen = false;
  const program = createProgram({ language: 'en', sandbox: () => Promise.reject(new Error('not run')), choose: () => (chosen = true) });
  const commands = [program];
  for (const command of commands) {
    command.exitOverride().configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
    commands.push(...command.commands);
  }
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
  try {
    program.parse(words.slice(1), { from: 'user' });
    return chosen ? undefined : `${line}: nothing chosen`;
  } catch (thrown) {
    return /outputHelp|helpDisplayed/.test(String((thrown as { code?: string }).code)) ? undefined : `${line}: ${(thrown as Error).message}`;
  }
}

/** Every long flag of every command. */
export const flagsOf = (): ReadonlySet<string> => {
  const commands = [createProgram({ language: 'en', sandbox: () => Promise.reject(new Error('not run')), choose: () => undefined })];
  for (const command of commands) commands.push(...command.commands);
  return new Set(commands.flatMap(({ options }) => options.flatMap(({ long }) => long ?? [])));
};

export const commandNames = (): readonly string[] =>
  createProgram({ language: 'en', sandbox: () => Promise.reject(new Error('not run')), choose: () => undefined }).commands.map((command) => command.name());
