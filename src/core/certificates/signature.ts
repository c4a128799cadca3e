import type { Certificate } from './certificate.ts';

/** True where the issuer's key made the signature; OpenSSL checks it. */
export function isSignedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (!certificate.signatureAgrees) return false;
  try {
    return certificate.x509.verify(issuer.x509.publicKey);
  } catch {
    return false;
  }
}
