import { chmod, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { stateDamaged, stateNewer, stateUnusable } from './state-problems.ts';
import { type WorldState, worldState } from './world-state.ts';

/** The one document and its file. One process at a time holds it. */
export interface Store {
  /** Changed in place by the world; `save` makes it last. */
  readonly state: WorldState;
  /** Resolves when what `state` holds now is on the disk; calls while a write is under way share the next one. @throws ProblemError `sandbox-state-unusable` */
  save(): Promise<void>;
  /** Saves within a second: for what may be lost in a crash, such as the log of reading requests. */
  saveSoon(): void;
  /** Ends `saveSoon` and saves. */
  close(): Promise<void>;
  /** Never writes again: another process holds the state now. */
  abandon(): void;
}

const SOON_MS = 1000;

export const stateFile = (stateDir: string): string => join(stateDir, 'state.json');

/**
 * The state kept in a folder, undefined where there is none yet.
 * @throws ProblemError `sandbox-state-damaged`, `sandbox-state-version`, `sandbox-state-unusable`
 */
export async function openStore(stateDir: string): Promise<Store | undefined> {
  const file = stateFile(stateDir);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw stateUnusable(file, error);
  });
  return text === undefined ? undefined : keeper(stateDir, parseState(file, text));
}

/** Begins a state and writes it. @throws ProblemError `sandbox-state-unusable` */
export async function createStore(stateDir: string, state: WorldState): Promise<Store> {
  const store = keeper(stateDir, state);
  await store.save();
  return store;
}

function parseState(file: string, text: string): WorldState {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw stateDamaged(file, 'JSON', error);
  }
  if (typeof document === 'object' && document !== null && 'version' in document && document.version !== 1) throw stateNewer(file);
  const parsed = worldState.safeParse(document);
  if (parsed.success) return parsed.data;
  throw stateDamaged(file, parsed.error.issues[0]?.path.join('.') ?? '', parsed.error.issues[0]?.message);
}

function keeper(stateDir: string, state: WorldState): Store {
  const file = stateFile(stateDir);
  let writing: Promise<void> | undefined;
  let queued: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let abandoned = false;

  const write = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (abandoned) return;
    try {
      await mkdir(stateDir, { recursive: true, mode: 0o700 });
      await chmod(stateDir, 0o700);
      await writeFileAtomic(file, JSON.stringify(state), { mode: 0o600 });
    } catch (error) {
      throw stateUnusable(file, error);
    }
  };
  const begin = (): Promise<void> => {
    const current = write().finally(() => {
      if (writing === current) writing = undefined;
    });
    writing = current;
    return current;
  };
  const save = (): Promise<void> => {
    if (writing === undefined) return begin();
    queued ??= writing
      .catch(() => undefined)
      .then(() => {
        queued = undefined;
        return begin();
      });
    return queued;
  };

  return {
    state,
    save,
    saveSoon() {
      timer ??= setTimeout(() => {
        save().catch(() => undefined);
      }, SOON_MS).unref();
    },
    async close() {
      clearTimeout(timer);
      timer = undefined;
      await save();
    },
    abandon() {
      abandoned = true;
      clearTimeout(timer);
    },
  };
}
