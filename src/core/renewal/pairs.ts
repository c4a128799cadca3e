import { join } from 'node:path';
import { z } from 'zod/mini';
import { sameBytes } from '../certificates/der.ts';
import { describeCertificate } from '../certificates/describe.ts';
import { readPrivateKey } from '../certificates/key.ts';
import { readCertificates, toChainPem } from '../certificates/read.ts';
import type { CertBundle, Files } from '../contracts/index.ts';

const KEPT = 3;

const pairSchema = z.object({
  fingerprintSha256: z.string(),
  /** Real paths at the time of the deployment: certbot's `archive/…3.pem`, not the link. */
  certFile: z.string(),
  keyFile: z.string(),
  notAfter: z.string(),
  /** ISO 8601 */
  at: z.string(),
});

/** Where a deployed certificate and its key lay. Paths and public facts, never the key. */
export type Pair = z.infer<typeof pairSchema>;

export interface Pairs {
  /** Newest first. */
  list(): Promise<readonly Pair[]>;
  /** Remembers a deployed pair by its real paths, and its chain (public parts) beside it. */
  keep(bundle: CertBundle, at: string): Promise<void>;
  /** The chain that was served before a change, for comparison later. */
  keepServed(fingerprintSha256: string, chainPem: string): Promise<void>;
}

/** @param folder of one resource's record */
export function openPairs(files: Files, folder: string): Pairs {
  const file = join(folder, 'pairs.json');
  const list = async (): Promise<readonly Pair[]> => {
    if ((await files.stat(file)) === undefined) return [];
    return parsePairs(new TextDecoder().decode(await files.read(file)));
  };
  return {
    list,
    async keep(bundle, at) {
      if (bundle.files === undefined) return;
      const pair: Pair = {
        fingerprintSha256: bundle.fingerprintSha256,
        certFile: await files.realPath(bundle.files.cert),
        keyFile: await files.realPath(bundle.files.key),
        notAfter: bundle.notAfter,
        at,
      };
      const others = (await list()).filter((each) => each.fingerprintSha256 !== pair.fingerprintSha256);
      await files.write(file, `${JSON.stringify([pair, ...others].slice(0, KEPT), null, 2)}\n`, { mode: 0o600 });
    },
    async keepServed(fingerprint, chainPem) {
      const served = join(folder, 'served');
      await files.write(join(served, `${fingerprint}.pem`), chainPem, { mode: 0o600 });
      await forgetOldest(files, served);
    },
  };
}

// As many as pairs: it must not grow without bound.
async function forgetOldest(files: Files, folder: string): Promise<void> {
  const paths = (await files.list(folder)).map((name) => join(folder, name));
  const dated = await Promise.all(paths.map(async (path) => ({ path, at: (await files.stat(path))?.modifiedAt ?? 0 })));
  const old = dated.toSorted((one, other) => other.at - one.at).slice(KEPT);
  for (const { path } of old) await files.remove(path);
}

// A damaged list offers no rollback; nothing else depends on it.
function parsePairs(text: string): readonly Pair[] {
  try {
    const parsed = z.array(pairSchema).safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

/** The pair as a bundle, if its files still are what was deployed; undefined where they are not. */
export async function bundleOfPair(files: Files, pair: Pair): Promise<CertBundle | undefined> {
  if ((await files.stat(pair.certFile)) === undefined || (await files.stat(pair.keyFile)) === undefined) return undefined;
  const source = await files.read(pair.certFile);
  const [leaf, ...rest] = readCertificates(source).certificates;
  if (leaf === undefined || leaf.fingerprintSha256 !== pair.fingerprintSha256) return undefined;
  const bytes = await files.read(pair.keyFile);
  const key = readPrivateKey(bytes);
  bytes.fill(0);
  if (key.state !== 'read' || !sameBytes(key.spki, leaf.spki)) return undefined;
  const info = describeCertificate(leaf);
  return {
    chainPem: toChainPem([leaf, ...rest]),
    key: { from: 'file', name: pair.keyFile },
    names: info.names,
    notBefore: info.notBefore,
    notAfter: info.notAfter,
    fingerprintSha256: info.fingerprintSha256,
    files: { cert: pair.certFile, key: pair.keyFile },
  };
}
