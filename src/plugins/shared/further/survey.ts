import type { Files, PluginKind, Problem } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { say } from '../../../core/text/say.ts';
import { closedGraph, digestOf } from './graph.ts';
import { named, pluginProblem, trustFirst } from './problems.ts';
import { findSource, type Source } from './source.ts';
import { readTrusted, type Trusted } from './trust-store.ts';
import { guardWriters } from './writers.ts';

export interface SurveyOptions {
  readonly files: Files;
  /** The user's state folder. */
  readonly state: string;
  /** Folder that paths and packages are looked for from. */
  readonly base: string;
  readonly uid: number | undefined;
}

/** One entry of `plugins:`, looked at and not run. */
export interface Surveyed {
  readonly spec: string;
  readonly source?: Source;
  /** What was trusted of this entry, also where its source has changed since: kind and id are known then. */
  readonly trusted?: Trusted;
  /** Why it cannot be used. */
  readonly problem?: Problem;
}

/** Looks at every plugin that a profile file names: where it is, whether it was trusted, whether it is still the same. */
export async function survey(specs: readonly string[], options: SurveyOptions): Promise<readonly Surveyed[]> {
  const all = await readTrusted(options.files, options.state);
  const seen: Surveyed[] = [];
  for (const spec of new Set(specs)) seen.push(await look(spec, all, options));
  return withoutTwins(seen);
}

async function look(spec: string, all: readonly Trusted[], { files, base, uid }: SurveyOptions): Promise<Surveyed> {
  let about: Surveyed = { spec };
  try {
    const source = await findSource(files, spec, base);
    const trusted = all.find(({ entry }) => entry === source.entry);
    about = { spec, source, ...(trusted === undefined ? {} : { trusted }) };
    if (trusted === undefined) throw untrusted(spec);
    const graph = await closedGraph(files, spec, source.entry);
    await guardWriters(files, spec, [...graph.map(({ path }) => path), ...trusted.files.map(({ copy }) => copy)], uid);
    if (digestOf(graph) !== trusted.digest) throw changed(spec);
    return about;
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    return { ...about, problem: thrown.problem };
  }
}

// Two of one id: the first in the file counts, so that adding a plugin never changes what an older line means.
function withoutTwins(seen: readonly Surveyed[]): readonly Surveyed[] {
  const taken = new Set<string>();
  return seen.map((each) => {
    if (each.problem !== undefined || each.trusted === undefined) return each;
    const { kind, id } = each.trusted;
    if (taken.has(`${kind}/${id}`)) return { ...each, problem: duplicate(each.spec, kind, id).problem };
    taken.add(`${kind}/${id}`);
    return each;
  });
}

export function duplicate(spec: string, kind: PluginKind, id: string): ProblemError {
  return pluginProblem(
    'plugin-duplicate',
    say('{plugin} calls itself {id}, as another {kind} plugin does already.', '{plugin} の id {id} は、別の {kind} プラグインで既に使用されています。', {
      ...named(spec),
      id: { code: id },
      kind: { code: kind },
    }),
    say('Use one of them only.', 'どちらか一方だけを使用してください。'),
  );
}

function untrusted(spec: string): ProblemError {
  return pluginProblem(
    'plugin-untrusted',
    say('{plugin} is not trusted yet; nothing of it was run.', '{plugin} はまだ許可されていません。何も実行していません。', named(spec)),
    trustFirst(spec),
  );
}

function changed(spec: string): ProblemError {
  return pluginProblem(
    'plugin-changed',
    say('{plugin} has changed since it was trusted; nothing of it was run.', '{plugin} は許可後に変更されています。何も実行していません。', named(spec)),
    trustFirst(spec),
  );
}
