export interface FileStat {
  readonly kind: 'file' | 'folder' | 'other';
  /** bytes */
  readonly size: number;
  /** Permission bits; 0 on Windows. */
  readonly mode: number;
  /** -1 where the system has none. */
  readonly uid: number;
  /** ms since the epoch */
  readonly modifiedAt: number;
}

/** Files of this machine. Every failure is a ProblemError: `file-missing`, `file-unreadable`, `file-is-folder`, `file-not-writable`, `file-exists`, `disk-full`. */
export interface Files {
  /** @param limit bytes; a larger file is refused with `file-too-large` (default 16 MiB) */
  read(path: string, limit?: number): Promise<Uint8Array>;
  /** Atomic: the old content or the new, never a part. Folders are made 0700. `exclusive`: never over an existing file. */
  write(path: string, data: string | Uint8Array, options: { readonly mode: number; readonly exclusive?: boolean }): Promise<void>;
  /** Appends and flushes to the disk before it returns. */
  append(path: string, data: string, options: { readonly mode: number }): Promise<void>;
  /** undefined where nothing lies there. */
  stat(path: string): Promise<FileStat | undefined>;
  /** Names, sorted; empty where the folder does not exist. */
  list(path: string): Promise<readonly string[]>;
  remove(path: string): Promise<void>;
  realPath(path: string): Promise<string>;
  /** One holder at a time, also between processes; a holder that died is replaced. @throws ProblemError `locked` naming what holds it */
  lock(path: string): Promise<AsyncDisposable>;
}
