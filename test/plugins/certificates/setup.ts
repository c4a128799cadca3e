import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answers, CertificatePlugin, Change, ChangeEvent, Context, Environment, Json, Problem } from '../../../src/core/contracts/index.ts';
import { ProblemError } from '../../../src/core/problems/problem-error.ts';
import { createFiles, createSecrets } from '../../../src/plugins/shared/local/index.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { virtualClock } from '../../helpers/virtual-clock.ts';

export interface Desk {
  readonly folder: string;
  readonly context: Context;
  /** A file in the folder; returns its absolute path. */
  put(name: string, content: string | Uint8Array): Promise<string>;
  /** Every file below the folder with its content, for "nothing changed". */
  files(): Readonly<Record<string, string>>;
  /** The same desk with other answers. */
  answered(answers: Answers): Context;
}

export interface DeskOptions {
  readonly answers?: Answers;
  readonly roots?: readonly string[];
  /** ms since the epoch; default: the wall clock, in which openssl dates. */
  readonly at?: number;
  readonly practice?: boolean;
}

/** A folder and an environment of real parts, as far as certificate plugins look. Relative paths are relative to the folder. */
export async function desk({ answers = {}, roots = [], at = Date.now() + 60_000, practice = false }: DeskOptions = {}): Promise<Desk> {
  const folder = await tempFolder();
  const files = createFiles();
  const env = {
    id: 'test',
    practice,
    clock: virtualClock(at),
    files,
    secrets: createSecrets(files, { variables: {} }),
    tls: { roots: async () => roots },
  } as unknown as Environment;
  const paths = { resolve: (path: string) => join(folder, path), own: join(folder, 'own') };
  const answered = (given: Answers): Context => ({ env, answers: given, signal: new AbortController().signal, profile: 'contoso', paths });
  return {
    folder,
    context: answered(answers),
    answered,
    async put(name, content) {
      await writeFile(join(folder, name), content);
      return join(folder, name);
    },
    files: () => contents(folder),
  };
}

export const codes = (findings: readonly { readonly code: string; readonly severity: string }[]): string[] =>
  findings.map(({ code, severity }) => `${code} ${severity}`);

/** The problem that stops it. */
export async function stopped(work: Promise<unknown>): Promise<Problem> {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof ProblemError) return thrown.problem;
  throw new Error('expected a problem', { cause: thrown });
}

export async function applied(change: Change, context: Context): Promise<{ readonly events: readonly ChangeEvent[]; readonly receipt: Json }> {
  const events: ChangeEvent[] = [];
  const running = change.apply(context);
  for (;;) {
    const next = await running.next();
    if (next.done === true) return { events, receipt: next.value };
    events.push(next.value);
  }
}

export async function planned(plugin: CertificatePlugin, context: Context, names: readonly string[] = ['www.contoso.com']) {
  return await plugin.plan(names, context);
}

function contents(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(entries.map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), 'latin1')]));
}
