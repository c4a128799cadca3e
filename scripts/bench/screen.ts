import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { stripVTControlCharacters } from 'node:util';
import pty from '@lydell/node-pty';

const QUIET_MS = 25;
const LONGEST_MS = 2_000;

export interface Screen {
  /** ms from the start of the program until `text` was written. */
  until(text: string): Promise<number>;
  /** ms from a key to the next bytes. */
  press(key: string): Promise<number>;
  /** Bytes written so far. */
  bytes(): number;
  /** Until nothing has been written for a moment. */
  quiet(): Promise<void>;
  /** CPU time used so far; undefined where the system does not tell. */
  cpuMs(): number | undefined;
  /** Resident memory in bytes; undefined where the system does not tell. */
  resident(): number | undefined;
  end(): Promise<void>;
}

/** A program in a pseudo-terminal of 100x30. */
export function open(args: readonly string[], env: Readonly<Record<string, string>>): Screen {
  // Ink draws only its last frame where CI is set.
  const { CI: _ci, ...outside } = process.env;
  const start = performance.now();
  const child = pty.spawn(process.execPath, [...args], { name: 'xterm-256color', cols: 100, rows: 30, env: { ...outside, ...env } });
  let text = '';
  let written = 0;
  let heard: (() => void) | undefined;
  child.onData((data) => {
    written += Buffer.byteLength(data);
    text += stripVTControlCharacters(data);
    heard?.();
  });
  const ended = new Promise<void>((done) => child.onExit(() => done()));
  const nextBytes = () => new Promise<void>((done) => (heard = done));
  // What the last key still draws must not be taken for the answer to this one.
  const quiet = async (): Promise<void> => {
    while (await Promise.race([nextBytes().then(() => true), new Promise<false>((done) => setTimeout(done, QUIET_MS, false))]));
  };
  return {
    async until(wanted) {
      while (!text.includes(wanted)) await Promise.race([nextBytes(), ended.then(() => Promise.reject(new Error(`ended before: ${wanted}\n${text}`)))]);
      return performance.now() - start;
    },
    async press(key) {
      await quiet();
      const at = performance.now();
      const answer = nextBytes();
      child.write(key);
      // A key that changes nothing on the screen is not waited for for ever.
      await Promise.race([answer, new Promise((done) => setTimeout(done, LONGEST_MS))]);
      return performance.now() - at;
    },
    bytes: () => written,
    quiet,
    cpuMs() {
      // utime and stime of proc(5), in ticks of 10 ms.
      const fields = readProc(child.pid, 'stat')
        ?.replace(/^.*\) /s, '')
        .split(' ');
      return fields === undefined ? undefined : (Number(fields[11]) + Number(fields[12])) * 10;
    },
    resident() {
      const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readProc(child.pid, 'status') ?? '')?.[1];
      return kib === undefined ? undefined : Number(kib) * 1024;
    },
    async end() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Where the system has no /proc there is nothing to tell. */
function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
