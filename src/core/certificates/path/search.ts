import type { Certificate } from '../certificate.ts';
import { sameBytes } from '../der.ts';
import { sameName } from '../distinguished-name.ts';
import { authorityKeyIdentifier, subjectKeyIdentifier } from '../extensions.ts';
import { isSignedBy } from '../signature.ts';
import type { TrustStore } from '../trust.ts';

/** What the search met, beside paths. */
export interface Found {
  /** A path may exist that needs more intermediates than allowed. */
  tooLong: boolean;
  /** Too many signatures to check, or ways to go: somebody wants us to. */
  budgetSpent: boolean;
}

// Go's limit; real chains need fewer than ten. CAs that all certified one another offer many ways over the same few signatures.
const MAX_SIGNATURES = 100;
const MAX_STEPS = 5_000;

/**
 * Every path from the leaf to an anchor, leaf first, anchor last, signatures checked, short ones before detours.
 * @param maxDepth intermediates allowed
 */
export function* pathsFrom(leaf: Certificate, others: readonly Certificate[], trust: TrustStore, maxDepth: number, found: Found): Generator<Certificate[]> {
  const checked = new Map<Certificate, Set<Certificate>>();
  const named = new Map<Certificate, readonly Certificate[]>();
  let signatures = 0;
  let steps = 0;
  if (trust.has(leaf)) yield [leaf];
  for (let depth = 0; depth <= maxDepth && !found.budgetSpent; depth += 1) yield* extend([leaf], depth);

  /** @param left intermediates still to come before the anchor */
  function* extend(path: readonly Certificate[], left: number): Generator<Certificate[]> {
    const last = path.at(-1) ?? leaf;
    if (left === 0) {
      for (const root of trust.named(last)) if (!sameBytes(root.der, last.der) && signed(last, root)) yield [...path, root];
      if (path.length > maxDepth && issuersOf(last, path).some((issuer) => signed(last, issuer))) found.tooLong = true;
      return;
    }
    for (const issuer of issuersOf(last, path)) if (signed(last, issuer)) yield* extend([...path, issuer], left - 1);
  }

  function issuersOf(last: Certificate, path: readonly Certificate[]): readonly Certificate[] {
    const all =
      named.get(last) ??
      likelyFirst(
        last,
        others.filter((issuer) => sameName(issuer.subject, last.issuer) && !trust.has(issuer)),
      );
    named.set(last, all);
    return all.filter((issuer) => !path.some((one) => isSameAuthority(one, issuer)));
  }

  function signed(certificate: Certificate, issuer: Certificate): boolean {
    const issuers = checked.get(certificate) ?? new Set();
    checked.set(certificate, issuers);
    steps += 1;
    if (!issuers.has(issuer)) signatures += 1;
    if (signatures > MAX_SIGNATURES || steps > MAX_STEPS) found.budgetSpent = true;
    if (found.budgetSpent) return false;
    issuers.add(issuer);
    return isSignedBy(certificate, issuer);
  }
}

/** Those of several CAs of one name first whose key the certificate names (RFC 4158 3.5.12): a hint, no more. */
function likelyFirst(certificate: Certificate, issuers: readonly Certificate[]): readonly Certificate[] {
  const wanted = issuers.length > 1 ? orNothing(() => authorityKeyIdentifier(certificate)?.keyIdentifier) : undefined;
  if (wanted === undefined) return issuers;
  const likely = new Set(
    issuers.filter((issuer) => {
      const own = orNothing(() => subjectKeyIdentifier(issuer));
      return own !== undefined && sameBytes(own, wanted);
    }),
  );
  return [...likely, ...issuers.filter((issuer) => !likely.has(issuer))];
}

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

// Another certificate of the same name and key brings a path no further; without this, cross-signed CAs go in circles.
function isSameAuthority(a: Certificate, b: Certificate): boolean {
  return sameBytes(a.der, b.der) || (sameBytes(a.spki, b.spki) && sameName(a.subject, b.subject));
}
