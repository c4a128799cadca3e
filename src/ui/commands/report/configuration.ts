import type { Json, JsonObject } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { findProfileFile } from '../../../core/profile/find.ts';
import { answersOf } from '../../../core/profile/flatten.ts';
import { HOOK_EVENTS, type Hook } from '../../../core/profile/hooks.ts';
import { inspectProfiles } from '../../../core/profile/parse.ts';
import { variablesIn } from '../../../core/profile/placeholders.ts';
import { trustedBy } from '../../../core/profile/trust.ts';
import { findOptions } from '../profiles.ts';
import type { Session } from '../session.ts';

/** The profile file as it stands, right or wrong; variables stay names. */
export async function configuration(session: Session): Promise<{ readonly view: JsonObject; readonly variables: readonly string[] }> {
  const { files, host, words } = session;
  try {
    const found = await findProfileFile(await findOptions(session));
    if (found === undefined) return { view: { file: null }, variables: [] };
    const { plugins, hooks, profiles, faults } = inspectProfiles(found.text, found.path);
    const answers = [...profiles].map(([name, profile]) => [name, answersOf(profile)] as const);
    const trusted = await trustedBy(files, host.folders.state, found.path);
    const view: JsonObject = {
      file: found.path,
      plugins,
      hooks: HOOK_EVENTS.flatMap((event) => hooks.on[event].map((hook) => ({ event, ...hookView(hook) }))),
      trusted: { variables: trusted.env, hooks: trusted.hooks !== undefined },
      profiles: Object.fromEntries(answers),
      faults: faults.map(({ line, column, key, message }) => ({ line, column, place: key, message: words(message) })),
    };
    return { view, variables: answers.flatMap(([, all]) => Object.values(all).flatMap((each: Json) => variablesIn(each))) };
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    return { view: { problem: thrown.problem.code, message: words(thrown.problem.message) }, variables: [] };
  }
}

// Arguments and the path of a webhook are where people put tokens.
function hookView(hook: Hook): JsonObject {
  return hook.kind === 'command' ? { command: hook.argv[0] ?? '', arguments: hook.argv.length - 1 } : { webhook: new URL(hook.url).origin };
}
