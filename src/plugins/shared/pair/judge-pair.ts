import { findingsOfPair } from '../../../core/certificates/findings/findings-of-pair.ts';
import type { CertBundle, Context, Finding } from '../../../core/contracts/index.ts';
import { bundleOf } from './bundle.ts';
import { type PairFiles, readPairFiles } from './read-files.ts';

/**
 * Two files as a bundle, judged at the environment's clock. No bundle where they hold no usable chain; the findings say why.
 * @throws ProblemError `file-empty`, `file-binary`, and what `Files.read` throws
 */
export async function judgePair(
  files: PairFiles,
  names: readonly string[],
  context: Context,
  trustPem?: string,
): Promise<{ readonly bundle?: CertBundle; readonly findings: readonly Finding[] }> {
  const pair = await readPairFiles(files, context);
  const { env } = context;
  const roots = await env.tls.roots();
  const findings = findingsOfPair(pair, { certFile: files.cert, keyFile: files.key, names, at: env.clock.now(), roots, trustPem, selfSigned: 'error' });
  return pair.chain === undefined ? { findings } : { bundle: bundleOf(pair.chain, files, trustPem), findings };
}
