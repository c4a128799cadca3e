import { type Anchor, nameOf, readAnchors } from './anchor.ts';
import { type Certificate, parseCertificate } from './certificate.ts';
import { sameBytes } from './der.ts';
import { type DistinguishedName, nameKey } from './distinguished-name.ts';
import { isSignedBy } from './signature.ts';

/** Trust anchors, findable by name. */
export interface TrustStore {
  named(certificate: Certificate): readonly Certificate[];
  has(certificate: Certificate): boolean;
}

// Up to here every name is compared as RFC 5280 says; those of a machine are written by the same hands as the chains below them.
const FEW = 32;

const stores = new WeakMap<readonly string[], TrustStore>();

/**
 * A machine trusts hundreds, and a chain leads to one: certificates are read when they are asked for, and most are found by the bytes
 * of their name.
 * @param pems one or more certificates each, as `TlsClient.roots()` gives them; the result is kept for as long as the array lives
 */
export function trustStore(pems: readonly string[]): TrustStore {
  const kept = stores.get(pems);
  if (kept !== undefined) return kept;
  const anchors = pems.flatMap(readAnchors);
  const byBytes = Map.groupBy(anchors, ({ subject }) => bytesKey(subject));
  let byName: ReadonlyMap<string, readonly Anchor[]> | undefined;
  const opened = new Map<Anchor, Certificate | undefined>();
  const open = (anchor: Anchor): Certificate | undefined => {
    if (!opened.has(anchor))
      opened.set(
        anchor,
        orNothing(() => parseCertificate(anchor.der)),
      );
    return opened.get(anchor);
  };
  // Names that are the same and written otherwise (RFC 5280 7.1) are rare.
  const sameNamed = (name: DistinguishedName): readonly Anchor[] => {
    byName ??= Map.groupBy(anchors, (anchor) => orNothing(() => nameKey(nameOf(anchor))) ?? '');
    return byName.get(nameKey(name)) ?? [];
  };
  const find = (name: DistinguishedName) => (anchors.length > FEW ? byBytes.get(bytesKey(name.raw)) : undefined) ?? sameNamed(name);
  const store: TrustStore = {
    named: ({ issuer }) => find(issuer).flatMap((anchor) => open(anchor) ?? []),
    has: ({ subject, der }) => (byBytes.get(bytesKey(subject.raw)) ?? []).some((anchor) => sameBytes(anchor.der, der)),
  };
  stores.set(pems, store);
  return store;
}

const bytesKey = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
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
