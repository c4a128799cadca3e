import { hash } from 'node:crypto';
import { type Certificate, parseCertificate } from './certificate.ts';
import { nameToText, sameName } from './distinguished-name.ts';
import { basicConstraints } from './extensions.ts';
import { describeKeyIn, type KeyKind } from './key.ts';
import { namesOf } from './names.ts';
import { SIGNATURES } from './oids.ts';

/** What people and programs want to know of a certificate. Text in it is foreign. */
export interface CertificateInfo {
  /** Lower-case hex. */
  readonly fingerprintSha256: string;
  /** Lower-case hex, without the sign octet. */
  readonly serial: string;
  /** RFC 4514. */
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601 */
  readonly notBefore: string;
  readonly notAfter: string;
  /** DNS and IP names of the subjectAltName. */
  readonly names: readonly string[];
  readonly key: KeyKind;
  /** `sha256WithRSA`, or the OID. */
  readonly signature: string;
  readonly isCa: boolean;
  /** Subject and issuer are the same name. */
  readonly selfIssued: boolean;
  /** Lower-case hex of SHA-256 over the SubjectPublicKeyInfo. */
  readonly spkiSha256: string;
}

/** @throws Malformed for DER that is no certificate */
export function describeCertificate(source: Uint8Array | Certificate): CertificateInfo {
  const certificate = source instanceof Uint8Array ? parseCertificate(source) : source;
  return {
    fingerprintSha256: certificate.fingerprintSha256,
    serial: Buffer.from(certificate.serial)
      .toString('hex')
      .replace(/^00(?=.)/u, ''),
    subject: nameToText(certificate.subject),
    issuer: nameToText(certificate.issuer),
    notBefore: new Date(certificate.notBefore).toISOString(),
    notAfter: new Date(certificate.notAfter).toISOString(),
    names: namesOf(certificate),
    key: describeKeyIn(certificate),
    signature: SIGNATURES[certificate.signatureOid]?.name ?? certificate.signatureOid,
    isCa: isCa(certificate),
    selfIssued: isSelfIssued(certificate),
    spkiSha256: hash('sha256', certificate.spki),
  };
}

/** basicConstraints says CA; a version 1 certificate and unreadable constraints say nothing. */
export function isCa(certificate: Certificate): boolean {
  try {
    return basicConstraints(certificate)?.ca === true;
  } catch {
    return false;
  }
}

export const isSelfIssued = (certificate: Certificate): boolean => sameName(certificate.subject, certificate.issuer);
