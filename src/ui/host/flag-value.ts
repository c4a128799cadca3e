/** What a flag is given before the command line is read in order; undefined where it is not there. */
export function flagValue(argv: readonly string[], flag: string): string | undefined {
  const at = argv.findIndex((each) => each === flag || each.startsWith(`${flag}=`));
  const found = argv[at];
  return found === undefined ? undefined : found.includes('=') ? found.slice(flag.length + 1) : argv[at + 1];
}

/** `--lang` is needed before anything can be said. */
export const langFlag = (argv: readonly string[]): string | undefined => flagValue(argv, '--lang');
