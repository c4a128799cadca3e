import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Context } from '../../../../core/contracts/index.ts';

/** Keeps pasted PEM in the profile's own folder, 0600 and never over another file. @returns its path @throws ProblemError of `Files.write` */
export async function storePasted(pem: string, { env: { files }, paths }: Pick<Context, 'env' | 'paths'>): Promise<string> {
  const path = join(paths.own, `pasted-${randomUUID().slice(0, 8)}.pem`);
  await files.write(path, pem.endsWith('\n') ? pem : `${pem}\n`, { mode: 0o600, exclusive: true });
  return path;
}
