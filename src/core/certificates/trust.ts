import { anchorsIn, subjectOf } from './anchor.ts';
import { type Certificate, parseCertificate } from './certificate.ts';
import { type DistinguishedName, sameName } from './distinguished-name.ts';
import { isSignedBy } from './signature.ts';

/** Trust anchors, findable by name. */
export interface TrustStore {
  named(certificate: Certificate): readonly Certificate[];
  has(certificate: Certificate): boolean;
}

// Up to here every name is compared as RFC 5280 says, letter case and all; beyond, the last words have to be written alike.
const FEW = 32;
const MOST_ASKED = 1_000;

const stores = new WeakMap<readonly string[], TrustStore>();

/**
 * A machine trusts hundreds, and a chain leads to one: only those are read that hold the name's last words.
 * @param pems one or more certificates each, as `TlsClient.roots()` gives them; the result is kept for as long as the array lives
 */
export function trustStore(pems: readonly string[]): TrustStore {
  const kept = stores.get(pems);
  if (kept !== undefined) return kept;
  const anchors = pems.flatMap(anchorsIn);
  const opened = new Map<Buffer, Certificate | undefined>();
  const open = (anchor: Buffer): Certificate | undefined => {
    if (!opened.has(anchor)) opened.set(anchor, parsed(anchor));
    return opened.get(anchor);
  };
  // A thousand chains have the same few issuers.
  const asked = new Map<string, readonly Certificate[]>();
  const store: TrustStore = {
    named({ issuer }) {
      const key = Buffer.from(issuer.raw).toString('latin1');
      const found = asked.get(key) ?? candidates(anchors, issuer).flatMap((anchor) => open(anchor) ?? []);
      if (asked.size >= MOST_ASKED) asked.clear();
      asked.set(key, found);
      return found;
    },
    has: ({ der }) => anchors.some((anchor) => anchor.length === der.length && anchor.equals(der)),
  };
  stores.set(pems, store);
  return store;
}

function candidates(anchors: readonly Buffer[], name: DistinguishedName): readonly Buffer[] {
  const words = Buffer.from(name.rdns.at(-1)?.[0]?.value ?? '');
  const likely = anchors.length > FEW ? anchors.filter((anchor) => anchor.includes(words)) : anchors;
  return likely.filter((anchor) => {
    const subject = subjectOf(anchor);
    return subject !== undefined && sameName(subject, name);
  });
}

function parsed(der: Uint8Array): Certificate | undefined {
  try {
    return parseCertificate(der);
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
