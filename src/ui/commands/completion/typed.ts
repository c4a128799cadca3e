import type { Command } from 'commander';

/** A command line as far as it is typed. */
export interface Typed {
  readonly command: Command;
  /** The arguments before the word that is being typed. */
  readonly args: readonly string[];
  /** The flag whose value is being typed. */
  readonly flag: string | undefined;
  /** The word that is being typed, as far as it is there; of `--flag=value` the value. */
  readonly word: string;
  /** What stands before `word` in the same shell word: `--flag=`. */
  readonly lead: string;
  /** The last value of `--config`. */
  readonly config: string | undefined;
}

/** Reads what stands behind `amltls`, the last word being the one that is typed. Words that nothing is known of are passed over. */
export function readTyped(program: Command, words: readonly string[]): Typed {
  let command = program;
  let args: string[] = [];
  let flag: string | undefined;
  let config: string | undefined;
  const takes = (long: string) => [...command.options, ...program.options].some((option) => option.long === long && option.required);
  const given = (value: string): void => {
    if (flag === '--config') config = value;
    flag = undefined;
  };
  for (const word of words.slice(0, -1)) {
    // bash cuts `--flag=value` at the sign.
    if (word === '=') continue;
    const [long = '', ...value] = word.split('=');
    if (flag !== undefined) given(word);
    else if (word.startsWith('-')) {
      if (!takes(long)) continue;
      flag = long;
      if (value.length > 0) given(value.join('='));
    } else {
      const below = args.length === 0 ? command.commands.find((each) => each.name() === word) : undefined;
      if (below === undefined) args.push(word);
      else [command, args] = [below, []];
    }
  }
  const last = words.at(-1) ?? '';
  const [long = '', ...value] = last.split('=');
  if (flag === undefined && value.length > 0 && takes(long)) return { command, args, flag: long, word: value.join('='), lead: `${long}=`, config };
  return { command, args, flag, word: last === '=' ? '' : last, lead: '', config };
}
