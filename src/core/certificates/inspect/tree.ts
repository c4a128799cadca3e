import type { Certificate } from '../certificate.ts';
import { sameBytes } from '../der.ts';
import { nameKey } from '../distinguished-name.ts';
import { isSelfSigned } from '../order.ts';
import { isSignedBy } from '../signature.ts';

/** A certificate and those that it signed. */
export interface Branch {
  readonly certificate: Certificate;
  readonly signed: readonly Branch[];
}

const MAX_CANDIDATES = 8;
const MAX_DEPTH = 16;

/** Who signed whom, issuers first; a certificate whose issuer is not among them stands at the top. Each is shown once. */
export function treeOf(certificates: readonly Certificate[]): readonly Branch[] {
  const byName = Map.groupBy(certificates, ({ subject }) => nameKey(subject));
  const below = new Map<Certificate, Certificate[]>();
  const tops: Certificate[] = [];
  for (const certificate of certificates) {
    const issuer = issuerOf(certificate, byName);
    if (issuer === undefined) tops.push(certificate);
    else below.set(issuer, [...(below.get(issuer) ?? []), certificate]);
  }
  const seen = new Set<Certificate>();
  const branch = (certificate: Certificate, depth: number): Branch => {
    seen.add(certificate);
    const next = depth < MAX_DEPTH ? (below.get(certificate) ?? []) : [];
    return { certificate, signed: next.filter((each) => !seen.has(each)).map((each) => branch(each, depth + 1)) };
  };
  const trees = tops.map((top) => branch(top, 0));
  // CAs that certified each other have no top.
  return [...trees, ...certificates.filter((each) => !seen.has(each)).flatMap((each) => (seen.has(each) ? [] : [branch(each, 0)]))];
}

function issuerOf(certificate: Certificate, byName: ReadonlyMap<string, readonly Certificate[]>): Certificate | undefined {
  const candidates = (byName.get(nameKey(certificate.issuer)) ?? []).slice(0, MAX_CANDIDATES);
  if (candidates.length === 0 || isSelfSigned(certificate)) return undefined;
  return candidates.find((candidate) => !sameBytes(candidate.der, certificate.der) && isSignedBy(certificate, candidate));
}
