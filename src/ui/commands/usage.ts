import type { CommanderError } from 'commander';
import type { Problem, Text } from '../../core/contracts/index.ts';
import { ProblemError } from '../../core/problems/problem-error.ts';
import { nearest } from '../../core/profile/nearest.ts';
import { code, say, value } from '../../core/text/say.ts';

/** A command that only has others below it was given alone: commander shows its help. */
const ALONE = 'commander.help';

export interface Known {
  readonly commands: readonly string[];
  readonly flags: readonly string[];
  /** What shows how the command that was meant is used. */
  readonly help: string;
  /** The first word, where it is no command. */
  readonly given: string | undefined;
}

/** A command line that cannot be read. */
export class UsageError extends ProblemError {
  /** For the schema's name: `cert-lint`; empty where no command is known. */
  readonly command: string;

  constructor(problem: Problem, command: string) {
    super(problem);
    this.command = command;
  }
}

/** What commander refused, in the words of this program, with the nearest name that exists. */
export function usageProblem(error: CommanderError, known: Known): Problem {
  if (error.code === 'commander.excessArguments' && known.given !== undefined) return problemOf('commander.unknownCommand', known.given, known);
  const given = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  return problemOf(error.code, given, known);
}

function problemOf(errorCode: string, given: string, known: Known): Problem {
  return {
    code: 'usage',
    owner: 'you',
    message: wordsFor(errorCode, errorCode === ALONE ? known.help.replace(/ --help$/, '') : given),
    next: nextFor(errorCode, given, known),
  };
}

function wordsFor(errorCode: string, given: string): Text {
  const named = { given: code(given) };
  switch (errorCode) {
    case 'commander.unknownOption':
      return say('There is no flag {given}.', 'フラグ {given} はありません。', named);
    case 'commander.unknownCommand':
      return say('There is no command {given}.', 'コマンド {given} はありません。', named);
    case 'commander.missingArgument':
      return say('Something is missing: {given}.', '引数が足りません: {given}', named);
    case 'commander.optionMissingArgument':
      return say('The flag {given} needs a value.', 'フラグ {given} には値が必要です。', named);
    case 'commander.excessArguments':
      return say('That is more than this command takes.', 'このコマンドには引数が多すぎます。');
    case ALONE:
      return say('{given} takes a command behind it.', '{given} の後にコマンドが必要です。', { given: value(given) });
    default:
      return say('The command line cannot be read: {given}', 'コマンド ラインを解釈できません: {given}', { given: value(given) });
  }
}

function nextFor(errorCode: string, given: string, known: Known): readonly Text[] {
  const help = say('See what there is: {command}', '使用できるものを確認してください: {command}', { command: code(known.help) });
  const among = errorCode === 'commander.unknownOption' ? known.flags : errorCode === 'commander.unknownCommand' ? known.commands : [];
  const close = nearest(given, among);
  return close === undefined ? [help] : [say('Did you mean {close}?', '{close} ではありませんか?', { close: code(close) }), help];
}
