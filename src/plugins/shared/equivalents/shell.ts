/** Option and value; `true` for one that takes none, undefined or false leaves it out. */
export type Options = readonly (readonly [string, string | number | boolean | undefined])[];

/** A command for bash, zsh or the Azure Cloud Shell: one option a line. */
export function command(words: string, options: Options): string {
  const given = options.flatMap(([name, argument]) => {
    if (argument === undefined || argument === false) return [];
    return [argument === true ? name : `${name} ${quoted(String(argument))}`];
  });
  return [words, ...given].join(' \\\n  ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
