import { date, value } from '../../text/say.ts';
import type { Certificate } from '../certificate.ts';
import { sameBytes } from '../der.ts';
import { sameName } from '../distinguished-name.ts';
import { authorityKeyIdentifier, subjectKeyIdentifier } from '../extensions.ts';
import { shownCertificate, shownName } from '../findings/shown.ts';
import type { OrderedChain } from '../order.ts';
import { isSignedBy } from '../signature.ts';
import type { Hit } from './examined.ts';

/** What the file holds beside what is served, in which order, and how its parts fit. */
export function* chainRules({ serve, roots, strangers, inOrder, leaf }: OrderedChain, certificates: readonly Certificate[]): Generator<Hit> {
  if (!inOrder) yield { code: 'chain-order' };
  for (const twice of duplicates(certificates)) yield { code: 'chain-duplicate', certificate: twice };
  // A root that is all there is has nothing above it to be left out for.
  for (const root of roots) if (root !== leaf) yield { code: 'root-included', certificate: root };
  for (const stranger of strangers) yield impostor(stranger, serve) ?? { code: 'chain-stranger', certificate: stranger };
  for (const [i, certificate] of serve.entries()) {
    const issuer = serve[i + 1] ?? roots[0];
    if (issuer === undefined || issuer === certificate) continue;
    if (issuer.notAfter < leaf.notAfter) yield { code: 'issuer-expires-first', certificate: issuer, detail: date(issuer.notAfter) };
    if (!identifies(certificate, issuer)) yield { code: 'key-identifier-mismatch', certificate, detail: shownCertificate(issuer) };
  }
}

function* duplicates(certificates: readonly Certificate[]): Generator<Certificate> {
  const counts = new Map<string, number>();
  for (const certificate of certificates) {
    const count = (counts.get(certificate.fingerprintSha256) ?? 0) + 1;
    counts.set(certificate.fingerprintSha256, count);
    if (count === 2) yield certificate;
  }
}

// The name of an issuer in the chain, and another key.
function impostor(stranger: Certificate, serve: readonly Certificate[]): Hit | undefined {
  const below = serve.find((certificate, i) => serve[i + 1] === undefined && sameName(certificate.issuer, stranger.subject));
  if (below === undefined || sameBytes(below.der, stranger.der) || isSignedBy(below, stranger)) return undefined;
  return { code: 'signature-invalid', certificate: below, detail: value(shownName(stranger.subject)) };
}

function identifies(certificate: Certificate, issuer: Certificate): boolean {
  try {
    const [named, own] = [authorityKeyIdentifier(certificate)?.keyIdentifier, subjectKeyIdentifier(issuer)];
    return named === undefined || own === undefined || sameBytes(named, own);
  } catch {
    return true;
  }
}
