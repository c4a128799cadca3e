import { isAbsolute, join, normalize, sep } from 'node:path';
import type { Answers, Context, Environment, Files, PluginKind, SecretRef, Secrets } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import type { KnownSecrets } from './known-secrets.ts';
import { misbehaved, named } from './problems.ts';

export interface Confined {
  readonly spec: string;
  readonly kind: PluginKind;
  readonly id: string;
  readonly secrets: KnownSecrets;
  /** References that the engine handed over: a target's bundle. */
  readonly granted: ReadonlySet<string>;
  /** Contexts that were confined already: the same object again, so that references to its functions stay the same. */
  readonly contexts: WeakMap<Context, Context>;
}

const SHARED = ['environment', 'azure', 'domain'];

/**
 * The context that a further plugin is handed: the answers that concern it, its own folder, and secrets and files only where an answer to a
 * question of its own, or the engine, names them. No jail (trusted code has the user's rights), but nothing is handed out unasked.
 */
export function confine(context: Context, confined: Confined): Context {
  const known = confined.contexts.get(context);
  if (known !== undefined) return known;
  const own = join(context.paths.own, `plugin-${confined.kind}-${confined.id}`);
  const answers = answersFor(context.answers, confined.kind);
  const paths = { resolve: context.paths.resolve, own };
  const given: Context = { ...context, answers, paths, env: environmentFor(context, answers, own, confined) };
  confined.contexts.set(context, given);
  return given;
}

function answersFor(answers: Answers, kind: PluginKind): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => [...SHARED, kind].includes(key.split('.', 1)[0] ?? '')));
}

function environmentFor({ env, paths }: Context, answers: Answers, own: string, confined: Confined): Environment {
  const { id, title, practice, cloud, clock, arm, inventory, dns, tls, http, registrar, defaults } = env;
  const namedPaths = ownAnswers(answers, confined.kind).map((answer) => paths.resolve(answer));
  // `..` is taken out before anything is compared, and a path that begins nowhere is no path.
  const mayTouch = (path: string) =>
    isAbsolute(path) && [own, ...namedPaths].some((place) => normalize(path) === place || normalize(path).startsWith(place + sep));
  return {
    ...{ id, title, practice, cloud, clock, arm, inventory, dns, tls, http, defaults },
    files: filesFor(env.files, (path) => {
      if (!mayTouch(path)) throw refused('plugin-file-refused', path, confined);
    }),
    secrets: secretsFor(env.secrets, confined, (ref) => {
      const byAnswer = ref.from === 'file' ? mayTouch(ref.name) : ownAnswers(answers, confined.kind).includes(ref.name);
      if (!byAnswer && !confined.granted.has(refKey(ref))) throw refused('plugin-secret-refused', ref.name, confined);
    }),
    // Records are the business of DNS plugins alone.
    ...(registrar === undefined || confined.kind !== 'dns' ? {} : { registrar }),
  };
}

function ownAnswers(answers: Answers, kind: PluginKind): readonly string[] {
  return Object.entries(answers).flatMap(([key, answer]) =>
    key.startsWith(`${kind}.`) && key !== `${kind}.plugin` && typeof answer === 'string' && answer.trim() !== '' ? [answer] : [],
  );
}

export function refKey({ from, name }: SecretRef): string {
  return `${from}:${name}`;
}

function filesFor(files: Files, guard: (path: string) => void): Files {
  const guarded =
    <A extends readonly unknown[], R>(work: (path: string, ...rest: A) => Promise<R>) =>
    async (path: string, ...rest: A): Promise<R> => {
      guard(path);
      return await work(path, ...rest);
    };
  return {
    read: guarded(files.read),
    write: guarded(files.write),
    append: guarded(files.append),
    stat: guarded(files.stat),
    list: guarded(files.list),
    remove: guarded(files.remove),
    realPath: guarded(files.realPath),
    lock: guarded(files.lock),
  };
}

function secretsFor(secrets: Secrets, confined: Confined, guard: (ref: SecretRef) => void): Secrets {
  return {
    async resolve(ref, signal) {
      guard(ref);
      const secret = await secrets.resolve(ref, signal);
      confined.secrets.remember(secret);
      return secret;
    },
  };
}

function refused(codeWord: string, what: string, { spec, kind }: Confined): ProblemError {
  return new ProblemError(
    misbehaved(
      codeWord,
      say(
        '{plugin} asked for {what}, which no answer of {section} names; it was not given.',
        '{plugin} は {section} の回答で指定されていない {what} を要求したため、渡しませんでした。',
        { ...named(spec), what: value(what), section: code(`${kind}.*`) },
      ),
    ),
  );
}
