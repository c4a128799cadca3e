/** An expression that stands as it is. */
export interface Expression {
  readonly python: string;
}

export type Argument = string | number | boolean | Expression;

/** Keyword (or `''` for a positional argument) and value; undefined leaves the argument out. */
export type Arguments = readonly (readonly [string, Argument | undefined])[];

/** A value as Python writes it. JSON's string escapes are Python's too. */
export function literal(argument: Argument): string {
  if (typeof argument === 'object') return argument.python;
  if (typeof argument === 'boolean') return argument ? 'True' : 'False';
  return JSON.stringify(argument);
}

/** A call; one argument a line where it would be hard to read otherwise. */
export function call(name: string, args: Arguments): string {
  const given = args.flatMap(([keyword, argument]) => {
    if (argument === undefined) return [];
    return [keyword === '' ? literal(argument) : `${keyword}=${literal(argument)}`];
  });
  const line = `${name}(${given.join(', ')})`;
  return given.length < 2 || line.length <= 88 ? line : `${name}(\n${indent(given.map((each) => `${each},`).join('\n'))}\n)`;
}

/** Four spaces before every line that holds something. */
export function indent(code: string): string {
  return code.replace(/^(?=.)/gm, '    ');
}

/** Statements one below the other. */
export function block(statements: readonly (string | undefined)[]): string {
  return statements.filter((statement) => statement !== undefined).join('\n');
}
