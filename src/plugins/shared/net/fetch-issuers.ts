import type { Certificate } from '../../../core/certificates/certificate.ts';
import { readContents } from '../../../core/certificates/contents/read-contents.ts';
import { issuerUrls } from '../../../core/certificates/issuer-urls.ts';
import { isSelfSigned, orderChain } from '../../../core/certificates/order.ts';
import { isSignedBy } from '../../../core/certificates/signature.ts';
import { isAnchored } from '../../../core/certificates/trust.ts';
import { fetchPublic, type Missed } from './fetch-public.ts';

const MAX_STEPS = 4;
const MAX_URLS = 2;

export interface FetchedIssuers {
  readonly fetched: readonly Certificate[];
  /** Where one should have been and did not come from. */
  readonly missed: readonly { readonly url: string; readonly why: Missed }[];
}

/**
 * The intermediates that a chain lacks, fetched one above the other where the certificates themselves say (AIA caIssuers), until a trusted
 * root signed the last. Only a certificate whose key made the signature below is taken. What cannot be fetched stays missing.
 * @param roots PEM
 */
export async function fetchMissing(
  certificates: readonly Certificate[],
  roots: readonly string[],
  signal: AbortSignal,
  get = fetchPublic,
): Promise<FetchedIssuers> {
  const missed: FetchedIssuers['missed'][number][] = [];
  const fetched: Certificate[] = [];
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const chain = orderChain([...certificates, ...fetched]);
    const top = chain?.serve.at(-1);
    if (chain === undefined || top === undefined || chain.roots.length > 0 || isSelfSigned(top) || isAnchored(top, roots)) break;
    const issuer = await issuerOf(top, signal, get, missed);
    if (issuer === undefined || isSelfSigned(issuer)) break;
    fetched.push(issuer);
  }
  return { fetched, missed };
}

async function issuerOf(
  certificate: Certificate,
  signal: AbortSignal,
  get: typeof fetchPublic,
  missed: FetchedIssuers['missed'][number][],
): Promise<Certificate | undefined> {
  for (const url of issuerUrls(certificate).slice(0, MAX_URLS)) {
    const bytes = await get(url, { signal, missed: (why) => missed.push({ url, why }) });
    const { certificates } = bytes === undefined ? { certificates: [] } : await readContents(bytes);
    const issuer = certificates.find((candidate) => isSignedBy(certificate, candidate));
    if (issuer !== undefined) return issuer;
  }
  return undefined;
}
