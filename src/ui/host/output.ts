import { redactText } from '../../core/redact/redact.ts';

/** One way out of the program: whole lines, nothing secret in them. */
export interface Output {
  line(text: string): void;
  /** Everything written so far has left, or nobody reads any more. */
  flushed(): Promise<void>;
}

/** Values that came out of variables: written as the variable that they came from. */
export type Hidden = Map<string, string>;

const SHORTEST = 4;

/** @param hidden variable name → value; looked at for each line, so that later ones count too */
export function createOutput(stream: NodeJS.WritableStream, hidden: Hidden): Output {
  let open = true;
  // A reader that has gone (`| head`) is no failure: the work goes on, its words go nowhere.
  stream.on('error', () => {
    open = false;
  });
  let last: Promise<void> = Promise.resolve();
  return {
    line(text) {
      if (!open) return;
      last = new Promise((resolve) => stream.write(`${hide(redactText(text), hidden)}\n`, () => resolve()));
    },
    flushed: () => last,
  };
}

/** Replaces the values of variables by their names. Very short values are left: they would turn up by chance everywhere. */
export function hide(text: string, hidden: Hidden): string {
  let shown = text;
  for (const [name, value] of hidden) {
    if (value.length < SHORTEST) continue;
    shown = shown.replaceAll(value, `\${env:${name}}`);
    const escaped = JSON.stringify(value).slice(1, -1);
    if (escaped !== value) shown = shown.replaceAll(escaped, `\${env:${name}}`);
  }
  return shown;
}
