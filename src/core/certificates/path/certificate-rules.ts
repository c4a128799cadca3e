import type { Certificate } from '../certificate.ts';
import { sameBytes } from '../der.ts';
import { sameName } from '../distinguished-name.ts';
import * as read from '../extensions.ts';
import { describeKey } from '../key.ts';
import { OID, SIGNATURES } from '../oids.ts';
import type { PathRule, Place } from './rules.ts';

const UNDERSTOOD: readonly string[] = [
  OID.subjectKeyIdentifier,
  OID.keyUsage,
  OID.subjectAltName,
  OID.issuerAltName,
  OID.basicConstraints,
  OID.nameConstraints,
  OID.crlDistributionPoints,
  OID.certificatePolicies,
  OID.authorityKeyIdentifier,
  OID.extendedKeyUsage,
  OID.authorityInfoAccess,
];
// RFC 5280 4.2.1.1, 4.2.1.2, 4.2.2.1: conforming CAs MUST mark these non-critical.
const NEVER_CRITICAL: readonly string[] = [OID.authorityKeyIdentifier, OID.subjectKeyIdentifier, OID.authorityInfoAccess];
const CURVES: readonly string[] = ['prime256v1', 'secp384r1', 'secp521r1'];
const SECOND = 1000;

/** What holds for every certificate of a path. */
export function* certificateRules({ certificate, position, at }: Place): Generator<PathRule> {
  if (at < certificate.notBefore) yield 'not-yet-valid';
  // notAfter has whole seconds and is inclusive (RFC 5280 4.1.2.5).
  if (at >= certificate.notAfter + SECOND) yield 'expired';
  if (certificate.duplicates.length > 0) yield 'duplicate-extension';
  yield* readable(certificate);
  yield* critical(certificate);
  yield* strength(certificate, position);
  if (certificate.issuer.rdns.length === 0) yield 'empty-name';
  if (certificate.version !== 3 && certificate.extensions.size > 0) yield 'version';
  // Old public roots have serial 0; an anchor is trusted as it is.
  if (position !== 'root') yield* serial(certificate.serial);
  yield* keyIdentifiers(certificate, position);
}

/** RSA below 2048 bits, DSA, and curves that no public CA certifies. */
export function isWeakKey(certificate: Certificate): boolean {
  const { kind, bits = 0, curve = '' } = describeKey(certificate.spki);
  if (kind === 'rsa' || kind === 'rsa-pss') return bits < 2048;
  return kind === 'ec' ? !CURVES.includes(curve) : kind !== 'ed25519' && kind !== 'ed448';
}

export function isWeaklySigned(certificate: Certificate): boolean {
  return SIGNATURES[certificate.signatureOid]?.weak === true;
}

function* readable(certificate: Certificate): Generator<PathRule> {
  try {
    for (const decode of [read.basicConstraints, read.keyUsage, read.extendedKeyUsage, read.subjectAltNames, read.nameConstraints]) decode(certificate);
    read.subjectKeyIdentifier(certificate);
    read.authorityKeyIdentifier(certificate);
  } catch {
    yield 'malformed';
  }
  try {
    read.authorityInfoAccess(certificate);
  } catch {
    yield 'malformed-aia';
  }
}

function* critical(certificate: Certificate): Generator<PathRule> {
  for (const extension of certificate.extensions.values()) {
    if (!extension.critical) continue;
    if (!UNDERSTOOD.includes(extension.oid)) yield 'unknown-critical-extension';
    if (NEVER_CRITICAL.includes(extension.oid)) yield 'criticality';
  }
}

function* strength(certificate: Certificate, position: Place['position']): Generator<PathRule> {
  if (isWeakKey(certificate)) yield 'key-weak';
  // A root's own signature proves nothing and is not checked.
  if (position !== 'root' && isWeaklySigned(certificate)) yield 'signature-weak';
  const { kind, bits = 0 } = describeKey(certificate.spki);
  // CA/B BR 6.1.5
  if (kind === 'rsa' && bits % 8 !== 0) yield 'key-size';
}

// RFC 5280 4.1.2.2: positive, at most 20 octets.
function* serial(octets: Uint8Array): Generator<PathRule> {
  if ((octets[0] ?? 0x80) >= 0x80 || octets.length > 20 || octets.every((octet) => octet === 0)) yield 'serial';
}

// RFC 5280 4.2.1.1 and 4.2.1.2; for roots CA/B BR 7.1.2.1.3.
function* keyIdentifiers(certificate: Certificate, position: Place['position']): Generator<PathRule> {
  const { subject, authority } = identifiersOf(certificate);
  if (position !== 'leaf' && subject === undefined) yield 'key-identifier';
  if (position !== 'intermediate' && sameName(certificate.subject, certificate.issuer)) {
    if (authority === undefined) return;
    if (position === 'root' && !isOwn(authority, subject)) yield 'key-identifier';
  }
  if (authority?.keyIdentifier === undefined) yield 'key-identifier';
}

// What a self-signed certificate says of its issuer is its own key or nothing.
function isOwn({ keyIdentifier, hasIssuer, hasSerial }: read.AuthorityKeyIdentifier, subject: Uint8Array = new Uint8Array()): boolean {
  return !hasIssuer && !hasSerial && keyIdentifier !== undefined && sameBytes(keyIdentifier, subject);
}

function identifiersOf(certificate: Certificate): { subject?: Uint8Array | undefined; authority?: read.AuthorityKeyIdentifier | undefined } {
  try {
    return { subject: read.subjectKeyIdentifier(certificate), authority: read.authorityKeyIdentifier(certificate) };
  } catch {
    return {};
  }
}
