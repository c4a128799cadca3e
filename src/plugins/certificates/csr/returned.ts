import { join } from 'node:path';
import type { Certificate } from '../../../core/certificates/certificate.ts';
import { readContents } from '../../../core/certificates/contents/read-contents.ts';
import { sameBytes } from '../../../core/certificates/der.ts';
import { findingsOfPair } from '../../../core/certificates/findings/findings-of-pair.ts';
import { readPrivateKey } from '../../../core/certificates/key.ts';
import { type OrderedChain, orderChain } from '../../../core/certificates/order.ts';
import type { Context, Text } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { say, value } from '../../../core/text/say.ts';
import { trustOf } from '../../shared/shelf/in-use.ts';
import type { Draft } from '../../shared/shelf/shelf.ts';

const LIMIT_BYTES = 1024 * 1024;
const MOST_FILES = 200;
const NAMES = /\.(pem|crt|cer|der|p7b|p7c|txt)$/i;

export type Found =
  | { readonly state: 'nothing' }
  | { readonly state: 'wrong'; readonly why: Text }
  | { readonly state: 'right'; readonly chain: OrderedChain; readonly file: string };

export interface Looking {
  readonly draft: Draft;
  /** A file, or a folder all of whose certificates are looked at together: CAs send leaf and intermediates in one file or in several. */
  readonly where: string;
  readonly names: readonly string[];
}

/** Looks for the certificate of this key. What is there and does not do is told, and waited out: the right file may follow. */
export async function findReturned({ draft, where, names }: Looking, context: Context): Promise<Found> {
  const { env } = context;
  const candidates = await filesAt(where, context);
  if (candidates.length === 0) return { state: 'nothing' };
  const read = (await Promise.all(candidates.map((file) => certificatesIn(file, context)))).flat();
  const key = readPrivateKey(await env.files.read(draft.key));
  if (key.state !== 'read') return { state: 'wrong', why: say('the key {path} cannot be read', '鍵 {path} を読み取れません', { path: value(draft.key) }) };
  const own = read.find(({ certificate }) => sameBytes(certificate.spki, key.spki));
  if (read.length === 0) return { state: 'wrong', why: say('no certificate in {path}', '{path} に証明書がありません', { path: value(where) }) };
  if (own === undefined)
    return { state: 'wrong', why: say('what is in {path} belongs to another key', '{path} の証明書は別の鍵のものです', { path: value(where) }) };
  const certificates = [own.certificate, ...read.map(({ certificate }) => certificate)];
  const chain = orderChain(certificates, key.spki);
  if (chain === undefined) return { state: 'nothing' };
  const pair = { file: { certificates: chain.serve, unreadable: [], others: [] }, key, chain: { ...chain, strangers: [], inOrder: true } };
  const judging = {
    certFile: own.file,
    keyFile: draft.key,
    names: names.filter((name) => !name.startsWith('*.')),
    at: env.clock.now(),
    roots: await env.tls.roots(),
    trustPem: await trustOf(context),
    selfSigned: 'error' as const,
  };
  const error = findingsOfPair(pair, judging).find(({ severity }) => severity === 'error');
  return error === undefined ? { state: 'right', chain, file: own.file } : { state: 'wrong', why: error.message };
}

async function filesAt(where: string, { env }: Context): Promise<readonly string[]> {
  const stat = await env.files.stat(where);
  if (stat === undefined) return [];
  if (stat.kind === 'file') return [where];
  const names = (await env.files.list(where)).filter((name) => NAMES.test(name)).slice(0, MOST_FILES);
  return names.map((name) => join(where, name));
}

async function certificatesIn(file: string, { env }: Context): Promise<readonly { readonly file: string; readonly certificate: Certificate }[]> {
  try {
    return (await readContents(await env.files.read(file, LIMIT_BYTES))).certificates.map((certificate) => ({ file, certificate }));
  } catch (thrown) {
    // A file that is still being written, or is none of ours, is looked at again.
    if (thrown instanceof ProblemError) return [];
    throw thrown;
  }
}
