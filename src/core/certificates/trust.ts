import type { Certificate } from './certificate.ts';
import { sameBytes } from './der.ts';
import { nameKey } from './distinguished-name.ts';
import { readCertificates } from './read.ts';
import { isSignedBy } from './signature.ts';

/** Trust anchors, findable by name. */
export interface TrustStore {
  named(certificate: Certificate): readonly Certificate[];
  has(certificate: Certificate): boolean;
}

const stores = new WeakMap<readonly string[], TrustStore>();

/** @param pems one or more certificates each, as `TlsClient.roots()` gives them; the result is kept for as long as the array lives */
export function trustStore(pems: readonly string[]): TrustStore {
  const kept = stores.get(pems);
  if (kept !== undefined) return kept;
  const byName = new Map<string, Certificate[]>();
  for (const root of pems.flatMap((pem) => readCertificates(pem).certificates)) {
    const key = nameKey(root.subject);
    byName.set(key, [...(byName.get(key) ?? []), root]);
  }
  const store: TrustStore = {
    named: (certificate) => byName.get(nameKey(certificate.issuer)) ?? [],
    has: (certificate) => (byName.get(nameKey(certificate.subject)) ?? []).some((root) => sameBytes(root.der, certificate.der)),
  };
  stores.set(pems, store);
  return store;
}

/** True where one of these roots made the certificate's signature, or is the certificate. */
export function isAnchored(certificate: Certificate, roots: readonly string[]): boolean {
  const store = trustStore(roots);
  return store.has(certificate) || store.named(certificate).some((root) => isSignedBy(certificate, root));
}

/**
 * True where the chain (DER, leaf first) ends under one of the public roots, whatever its dates and names:
 * its key must not be given to a practice service.
 * @param publicRoots PEM, node's `tls.getCACertificates('bundled')`
 */
export function isPubliclyTrusted(chain: readonly Certificate[], publicRoots: readonly string[]): boolean {
  const [leaf] = chain;
  if (leaf === undefined) return false;
  const seen = new Set<Certificate>();
  const reaches = (certificate: Certificate): boolean => {
    seen.add(certificate);
    return isAnchored(certificate, publicRoots) || chain.some((issuer) => !seen.has(issuer) && isSignedBy(certificate, issuer) && reaches(issuer));
  };
  return reaches(leaf);
}
