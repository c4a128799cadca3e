import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Files } from '../../../../core/contracts/index.ts';
import { ProblemError } from '../../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../../core/text/say.ts';

export interface PairPlace {
  readonly certFile: string;
  readonly keyFile: string;
}

/** Where a pair goes in a folder. */
export const placeIn = (folder: string): PairPlace => ({ certFile: join(folder, 'fullchain.pem'), keyFile: join(folder, 'key.pem') });

/**
 * Refuses before anything is opened or asked for: files that are there, a folder that cannot be written.
 * @throws ProblemError `file-exists`, `file-not-writable`, `disk-full`
 */
export async function refusePlace(files: Files, folder: string, overwrite: boolean): Promise<void> {
  for (const path of Object.values(placeIn(folder))) if (!overwrite && (await files.stat(path)) !== undefined) throw exists(path);
  const probe = join(folder, `.amltls-${randomBytes(6).toString('hex')}.tmp`);
  await files.write(probe, '', { mode: 0o600, exclusive: true });
  await files.remove(probe);
}

/**
 * Writes both files so that no crash leaves a new key beside an old certificate: the old certificate goes first, then the key is
 * written, then the certificate. Each file is old or new, never half.
 */
export async function writePair(
  files: Files,
  folder: string,
  pair: { readonly chainPem: string; readonly keyPem: string | undefined },
  overwrite: boolean,
): Promise<void> {
  const { certFile, keyFile } = placeIn(folder);
  const exclusive = !overwrite;
  if (pair.keyPem === undefined) return await files.write(certFile, pair.chainPem, { mode: 0o644, exclusive });
  if (overwrite) await files.remove(certFile);
  await files.write(keyFile, pair.keyPem, { mode: 0o600, exclusive });
  try {
    await files.write(certFile, pair.chainPem, { mode: 0o644, exclusive });
  } catch (error) {
    if (exclusive) await files.remove(keyFile);
    throw error;
  }
}

function exists(path: string): ProblemError {
  return new ProblemError({
    code: 'file-exists',
    owner: 'you',
    message: say('{path} is there already and is left as it is.', '{path} は既に存在するため、そのまま残しました。', { path: value(path) }),
    next: [
      say('Name another folder with {out}, or allow it with {overwrite}.', '{out} で別のフォルダーを指定するか、{overwrite} で上書きを許可してください。', {
        out: code('--out DIR'),
        overwrite: code('--overwrite'),
      }),
    ],
  });
}
