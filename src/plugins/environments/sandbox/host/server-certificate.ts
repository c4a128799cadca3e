import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { writeAtomically } from '../../../shared/local/atomic-write.ts';
import type { PracticeCa } from '../ca/practice-ca.ts';

const schema = z.object({ chainPem: z.string(), keyPem: z.string() });

type Pair = Readonly<z.infer<typeof schema>>;

// Far from its end: a host may run for weeks.
const LEAST_LEFT_MS = 365 * 86_400_000;

/** The certificate of the resource manager and the control endpoint. Kept beside the CA's own keys: making one loads the whole X.509 writer. */
export async function serverCertificate(stateDir: string, ca: PracticeCa): Promise<Pair> {
  const file = join(stateDir, 'ca', 'server.json');
  const kept = await readKept(file, ca.caPem);
  if (kept !== undefined) return kept;
  const issued = await ca.issueServer();
  await writeAtomically(file, JSON.stringify(issued), 0o600);
  return issued;
}

async function readKept(file: string, caPem: string): Promise<Pair | undefined> {
  try {
    const pair = schema.parse(JSON.parse(await readFile(file, 'utf8')));
    return isUsable(pair.chainPem, new X509Certificate(caPem)) ? pair : undefined;
  } catch {
    return undefined;
  }
}

/** Signed by this CA, link by link, and valid on the wall clock for long enough. */
function isUsable(chainPem: string, root: X509Certificate): boolean {
  const chain = (chainPem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map((pem) => new X509Certificate(pem));
  const issuers = [...chain.slice(1), root];
  const now = Date.now();
  return (
    chain.length > 0 &&
    chain.every((certificate, at) => certificate.verify(issuers[at]?.publicKey ?? root.publicKey)) &&
    chain.every((certificate) => certificate.validFromDate.getTime() <= now && certificate.validToDate.getTime() >= now + LEAST_LEFT_MS)
  );
}
