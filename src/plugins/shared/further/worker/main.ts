import { parentPort, workerData } from 'node:worker_threads';
import { createLink } from '../rpc/link.ts';
import { guardImports } from './hooks.ts';
import { keepDescriptorsQuiet } from './quiet.ts';
import type { StartData, Started } from './start-data.ts';

// The thread of one plugin: loads its trusted copy and answers for it. Nothing that happens to this thread's globals reaches the program.
const { port, mine, theirs, entry, files, api } = workerData as StartData;
const link = createLink({ port, mine: new Int32Array(mine), theirs: new Int32Array(theirs) });
const tell = (started: Started): void => parentPort?.postMessage(started);

keepDescriptorsQuiet();
guardImports({ files, api });
try {
  const module = (await import(entry)) as { readonly default?: unknown };
  tell({ type: 'loaded', plugin: link.encode(module.default) });
} catch (thrown) {
  tell({ type: 'not-loaded', error: link.encode(thrown instanceof Error ? thrown : new Error(String(thrown))) });
}
