import { homedir } from 'node:os';
import { type Folders, userFolders } from './folders.ts';
import { createJob, type Job } from './job.ts';
import { readSettings, type Settings } from './settings.ts';
import { listenForSignals, type Signals } from './signals.ts';

type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };
type Sink = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };

/** All that the program takes from the process it runs in; nothing else names `process`. */
export interface Host {
  /** Without node and script. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  /** undefined where the system has none. */
  readonly uid: number | undefined;
  readonly nodeVersion: string;
  /** The Node that runs this, absolute. */
  readonly execPath: string;
  readonly stdin: Input;
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly folders: Folders;
  readonly settings: Settings;
  /** The package's own folder, ending in a slash. */
  readonly root: URL;
  /** Aborted by SIGINT and SIGTERM, with an `Interrupted` as its reason. */
  readonly signal: AbortSignal;
  /** What a signal does, for UIs that read Ctrl-C as a key. */
  readonly stop: Signals['stop'];
  readonly crashed: Signals['crashed'];
  /** undefined where there are no jobs. */
  readonly job: Job | undefined;
}

/** For what draws by itself and asks nobody: prompts. */
export function switchColorOff(): void {
  delete process.env['FORCE_COLOR'];
  process.env['NO_COLOR'] = '1';
}

export function createHost(root: URL): Host {
  const { platform } = process;
  const folders = userFolders(platform);
  return {
    argv: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    home: homedir(),
    platform,
    uid: process.getuid?.(),
    nodeVersion: process.versions.node,
    execPath: process.execPath,
    // Opened by whoever reads it: that takes longer than most of what a short command does.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    folders,
    settings: readSettings(folders.config, process.env),
    root,
    ...listenForSignals(),
    job: createJob(platform),
  };
}
