import { createHash } from 'node:crypto';
import type { Certificate } from '../certificate.ts';
import { childrenOf, context, contextConstructed, type Der, readDer, readOnly, TAG } from '../der.ts';
import { type CertificateInfo, describeCertificate } from '../describe.ts';
import { authorityInfoAccess } from '../extensions.ts';
import { lifetime } from '../lifetime.ts';
import { lifetimeDays, lifetimeLimit } from '../lint/ladder.ts';
import { OID } from '../oids.ts';

/** All that `cert inspect` shows of one certificate. Text in it is foreign. */
export interface CertificateDetails extends CertificateInfo {
  /** Whole days; negative once expired. */
  readonly daysLeft: number;
  /** 0 to 1; negative once expired. */
  readonly shareLeft: number;
  readonly lifetimeDays: number;
  /** The most days that the CA/Browser Forum allowed a server certificate issued then; null where it asks nothing. */
  readonly lifetimeLimitDays: number | null;
  /** RFC 7469: base64 of SHA-256 over the SubjectPublicKeyInfo. */
  readonly pin: string;
  readonly ocsp: readonly string[];
  readonly crl: readonly string[];
  readonly issuerUrls: readonly string[];
  /** Signed certificate timestamps inside the certificate. */
  readonly timestamps: number;
}

/** @param at ms since the epoch: when what is left is counted from */
export function detailsOf(certificate: Certificate, at: number): CertificateDetails {
  const info = describeCertificate(certificate);
  const { daysLeft, shareLeft } = lifetime(info.notBefore, info.notAfter, at);
  return {
    ...info,
    daysLeft,
    shareLeft: Math.round(shareLeft * 1000) / 1000,
    lifetimeDays: lifetimeDays(certificate),
    lifetimeLimitDays: info.isCa ? null : (lifetimeLimit(certificate.notBefore) ?? null),
    pin: createHash('sha256').update(certificate.spki).digest('base64'),
    ocsp: accessUrls(certificate, OID.ocsp),
    crl: crlUrls(certificate),
    issuerUrls: accessUrls(certificate, OID.caIssuers),
    timestamps: countTimestamps(certificate),
  };
}

function accessUrls(certificate: Certificate, method: string): readonly string[] {
  try {
    const found = (authorityInfoAccess(certificate) ?? []).filter((each) => each.method === method);
    return found.flatMap(({ location }) => (location.kind === 'uri' ? [location.value] : []));
  } catch {
    return [];
  }
}

// CRLDistributionPoints: { [0] distributionPoint { [0] fullName { [6] URI } } } each.
function crlUrls(certificate: Certificate): readonly string[] {
  const value = certificate.extensions.get(OID.crlDistributionPoints)?.value;
  try {
    const points = value === undefined ? [] : childrenOf(readOnly(value, TAG.sequence));
    const step = (elements: readonly Der[]) => elements.flatMap(childrenOf).filter(({ tag }) => tag === contextConstructed(0));
    const names = step(step(points)).flatMap(childrenOf);
    return names.filter(({ tag }) => tag === context(6)).map(({ content }) => Buffer.from(content).toString('latin1'));
  } catch {
    return [];
  }
}

// RFC 6962 3.3: an OCTET STRING around a TLS list, each entry behind its length.
function countTimestamps(certificate: Certificate): number {
  const value = certificate.extensions.get(OID.signedTimestamps)?.value;
  if (value === undefined) return 0;
  try {
    const list = readDer(value).content;
    let count = 0;
    for (let at = 2; at + 2 <= list.length; at += 2 + (((list[at] ?? 0) << 8) | (list[at + 1] ?? 0))) count += 1;
    return count;
  } catch {
    return 0;
  }
}
