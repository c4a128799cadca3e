import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, writeAtomically } from '../../../shared/local/atomic-write.ts';
import { algorithmOf } from '../../../shared/x509/key-algorithm.ts';
import type { Permitted } from '../../../shared/x509/name-constraints.ts';
import { type CertificatePair, writeCertificate } from '../../../shared/x509/write-certificate.ts';
import type { Issuer } from '../world/issuer.ts';

/** The only names that the practice CA can vouch for: what the practice zones hold, and this machine. It is never installed anywhere. */
const PERMITTED: Permitted = {
  dns: ['contoso.com', 'fabrikam.com', 'cloudapp.azure.com', 'azurecontainer.io', 'localhost'],
  ip: ['127.0.0.0/8'],
};

const YEAR = 365 * 86_400_000;
// Practice time runs ahead of the wall by up to 75 days a day: the CA has to outlive years of practice.
const LIFE = { from: Date.UTC(2020, 0, 1), to: Date.UTC(2099, 11, 31) };

export interface PracticeCa extends Issuer {
  /** The root alone, as clients trust it. */
  readonly caPem: string;
  readonly caFile: string;
  /** The same as `issue` for a key that somebody else holds. @param publicKey SPKI, DER. Returns the chain, leaf first, PEM. */
  sign(names: readonly string[], publicKey: Uint8Array, from: number, to: number): Promise<string>;
  /** For the resource manager and the control endpoint: this machine, valid on the wall clock. */
  issueServer(): Promise<{ readonly chainPem: string; readonly keyPem: string }>;
}

/** Reads the CA of a state directory, or makes it: root and issuing CA with their keys in `ca/` (0700, files 0600), the root's certificate in `ca.pem`. */
export async function openPracticeCa(stateDir: string): Promise<PracticeCa> {
  const folder = join(stateDir, 'ca');
  const { root, issuing } = (await readAuthorities(folder)) ?? (await makeAuthorities(folder));
  const caFile = join(stateDir, 'ca.pem');
  await writeAtomically(caFile, root.certPem, 0o644);
  const issue = async (names: readonly string[], from: number, to: number) => {
    const { certPem, keyPem } = await writeCertificate({ commonName: names[0] ?? 'localhost', names, from, to, algorithm: 'ecdsa-p256', issuer: issuing });
    return { chainPem: certPem + issuing.certPem, keyPem };
  };
  const sign = async (names: readonly string[], publicKey: Uint8Array, from: number, to: number) => {
    // What a key may be used for depends on its kind.
    const algorithm = algorithmOf(createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }));
    const { certPem } = await writeCertificate({ commonName: names[0] ?? 'localhost', names, from, to, algorithm, issuer: issuing, publicKey });
    return certPem + issuing.certPem;
  };
  return { caPem: root.certPem, caFile, issue, sign, issueServer: () => issue(['localhost', '127.0.0.1'], Date.now() - YEAR, Date.now() + 10 * YEAR) };
}

interface Authorities {
  readonly root: CertificatePair;
  readonly issuing: CertificatePair;
}

async function readAuthorities(folder: string): Promise<Authorities | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, 'authorities.json'), 'utf8')) as Authorities;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

// One file for both, so that a crash leaves all of the CA or none of it.
async function makeAuthorities(folder: string): Promise<Authorities> {
  const root = await writeCertificate({ commonName: 'amltls practice root', ...LIFE, algorithm: 'ecdsa-p256', ca: { pathLength: 1, permitted: PERMITTED } });
  const issuing = await writeCertificate({
    commonName: 'amltls practice issuing CA',
    ...LIFE,
    algorithm: 'ecdsa-p256',
    ca: { pathLength: 0, permitted: PERMITTED },
    issuer: root,
  });
  await makeFolder(folder);
  await writeAtomically(join(folder, 'authorities.json'), JSON.stringify({ root, issuing }), 0o600);
  return { root, issuing };
}
