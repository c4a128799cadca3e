import { findingsOfPair } from '../../../core/certificates/findings/findings-of-pair.ts';
import { lifetime, RENEW_SHARE } from '../../../core/certificates/lifetime.ts';
import { coversHost } from '../../../core/certificates/names.ts';
import type { CertBundle, Context, Finding } from '../../../core/contracts/index.ts';
import { bundleOf } from '../pair/bundle.ts';
import { type PairFiles, readPairFiles, readTrust } from '../pair/read-files.ts';
import { trust } from '../pair/trust-question.ts';
import { begunAt } from './shelf.ts';

const DAY_MS = 86_400_000;

export interface InUse {
  readonly bundle: CertBundle;
  readonly findings: readonly Finding[];
  /** Too little of its life is left, or it covers other names than are wanted now: the next one is to be had. */
  readonly replaceable: boolean;
  /** All names that are wanted now. */
  readonly covers: boolean;
  /** Begun within a day: whatever it looks like, the next one would look the same, and authorities count. */
  readonly fresh: boolean;
}

/** What is on the shelf, judged as any pair before it is deployed; undefined where nothing is. @throws ProblemError what reading the files says */
export async function judgeInUse(files: PairFiles | undefined, names: readonly string[], context: Context): Promise<InUse | undefined> {
  if (files === undefined) return undefined;
  const { env } = context;
  const trustPem = await trustOf(context);
  const pair = await readPairFiles(files, context);
  if (pair.chain === undefined) return undefined;
  const at = env.clock.now();
  const findings = findingsOfPair(pair, {
    certFile: files.cert,
    keyFile: files.key,
    names: names.filter((name) => !name.startsWith('*.')),
    at,
    roots: await env.tls.roots(),
    trustPem,
    selfSigned: 'error',
  });
  const bundle = bundleOf(pair.chain, files, trustPem);
  const third = (Date.parse(bundle.notAfter) - Date.parse(bundle.notBefore)) * RENEW_SHARE;
  const fresh = at - begunAt(files) < Math.min(DAY_MS, third);
  const spent = !fresh && lifetime(bundle.notBefore, bundle.notAfter, at).shareLeft <= RENEW_SHARE;
  const { leaf } = pair.chain;
  const covers = names.every((name) => bundle.names.includes(name) || coversHost(leaf, name));
  return { bundle, findings, replaceable: spent || !covers, covers, fresh };
}

/** PEM of the private CA that the profile names. */
export async function trustOf(context: Context): Promise<string | undefined> {
  const trusted = context.answers[trust.key];
  return typeof trusted === 'string' ? await readTrust(context.paths.resolve(trusted), context) : undefined;
}
