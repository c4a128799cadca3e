import { findingsOfPair } from '../certificates/findings/findings-of-pair.ts';
import { readPair } from '../certificates/pair.ts';
import { readCertificates, toChainPem } from '../certificates/read.ts';
import type { CertBundle, Files } from '../contracts/index.ts';
import type { Parts } from '../engine/parts.ts';
import type { Given } from '../engine/prepare.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { code, say, value } from '../text/say.ts';
import { bundleOfPair, type Pair } from './pairs.ts';

/**
 * The pair that was deployed before the one that is served, if its files still hold it, judged like on the first day.
 * @param served fingerprint of what is served now, where it can be seen
 * @throws ProblemError `rollback-none`, `rollback-files-changed`
 */
export async function previousPair(parts: Parts, served: string | undefined): Promise<Given> {
  const { context, kept, domain } = parts;
  const { env } = context;
  const pairs = await kept.pairs.list();
  const present = served ?? pairs[0]?.fingerprintSha256;
  const previous = pairs.find((pair) => pair.fingerprintSha256 !== present);
  if (previous === undefined) throw noPrevious();
  const found = await bundleOfPair(env.files, previous);
  if (found === undefined) throw filesChanged(previous);
  const trustPem = await trustOf(parts);
  const bundle: CertBundle = trustPem === undefined ? found : { ...found, trustPem };
  const findings = findingsOfPair(await readFiles(env.files, previous), {
    certFile: previous.certFile,
    keyFile: previous.keyFile,
    names: domain.kind === 'custom' ? [domain.fqdn] : [],
    at: env.clock.now(),
    roots: await env.tls.roots(),
    trustPem,
    selfSigned: 'warning',
  });
  return { bundle, findings };
}

async function readFiles(files: Files, { certFile, keyFile }: Pair) {
  const key = await files.read(keyFile);
  try {
    return readPair(await files.read(certFile), key);
  } finally {
    key.fill(0);
  }
}

// Which private CA clients trust is the profile's word, also where the files of the present certificate are broken or gone.
async function trustOf({ certificate, domain, context }: Parts): Promise<string | undefined> {
  const { answers, env, paths } = context;
  const named = answers['certificate.trust'];
  if (typeof named === 'string') return toChainPem(readCertificates(await env.files.read(paths.resolve(named))).certificates);
  if (certificate === undefined || domain.kind !== 'custom') return undefined;
  try {
    return (await certificate.plan([domain.fqdn], context)).bundle?.trustPem;
  } catch (thrown) {
    if (thrown instanceof ProblemError) return undefined;
    throw thrown;
  }
}

function noPrevious(): ProblemError {
  return new ProblemError({
    code: 'rollback-none',
    owner: 'you',
    message: say('No earlier pair was deployed from this machine.', 'このコンピューターから以前にデプロイされた証明書はありません。'),
    next: [
      say('Name the files of the earlier certificate in the profile and replay it.', '以前の証明書のファイルをプロファイルに指定し、再実行してください。'),
    ],
  });
}

function filesChanged({ certFile, keyFile, fingerprintSha256 }: Pair): ProblemError {
  return new ProblemError({
    code: 'rollback-files-changed',
    owner: 'you',
    message: say(
      '{cert} and {key} no longer hold the pair {fingerprint} that was deployed.',
      '{cert} と {key} は、デプロイされた証明書 {fingerprint} のものではなくなっています。',
      { cert: value(certFile), key: value(keyFile), fingerprint: code(fingerprintSha256) },
    ),
    next: [say('Put the files back, or name them in the profile and replay it.', 'ファイルを元に戻すか、プロファイルに指定して再実行してください。')],
  });
}
