import type { Command } from 'commander';
import { readTyped, type Typed } from './typed.ts';

/** A word that may stand where the cursor is. */
export interface Candidate {
  readonly word: string;
  /** What it is, in few words; empty where the word says it. */
  readonly says: string;
}

/** What an argument may be, by its name in the usage; nothing where it is a file, or free. */
export type Values = (argument: string, typed: Typed) => Promise<readonly Candidate[]>;

/**
 * What may come next on a command line, from the table that parses it.
 * @param words what stands behind `amltls`; the last is the one being typed, empty where a new one begins
 */
export async function candidatesFor(program: Command, words: readonly string[], values: Values): Promise<readonly Candidate[]> {
  const typed = readTyped(program, words);
  const all = await possible(program, typed, values);
  return all.filter(({ word }) => word.startsWith(typed.word)).map(({ word, says }) => ({ word: `${typed.lead}${word}`, says }));
}

async function possible(program: Command, typed: Typed, values: Values): Promise<readonly Candidate[]> {
  const { command, args, flag, word } = typed;
  if (flag !== undefined) return choicesOf([...optionsOf(command), ...optionsOf(program)].find(({ long }) => long === flag)?.description ?? '');
  if (word.startsWith('-')) return [...(command === program ? [] : flagsOf(command)), ...flagsOf(program)];
  const known = command.registeredArguments;
  const last = known.at(-1);
  const argument = known[args.length] ?? (last?.variadic === true ? last : undefined);
  const given = argument === undefined ? [] : await values(argument.name(), typed);
  return [...(args.length === 0 ? commandsOf(command) : []), ...given.filter((each) => !args.includes(each.word))];
}

/** The help lists the values of a flag that has few: `text | json | ndjson`. */
function choicesOf(description: string): readonly Candidate[] {
  const choices = description.split(' | ');
  return choices.length > 1 && choices.every((choice) => /^[\w.-]+$/.test(choice)) ? choices.map((word) => ({ word, says: '' })) : [];
}

const commandsOf = (command: Command): readonly Candidate[] =>
  command
    .createHelp()
    .visibleCommands(command)
    .map((each) => ({ word: each.name(), says: each.description() }));

const optionsOf = (command: Command) => command.createHelp().visibleOptions(command);

const flagsOf = (command: Command): readonly Candidate[] =>
  optionsOf(command).flatMap(({ long, description }) => (long ? [{ word: long, says: description }] : []));
