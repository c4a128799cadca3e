import type { Answers, Driver, Environment, Outcome, Paths } from '../contracts/index.ts';
import type { Prepared } from '../engine/prepare.ts';
import type { RunOptions } from '../engine/run.ts';
import type { Store } from '../engine/store.ts';
import { isAbort, toProblem } from '../problems/to-problem.ts';
import { pathsIn } from '../profile/own-folder.ts';
import { flagsFor, type Source } from '../profile/profile-command.ts';
import type { Registry } from '../registry/registry.ts';
import { askAll, keptAnswers } from './ask.ts';
import { type Catalogue, wholeCatalogue } from './catalogue.ts';
import { advance, startAt, type WizardState } from './machine.ts';
import { pathOf } from './path.ts';

export interface SecureOptions extends RunOptions {
  readonly driver: Driver;
  readonly registry: Registry;
  readonly env: Environment;
  /** What is known already: from a profile, from `--set`. */
  readonly answers: Answers;
  readonly profile: string | undefined;
  /** Where that is, or is going to be written. */
  readonly source?: Source;
  readonly paths: Paths;
  /** Opened for the review, not before the first question. */
  readonly store: () => Promise<Store>;
  readonly redeploy: boolean;
  readonly signal: AbortSignal;
}

export type Secured =
  | { readonly type: 'ran'; readonly answers: Answers; readonly outcome: Outcome }
  /** Left before anything was sent; what was answered so far is there to be saved. */
  | { readonly type: 'quit'; readonly answers: Answers };

/** The guided way: ask, look, show the plan, and only then do it. Every answer can be changed from the review. */
export async function secure(options: SecureOptions): Promise<Secured> {
  let loaded: Promise<Catalogue> | undefined;
  const catalogue = () => (loaded ??= wholeCatalogue(options.registry));
  const paths = pathsIn(options.env, options.paths);
  const { env, signal, profile, source } = options;
  const contextOf = (answers: Answers) => ({ env, answers, signal, profile, paths, flags: flagsFor(env, answers, source) });
  let state = startAt(options.answers);
  for (;;) {
    const asked = await askAll({ driver: options.driver, catalogue, state, contextOf });
    if (asked.type === 'quit') return { type: 'quit', answers: keptAnswers(pathOf(await catalogue(), asked.state.answers, 'ask')) };
    state = asked.state;
    const answers = keptAnswers(asked.path);
    const next = await reviewed(options, answers);
    if (next.type === 'quit') return { type: 'quit', answers };
    if (next.type === 'approved') return { type: 'ran', answers, outcome: await watched(options, next.prepared) };
    state = returned(state, asked.path, next);
  }
}

type Reviewed =
  | { readonly type: 'approved'; readonly prepared: Prepared }
  | { readonly type: 'jump'; readonly key: string }
  | { readonly type: 'back' }
  | { readonly type: 'quit' };

// The engine is loaded here and not above: the first question need not wait for what the last one leads to.
async function reviewed(options: SecureOptions, answers: Answers): Promise<Reviewed> {
  const { prepare } = await import('../engine/prepare.ts');
  for (;;) {
    try {
      const prepared = await prepare({ ...options, store: await options.store(), answers });
      const action = await options.driver.review(prepared.review);
      if (action.type === 'approve') {
        if (!prepared.blocked) return { type: 'approved', prepared };
        continue;
      }
      return action;
    } catch (thrown) {
      if (isAbort(thrown, options.signal)) throw thrown;
      const choice = await options.driver.fail(toProblem(thrown), { retry: true });
      if (choice !== 'retry') return { type: choice };
    }
  }
}

function returned(
  state: WizardState,
  path: ReturnType<typeof pathOf>,
  to: { readonly type: 'jump'; readonly key: string } | { readonly type: 'back' },
): WizardState {
  return to.type === 'jump' ? advance(state, path, { type: 'jump', key: to.key }) : advance(state, path, { type: 'back', from: undefined });
}

async function watched(options: SecureOptions, prepared: Prepared): Promise<Outcome> {
  const { rememberOutcome } = await import('../engine/remember-outcome.ts');
  const { run } = await import('../engine/run.ts');
  const { events, outcome } = rememberOutcome(run(prepared, options));
  await options.driver.watch(events);
  return outcome();
}
