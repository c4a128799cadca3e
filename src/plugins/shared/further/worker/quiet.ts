import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * stdout of the program is data. Node hands this thread's `process.stdout` to the program instead of the terminal; the same is done here for
 * those who write to the descriptors 1 and 2 by `node:fs`. A courtesy against slips, no jail: trusted code has the user's rights.
 */
export function keepDescriptorsQuiet(): void {
  const { writeSync, write } = fs;
  const streamOf = (fd: number) => (fd === 1 ? process.stdout : fd === 2 ? process.stderr : undefined);
  fs.writeSync = ((fd: number, data: string | Uint8Array, ...rest: never[]) => {
    const stream = streamOf(fd);
    if (stream === undefined) return Reflect.apply(writeSync, fs, [fd, data, ...rest]) as number;
    stream.write(data);
    return Buffer.byteLength(data);
  }) as typeof fs.writeSync;
  fs.write = ((fd: number, data: string | Uint8Array, ...rest: unknown[]) => {
    const stream = streamOf(fd);
    if (stream === undefined) return Reflect.apply(write, fs, [fd, data, ...rest] as never);
    stream.write(data);
    const done = rest.at(-1);
    if (typeof done === 'function') queueMicrotask(() => done(null, Buffer.byteLength(data), data));
  }) as typeof fs.write;
  syncBuiltinESMExports();
}
