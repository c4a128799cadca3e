import { readPrivateKey } from '../../../core/certificates/key.ts';
import { type Pair, readPair } from '../../../core/certificates/pair.ts';
import { readCertificates, tryParse } from '../../../core/certificates/read.ts';
import type { Context, Problem } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { isKeyVault, parseSecretRef } from '../keys/secret-ref.ts';
import { refuseForeignContent } from './file-content.ts';

/** Absolute paths, or `keyvault:https://…`. */
export interface PairFiles {
  readonly cert: string;
  readonly key: string;
}

// All public roots together are a quarter of this.
const LIMIT_BYTES = 1024 * 1024;

/**
 * Both files, read but not judged; the key's bytes are overwritten before it returns.
 * @throws ProblemError `file-empty`, `file-binary`, and what `Files.read` throws
 */
export async function readPairFiles({ cert, key }: PairFiles, context: Context): Promise<Pair> {
  const certBytes = await readCertificateBytes(cert, context);
  const keyBytes = await readKeyBytes(key, context);
  try {
    return readPair(certBytes, keyBytes);
  } finally {
    keyBytes.fill(0);
  }
}

/** PEM of the CA that a profile names as trusted. @throws ProblemError `trust-empty`, `file-empty`, `file-binary`, and what `Files.read` throws */
export async function readTrust(path: string, context: Context): Promise<string> {
  const { certificates } = readCertificates(await readCertificateBytes(path, context));
  if (certificates.length > 0) return certificates.map(({ x509 }) => x509.toString()).join('');
  throw new ProblemError({
    code: 'trust-empty',
    owner: 'you',
    message: say('{path} holds no certificate of a CA.', '{path} に CA 証明書がありません。', { path: value(path) }),
    next: [
      say('Name the PEM certificate of your root CA with {key}, or leave it out.', 'ルート CA の PEM 証明書を {key} に指定するか、指定を省略してください。', {
        key: code('certificate.trust'),
      }),
    ],
  });
}

/** For a question: why this file cannot be used at all, before anything in it is judged. */
export async function certificateFileProblem(path: string, context: Context): Promise<Problem | undefined> {
  return await problemOf(() => readCertificateBytes(placeOf(path, context), context));
}

/** As `certificateFileProblem`, for a private key. */
export async function keyFileProblem(path: string, context: Context): Promise<Problem | undefined> {
  return await problemOf(async () => (await readKeyBytes(placeOf(path, context), context)).fill(0));
}

async function readCertificateBytes(path: string, context: Context): Promise<Uint8Array> {
  const bytes = await bytesAt(path, context);
  refuseForeignContent(bytes, path, (der) => tryParse(der) !== undefined);
  return bytes;
}

/** An answer as a place: a Key Vault's URL as it stands, a path resolved. */
export function placeOf(answer: string, { paths }: Pick<Context, 'paths'>): string {
  return isKeyVault(answer) ? answer : paths.resolve(answer);
}

// A vault's certificate is one secret with chain and key in it: each side takes what it looks for.
async function bytesAt(place: string, { env, paths, signal }: Context): Promise<Uint8Array> {
  const ref = isKeyVault(place) ? parseSecretRef(place, paths) : undefined;
  return ref === undefined ? await env.files.read(place, LIMIT_BYTES) : new TextEncoder().encode(await env.secrets.resolve(ref, signal));
}

async function readKeyBytes(path: string, context: Context): Promise<Uint8Array> {
  const bytes = await bytesAt(path, context);
  refuseForeignContent(bytes, path, (der) => readPrivateKey(der.slice()).state === 'read');
  return bytes;
}

async function problemOf(look: () => Promise<unknown>): Promise<Problem | undefined> {
  try {
    await look();
    return undefined;
  } catch (thrown) {
    if (thrown instanceof ProblemError) return thrown.problem;
    throw thrown;
  }
}
