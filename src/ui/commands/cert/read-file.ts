import { resolve } from 'node:path';
import type { Session } from '../session.ts';

/** Bytes: ten times the largest certificate file that was ever seen to be meant seriously. */
export const LARGEST = 16 * 1024 * 1024;

/** A file that was named on the command line. @throws ProblemError `file-missing`, `file-unreadable`, `file-too-large` */
export async function readFile({ files, host }: Session, path: string): Promise<Uint8Array> {
  return await files.read(resolve(host.cwd, path), LARGEST);
}
