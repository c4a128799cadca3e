import type { MessagePort } from 'node:worker_threads';
import type { Format } from '../copied.ts';

/** What the thread of a plugin is started with. */
export interface StartData {
  readonly port: MessagePort;
  readonly mine: SharedArrayBuffer;
  readonly theirs: SharedArrayBuffer;
  /** URL of the entry's copy. */
  readonly entry: string;
  /** By URL of the copy. */
  readonly files: Readonly<Record<string, CopiedFile>>;
  /** What `amltls/plugin` means: the running program's. */
  readonly api: string;
}

export interface CopiedFile {
  readonly sha256: string;
  readonly format: Format;
  /** Specifier as written → URL of another copy, `node:…`, or `amltls/plugin`. */
  readonly imports: Readonly<Record<string, string>>;
}

/** The first word of the thread. */
export type Started = { readonly type: 'loaded'; readonly plugin: unknown } | { readonly type: 'not-loaded'; readonly error: unknown };
