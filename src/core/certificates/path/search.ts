import type { Certificate } from '../certificate.ts';
import { sameBytes } from '../der.ts';
import { sameName } from '../distinguished-name.ts';
import { isSignedBy } from '../signature.ts';
import type { TrustStore } from '../trust.ts';

/** What the search met, beside paths. */
export interface Found {
  /** A path may exist that needs more intermediates than allowed. */
  tooLong: boolean;
  /** Too many signatures to check: somebody wants us to. */
  budgetSpent: boolean;
}

// Go's limit; real chains need fewer than ten.
const MAX_SIGNATURES = 100;

/**
 * Every path from the leaf to an anchor, leaf first, anchor last, signatures checked, roots tried before detours.
 * @param maxDepth intermediates allowed
 */
export function* pathsFrom(leaf: Certificate, others: readonly Certificate[], trust: TrustStore, maxDepth: number, found: Found): Generator<Certificate[]> {
  let signatures = 0;
  if (trust.has(leaf)) yield [leaf];
  yield* extend([leaf]);

  function* extend(path: readonly Certificate[]): Generator<Certificate[]> {
    const last = path.at(-1) ?? leaf;
    for (const root of trust.named(last)) if (!sameBytes(root.der, last.der) && signed(last, root)) yield [...path, root];
    for (const issuer of others) {
      if (!sameName(issuer.subject, last.issuer) || path.some((one) => isSameAuthority(one, issuer)) || trust.has(issuer) || !signed(last, issuer)) continue;
      if (path.length > maxDepth) found.tooLong = true;
      else yield* extend([...path, issuer]);
    }
  }

  function signed(certificate: Certificate, issuer: Certificate): boolean {
    signatures += 1;
    if (signatures > MAX_SIGNATURES) found.budgetSpent = true;
    return signatures <= MAX_SIGNATURES && isSignedBy(certificate, issuer);
  }
}

// Another certificate of the same name and key brings a path no further; without this, cross-signed CAs go in circles.
function isSameAuthority(a: Certificate, b: Certificate): boolean {
  return sameBytes(a.der, b.der) || (sameBytes(a.spki, b.spki) && sameName(a.subject, b.subject));
}
