import type { Certificate } from './certificate.ts';

// Hundreds of chains end in the same few signatures.
const known = new WeakMap<Certificate, WeakMap<Certificate, boolean>>();

/** True where the issuer's key made the signature; OpenSSL checks it. */
export function isSignedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (!certificate.signatureAgrees) return false;
  const issuers = known.get(certificate) ?? new WeakMap<Certificate, boolean>();
  known.set(certificate, issuers);
  const before = issuers.get(issuer);
  if (before !== undefined) return before;
  const signed = verify(certificate, issuer);
  issuers.set(issuer, signed);
  return signed;
}

function verify(certificate: Certificate, issuer: Certificate): boolean {
  try {
    return certificate.x509.verify(issuer.x509.publicKey);
  } catch {
    return false;
  }
}
