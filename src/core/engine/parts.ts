import type { Answers, CertificatePlugin, Context, DnsPlugin, Domain, Environment, Paths, StepId, TargetPlugin } from '../contracts/index.ts';
import { domainOf } from '../domain/domain-of.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { pathsIn } from '../profile/own-folder.ts';
import { flagsFor, type Source } from '../profile/profile-command.ts';
import type { Registry } from '../registry/registry.ts';
import { code, say } from '../text/say.ts';
import { chosenCatalogue } from '../wizard/catalogue.ts';
import type { Path } from '../wizard/path.ts';
import { refuseUnknown, resolveAnswers } from './resolve-answers.ts';
import type { Record as Kept, Store } from './store.ts';

export interface PartsOptions {
  readonly env: Environment;
  readonly registry: Registry;
  readonly answers: Answers;
  /** Its name, where the answers came from one. */
  readonly profile: string | undefined;
  /** Where that was read from. */
  readonly source?: Source | undefined;
  readonly paths: Paths;
  readonly store: Store;
  readonly signal: AbortSignal;
  /** The steps whose answers have to be there and right; default all. Switching TLS off needs no certificate. */
  readonly needs?: readonly StepId[];
}

/** What a profile's answers stand for: checked answers, the plugins they name, what amltls remembers of the resource. */
export interface Parts {
  readonly context: Context;
  readonly path: Path;
  readonly domain: Domain;
  readonly target: TargetPlugin;
  readonly certificate: CertificatePlugin | undefined;
  readonly dns: DnsPlugin | undefined;
  readonly kept: Kept;
  readonly source: Source | undefined;
}

/** @throws ProblemError `answers-missing`, `answers-invalid`, `answers-unknown`, `plugin-unknown` */
export async function resolveParts(options: PartsOptions): Promise<Parts> {
  const { env, signal, profile } = options;
  const paths = pathsIn(env, options.paths);
  const catalogue = await chosenCatalogue(options.registry, options.answers);
  refuseUnknown(catalogue, options.answers);
  const flags = flagsFor(env, options.answers, options.source);
  const contextOf = (answers: Answers): Context => ({ env, answers, signal, profile, paths, flags });
  const path = await resolveAnswers(catalogue, options.answers, contextOf, options.needs);
  return {
    path,
    context: contextOf(path.answers),
    target: catalogue.targets.get(String(path.answers['target.plugin'])) ?? noTarget(),
    certificate: catalogue.certificates.get(String(path.answers['certificate.plugin'])),
    dns: catalogue.dns.get(String(path.answers['dns.plugin'])),
    domain: domainOf(path.answers),
    kept: options.store.record(env, path.answers),
    source: options.source,
  };
}

function noTarget(): never {
  throw new ProblemError({
    code: 'answers-missing',
    owner: 'you',
    message: say('No target was chosen.', 'ターゲットが選択されていません。'),
    next: [say('Give it with {flag}, or in the profile.', '{flag} またはプロファイルで指定してください。', { flag: code('--set target.plugin=…') })],
  });
}
