import { resolve } from 'node:path';
import type { Session } from '../session.ts';

/** A file that was named on the command line. @throws ProblemError `file-missing`, `file-unreadable`, `file-too-large` */
export async function readFile({ files, host }: Session, path: string): Promise<Uint8Array> {
  return await files.read(resolve(host.cwd, path));
}
