import type { Answers, ExitCode, JsonObject } from '../../core/contracts/index.ts';
import { ProblemError } from '../../core/problems/problem-error.ts';
import { writtenAnswers } from '../../core/profile/book.ts';
import { profileOf } from '../../core/profile/flatten.ts';
import { toExtension } from '../../core/profile/to-extension.ts';
import { visible } from '../../core/text/visible.ts';
import { getCompute } from '../../plugins/shared/aks/resource.ts';
import { chooseProfiles } from './choose-profiles.ts';
import { eachProfile } from './each-profile.ts';
import { openEnvironment } from './environment.ts';
import { endPlan, writePlanned } from './plan.ts';
import { needBook, type UsableProfile, useProfile } from './profiles.ts';
import { type Session, tell } from './session.ts';

/** Prints the profile of the Kubernetes extension (v2) for profiles of AKS computes (v1). Nothing is changed, in no file and in no cluster. */
export async function migrate(session: Session, names: readonly string[], all: boolean): Promise<ExitCode> {
  const book = await needBook(session);
  const shown: JsonObject[] = [];
  const codes = await eachProfile(session, 'plan', chooseProfiles(book, names, all), async (name) => {
    const clusterId = await clusterIdOf(session, await useProfile(session, book, name));
    // As written: what comes out of a variable stays one.
    const moved = toExtension(writtenAnswers(book, name), clusterId);
    const profile = `${name}-v2`;
    const view = { profile: name, migrated: { [profile]: profileOf(moved.answers) }, notes: moved.notes.map(session.words) };
    shown.push(view);
    if (session.options.format === 'ndjson') writePlanned(session, view);
    if (session.options.format === 'text') {
      await printYaml(session, profile, moved.answers);
      for (const note of moved.notes) tell(session, note);
    }
    return { status: 'unchanged', exitCode: 0, changed: false };
  });
  endPlan(session, shown, codes);
  return codes.exitCode;
}

async function printYaml(session: Session, profile: string, answers: Answers): Promise<void> {
  const { stringify } = await import('yaml');
  const text = stringify({ [profile]: profileOf(answers) }, { lineWidth: 0 });
  // Indented as it stands below `profiles:`.
  for (const line of text.trimEnd().split('\n')) session.out.line(`  ${visible(line)}`);
}

/** What the compute says of its cluster; undefined where the profile names it, or where nobody can be asked. */
async function clusterIdOf(session: Session, { name, answers, paths }: UsableProfile): Promise<string | undefined> {
  const named = answers['target.clusterId'] ?? answers['target.clusterName'];
  if (named !== undefined || answers['target.computeName'] === undefined) return undefined;
  await using env = await openEnvironment(session, answers);
  try {
    const compute = await getCompute({ env, answers: { ...env.defaults, ...answers }, signal: session.signal, profile: name, paths });
    return compute?.resourceId;
  } catch (thrown) {
    session.signal.throwIfAborted();
    if (thrown instanceof ProblemError) return undefined;
    throw thrown;
  }
}
