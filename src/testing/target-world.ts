import { X509Certificate } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Answers, CertBundle, Change, Context, Environment, Pending, RunEvent } from '../core/contracts/index.ts';
import { writeCertificate } from '../plugins/shared/x509/write-certificate.ts';
import { type Applied, runChange } from './run-change.ts';
import { type SeenRequest, startSandbox, type TestSandbox } from './sandbox.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A practice Azure with one person who deploys to it. Its clock goes as slowly as the wall's: only waits move it on. */
export interface TargetWorld extends AsyncDisposable {
  readonly sandbox: TestSandbox;
  readonly env: Environment;
  /** Where files of the test lie; relative paths of answers start here. */
  readonly folder: string;
  context(answers: Answers, signal?: AbortSignal): Context;
  /** A certificate for this name, its files on the disk. */
  bundle(fqdn: string): Promise<CertBundle>;
  /** Lets a change run to its end; where it waits, practice time jumps. */
  apply(change: Change, context: Context, pending?: Pending): Promise<Applied>;
  /** Lets a change run until the service has taken it, as a process that is then killed. */
  begin(change: Change, context: Context): Promise<Pending>;
  /** Practice time jumps past the pause that an event announces. */
  pass(event: RunEvent): Promise<void>;
  /** What changed something, so far. */
  writes(): Promise<readonly SeenRequest[]>;
}

export async function targetWorld(options: { readonly seedFile?: string } = {}): Promise<TargetWorld> {
  const sandbox = await startSandbox({ ...options, speed: 1 });
  const env = await sandbox.environment();
  const folder = sandbox.stateDir;
  let made = 0;
  const pass = async (event: RunEvent): Promise<void> => {
    if (event.type === 'wait') await sandbox.advance(Math.max(MINUTE, event.nextAt - env.clock.now()));
  };
  return {
    sandbox,
    env,
    folder,
    context: (answers, signal = new AbortController().signal) => ({
      env,
      answers: { ...env.defaults, ...answers },
      signal,
      profile: 'contoso',
      paths: { resolve: (path) => resolve(folder, path), own: folder },
    }),
    async bundle(fqdn) {
      const now = env.clock.now();
      const { certPem, keyPem } = await writeCertificate({ commonName: fqdn, names: [fqdn], from: now - DAY, to: now + 90 * DAY, algorithm: 'ecdsa-p256' });
      made += 1;
      const files = { cert: join(folder, `cert${made}.pem`), key: join(folder, `key${made}.pem`) };
      await writeFile(files.cert, certPem);
      await writeFile(files.key, keyPem, { mode: 0o600 });
      const leaf = new X509Certificate(certPem);
      return {
        chainPem: certPem,
        key: { from: 'file', name: files.key },
        names: [fqdn],
        notBefore: leaf.validFromDate.toISOString(),
        notAfter: leaf.validToDate.toISOString(),
        fingerprintSha256: leaf.fingerprint256.replaceAll(':', '').toLowerCase(),
        files,
      };
    },
    pass,
    apply: (change, context, pending) => runChange(change, context, pass, pending),
    async begin(change, context) {
      const startedAt = env.clock.now();
      const work = change.apply(context);
      for (;;) {
        const next = await work.next();
        if (next.done === true) throw new Error('the change ended without an operation');
        if (next.value.type !== 'operation') continue;
        await work.return(null);
        return { startedAt, operation: next.value.url };
      }
    },
    writes: async () => (await sandbox.requests()).filter(({ method }) => method !== 'GET'),
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  };
}
