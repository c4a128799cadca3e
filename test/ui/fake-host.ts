import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { BuiltIns } from '../../src/core/registry/registry.ts';
import { builtIns } from '../../src/plugins/index.ts';
import type { Host } from '../../src/ui/host/host.ts';
import { runProgram } from '../../src/ui/start.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Place extends AsyncDisposable {
  readonly cwd: string;
  readonly home: string;
  readonly host: (argv: readonly string[], more?: Partial<Host>) => Host;
  run(argv: readonly string[], more?: Partial<Host>, plugins?: BuiltIns): Promise<Ran>;
}

/** A folder below a home folder of its own, and the program run there with its streams caught. */
export async function createPlace(): Promise<Place> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'amltls-ui-')));
  const { mkdir } = await import('node:fs/promises');
  const home = join(root, 'home');
  const cwd = join(home, 'project');
  await mkdir(cwd, { recursive: true });
  const host = (argv: readonly string[], more: Partial<Host> = {}): Host => ({
    argv,
    env: {},
    cwd,
    home,
    platform: process.platform,
    uid: process.getuid?.(),
    nodeVersion: process.versions.node,
    execPath: process.execPath,
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    folders: { config: join(home, '.config', 'amltls'), state: join(home, '.local', 'state', 'amltls') },
    settings: {},
    root: new URL('../../', import.meta.url),
    signal: new AbortController().signal,
    stop: () => undefined,
    crashed: () => undefined,
    job: undefined,
    ...more,
  });
  return {
    cwd,
    home,
    host,
    async run(argv, more, plugins = builtIns) {
      const given = host(argv, more);
      const sandbox = () => Promise.reject(new Error('not in this test'));
      const code = await runProgram(given, { builtIns: plugins, sandbox });
      return { code, out: read(given.stdout), err: read(given.stderr) };
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

function read(stream: NodeJS.WritableStream): string {
  return stream instanceof PassThrough ? String(stream.read() ?? '') : '';
}
