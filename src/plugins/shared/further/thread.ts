import { pathToFileURL } from 'node:url';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { Problem, Text } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, duration, say, value } from '../../../core/text/say.ts';
import { misbehaved, named } from './problems.ts';
import { createLink, type Link } from './rpc/link.ts';
import type { Trusted } from './trust-store.ts';
import type { CopiedFile, StartData, Started } from './worker/start-data.ts';

const LOOK_EVERY = 100; // ms
/** A wizard waits for every plugin: reading a few files takes no longer. */
const LOADING_MS = 10_000;
const HEAP_MB = 512;
const ANSWERS_AT_ONCE_MS = 2000;
/** What a plugin needs of the variables; others, keys among them, are none of its business unless a question of its own names them. */
const VARIABLES = /^(HOME|USERPROFILE|PATH|TMPDIR|TEMP|TMP|SystemRoot|LANG|LC_\w+|TZ|(HTTPS?|NO|ALL)_PROXY|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR))$/i;

export interface ThreadOptions {
  /** As the profile file names it. */
  readonly spec: string;
  readonly trusted: Trusted;
  /** URLs of the built program's parts. */
  readonly parts: { readonly worker: URL; readonly api: URL };
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** ms without a word and without waiting for anybody, after which a plugin counts as hung. */
  readonly limitMs: number;
  /** What it prints goes here, never to stdout. */
  readonly printed: (stream: 'stdout' | 'stderr', text: string) => void;
}

export interface Thread {
  readonly link: Link;
  /** What the plugin's module exports by default. */
  readonly exported: unknown;
  /** Waits for an answer of the plugin as long as it gives signs of life. @throws ProblemError `plugin-hung`, `plugin-ended` */
  alive<T>(answer: Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Starts a plugin in a thread of its own. @throws ProblemError `plugin-hung`, `plugin-ended`, `plugin-import-failed` */
export async function startThread(options: ThreadOptions): Promise<Thread> {
  const { spec, limitMs } = options;
  const { worker, link, lastSign, ended } = spawn(options);
  const stop = (problem: Problem): ProblemError => {
    const error = new ProblemError(problem);
    link.fail(error);
    void worker.terminate();
    return error;
  };
  const alive = async <T>(answer: Promise<T>, limit = limitMs): Promise<T> => {
    lastSign.at = performance.now();
    const hung = Promise.withResolvers<never>();
    const timer = setInterval(() => {
      // Somebody who waits for us, or for the network through us, is not hung.
      if (link.serving() > 0) lastSign.at = performance.now();
      else if (performance.now() - lastSign.at > limit) hung.reject(stop(hungProblem(spec, limit)));
    }, LOOK_EVERY);
    try {
      return await Promise.race([answer, hung.promise, ended]);
    } finally {
      clearInterval(timer);
      hung.promise.catch(() => undefined);
    }
  };
  const started = Promise.withResolvers<Started>();
  worker.once('message', (message: Started) => started.resolve(message));
  const first = await alive(started.promise, Math.min(limitMs, LOADING_MS));
  if (first.type === 'not-loaded') throw stop(importFailed(spec, link.decode(first.error)));
  return { link, exported: link.decode(first.plugin), alive, close: async () => void (await worker.terminate()) };
}

function spawn(options: ThreadOptions) {
  const { spec, trusted, parts, limitMs } = options;
  const { port1, port2 } = new MessageChannel();
  const [mine, theirs] = [new SharedArrayBuffer(4), new SharedArrayBuffer(4)];
  const data: StartData = { port: port2, mine: theirs, theirs: mine, ...graphOf(trusted), api: parts.api.href };
  const worker = new Worker(parts.worker, {
    workerData: data,
    transferList: [port2],
    stdout: true,
    stderr: true,
    // An environment is what resolves secrets for all others: it sees what the program sees.
    env: Object.fromEntries(Object.entries(options.variables).filter(([name]) => trusted.kind === 'environment' || VARIABLES.test(name))),
    execArgv: [],
    argv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  for (const name of ['stdout', 'stderr'] as const) worker[name].setEncoding('utf8').on('data', (text: string) => options.printed(name, text));
  const end = Promise.withResolvers<never>();
  const lastSign = { at: performance.now() };
  const link = createLink({
    port: port1,
    mine: new Int32Array(mine),
    theirs: new Int32Array(theirs),
    syncLimitMs: Math.min(limitMs, ANSWERS_AT_ONCE_MS),
    onSyncLimit: () => {
      const error = new ProblemError(hungProblem(spec, Math.min(limitMs, ANSWERS_AT_ONCE_MS)));
      link.fail(error);
      void worker.terminate();
      return error;
    },
    onGarbage: (cause) => {
      const error = new ProblemError(garbledProblem(spec, cause));
      link.fail(error);
      end.reject(error);
      void worker.terminate();
    },
    onActivity: () => {
      lastSign.at = performance.now();
    },
  });
  port1.unref();
  const over = (cause: unknown) => {
    const error = new ProblemError(endedProblem(spec, cause));
    link.fail(error);
    end.reject(error);
  };
  worker.once('error', over);
  worker.once('exit', (exitCode) => over(exitCode));
  end.promise.catch(() => undefined);
  return { worker, link, lastSign, ended: end.promise };
}

function graphOf({ files }: Trusted): Pick<StartData, 'entry' | 'files'> {
  const urls = new Map(files.map(({ path, copy }) => [path, pathToFileURL(copy).href]));
  const copied = files.map(({ copy, sha256, format, imports }): [string, CopiedFile] => [
    pathToFileURL(copy).href,
    { sha256, format, imports: Object.fromEntries(Object.entries(imports).map(([specifier, target]) => [specifier, urls.get(target) ?? target])) },
  ]);
  return { entry: pathToFileURL(files[0]?.copy ?? '').href, files: Object.fromEntries(copied) };
}

function hungProblem(spec: string, limitMs: number): Problem {
  return misbehaved(
    'plugin-hung',
    say('{plugin} gave no sign of life for {limit}; it was stopped.', '{plugin} は {limit} 応答がなかったため、停止しました。', {
      ...named(spec),
      limit: duration(limitMs),
    }),
  );
}

function endedProblem(spec: string, cause: unknown): Problem {
  const words: Text =
    cause instanceof Error
      ? say('{plugin} broke off: {reason}', '{plugin} は異常終了しました: {reason}', { ...named(spec), reason: value(cause.message) })
      : say('{plugin} ended by itself ({code}).', '{plugin} は途中で終了しました ({code})。', { ...named(spec), code: code(String(cause)) });
  return misbehaved('plugin-ended', words, cause);
}

function garbledProblem(spec: string, cause: unknown): Problem {
  return misbehaved(
    'plugin-garbled',
    say('{plugin} sent what amltls cannot read; it was stopped.', '{plugin} から解釈できないデータを受信したため、停止しました。', named(spec)),
    cause,
  );
}

function importFailed(spec: string, thrown: unknown): Problem {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return misbehaved(
    'plugin-import-failed',
    say('{plugin} cannot be loaded: {reason}', '{plugin} を読み込めません: {reason}', { ...named(spec), reason: value(reason) }),
    thrown,
  );
}
