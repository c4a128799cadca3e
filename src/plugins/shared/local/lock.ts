import { rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, date, say, value } from '../../../core/text/say.ts';
import { makeFolder } from './atomic-write.ts';
import { systemCode } from './file-problems.ts';
import { forgetHolder, holderFile, isGone, readHolder, thisProcess } from './lock-holder.ts';

const HEARTBEAT_MS = 2_000;
const SILENT_MS = 10_000;
// Two missed heartbeats more: a machine that just woke up gives its processes the time to beat again.
const SECOND_LOOK_MS = 5_000;
// proper-lockfile would replace a silent holder by itself, but lets two contenders in who notice it at the same moment.
const NEVER_MS = 365 * 86_400_000;

/** `lost` is aborted when somebody replaced this holder: what the lock guarded is theirs now. */
export interface Lock extends AsyncDisposable {
  readonly lost: AbortSignal;
}

interface Held {
  readonly lost: AbortSignal;
  readonly release: () => Promise<void>;
}

/**
 * One holder at a time, also between processes. A holder whose process is gone is replaced at once, one that has been
 * silent (another machine, a stopped process) after a second look. The lock is the folder `<path>.lock`.
 */
export async function lockFile(path: string): Promise<Lock> {
  await makeFolder(dirname(path));
  const held = (await acquire(path)) ?? (await takeOver(path));
  if (held === undefined) throw await locked(path);
  return {
    lost: held.lost,
    async [Symbol.asyncDispose]() {
      if (held.lost.aborted) return;
      await forgetHolder(path);
      // Already replaced or removed by hand: nothing is left to release.
      await held.release().catch(() => undefined);
    },
  };
}

/** undefined where somebody holds it. */
async function acquire(path: string): Promise<Held | undefined> {
  const held = await mark(path, NEVER_MS);
  if (held !== undefined) await writeFile(holderFile(path), JSON.stringify(thisProcess()), { mode: 0o600 });
  return held;
}

async function mark(path: string, stale: number): Promise<Held | undefined> {
  const { lock } = await import('proper-lockfile');
  const lost = new AbortController();
  try {
    const release = await lock(path, { realpath: false, stale, update: HEARTBEAT_MS, onCompromised: (error) => lost.abort(error) });
    return { lost: lost.signal, release };
  } catch (error) {
    if (systemCode(error) === 'ELOCKED') return undefined;
    throw error;
  }
}

/** Only one contender at a time may replace a dead holder, or two would: the second removing the first's fresh lock. */
async function takeOver(path: string): Promise<Held | undefined> {
  if (!(await holderDied(path))) return undefined;
  const guard = await mark(`${path}.takeover`, SILENT_MS);
  if (guard === undefined) return undefined;
  try {
    if (!(await holderDied(path))) return await acquire(path);
    await forgetHolder(path);
    await rm(`${path}.lock`, { recursive: true, force: true });
    return await acquire(path);
  } finally {
    await guard.release();
  }
}

async function holderDied(path: string): Promise<boolean> {
  const beat = await heartbeat(path);
  if (beat === undefined) return false;
  const holder = await readHolder(path);
  // A note older than the lock was left by somebody before: this holder has not written his yet.
  if (holder !== undefined && beat.notedSince && isGone(holder)) return true;
  if (Date.now() - beat.at < SILENT_MS) return false;
  await delay(SECOND_LOOK_MS);
  return (await heartbeat(path))?.at === beat.at;
}

async function heartbeat(path: string): Promise<{ readonly at: number; readonly notedSince: boolean } | undefined> {
  const [folder, note] = await Promise.all([stat(`${path}.lock`).catch(() => undefined), stat(holderFile(path)).catch(() => undefined)]);
  if (folder === undefined) return undefined;
  return { at: folder.mtimeMs, notedSince: note !== undefined && note.mtimeMs >= folder.birthtimeMs };
}

async function locked(path: string): Promise<ProblemError> {
  const holder = await readHolder(path);
  return new ProblemError({
    code: 'locked',
    owner: 'you',
    exit: 1,
    message:
      holder === undefined
        ? say('{path} is in use by another amltls.', '{path} は別の amltls が使用しています。', { path: value(path) })
        : say('{path} is in use by process {pid} on {host} since {since}.', '{path} は {host} のプロセス {pid} が {since} から使用しています。', {
            path: value(path),
            pid: value(String(holder.pid)),
            host: value(holder.host),
            since: date(holder.since),
          }),
    next: [
      say('Wait until it has finished, or end it; then run the command again.', '終了を待つか、そのプロセスを終了してから、もう一度実行してください。'),
      say('If nothing is running, remove the folder {folder}.', '実行中のものがない場合は、フォルダー {folder} を削除してください。', {
        folder: code(`${path}.lock`),
      }),
    ],
  });
}
