import type { Certificate } from '../certificate.ts';
import { sameBytes } from '../der.ts';
import { sameName } from '../distinguished-name.ts';
import * as read from '../extensions.ts';
import { describeKeyIn, exponentIn } from '../key.ts';
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
  OID.policyMappings,
  OID.policyConstraints,
  OID.inhibitAnyPolicy,
];
// RFC 5280 4.2.1.1, 4.2.1.2, 4.2.2.1: conforming CAs MUST mark these non-critical.
const NEVER_CRITICAL: readonly string[] = [OID.authorityKeyIdentifier, OID.subjectKeyIdentifier, OID.authorityInfoAccess];
// 4.2.1.11, 4.2.1.14: these MUST be critical, as (elsewhere) those that only a CA has.
const ALWAYS_CRITICAL: readonly string[] = [OID.policyConstraints, OID.inhibitAnyPolicy];
const CURVES: readonly string[] = ['prime256v1', 'secp384r1', 'secp521r1'];
const SECOND = 1000;

const DECODERS: readonly ((certificate: Certificate) => unknown)[] = [
  read.basicConstraints,
  read.keyUsage,
  read.extendedKeyUsage,
  read.subjectAltNames,
  read.nameConstraints,
  read.subjectKeyIdentifier,
  read.authorityKeyIdentifier,
  read.certificatePolicies,
  read.policyMappings,
  read.policyConstraints,
  read.inhibitAnyPolicy,
];

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
  if (position !== 'root') yield* issued(certificate);
  yield* keyIdentifiers(certificate, position);
}

/** RSA below 2048 bits, DSA, and curves that no public CA certifies. */
export function isWeakKey(certificate: Certificate): boolean {
  const { kind, bits = 0, curve = '' } = describeKeyIn(certificate);
  if (kind === 'rsa' || kind === 'rsa-pss') return bits < 2048;
  return kind === 'ec' ? !CURVES.includes(curve) : kind !== 'ed25519' && kind !== 'ed448' && kind !== 'ml-dsa';
}

/** RFC 5280 4.1.2.2: positive, at most 20 octets. */
export function isSerialSound(octets: Uint8Array): boolean {
  return (octets[0] ?? 0x80) < 0x80 && octets.length <= 20 && octets.some((octet) => octet !== 0);
}

/** CA/B BR 6.1.6: odd, 3 or more. */
export function isExponentSound(certificate: Certificate): boolean {
  const exponent = exponentIn(certificate);
  return exponent === undefined || (exponent >= 3n && exponent % 2n === 1n);
}

/** RFC 5480 3, RFC 8813, RFC 9881 5: keys that only sign, or only agree, encipher nothing. */
export function isUsageForKind(certificate: Certificate): boolean {
  const usage = read.keyUsage(certificate);
  const { kind } = describeKeyIn(certificate);
  if (usage === undefined || kind === 'rsa' || kind === 'dsa' || kind === 'other') return true;
  const { keyEncipherment, dataEncipherment, keyAgreement } = read.KEY_USAGE;
  return !usage.has(keyEncipherment) && !usage.has(dataEncipherment) && (kind === 'ec' || !usage.has(keyAgreement));
}

export function isWeaklySigned(certificate: Certificate): boolean {
  return SIGNATURES[certificate.signatureOid]?.weak === true;
}

function* readable(certificate: Certificate): Generator<PathRule> {
  try {
    for (const decode of DECODERS) decode(certificate);
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
    if (!extension.critical && ALWAYS_CRITICAL.includes(extension.oid)) yield 'criticality';
    if (!extension.critical) continue;
    if (!UNDERSTOOD.includes(extension.oid)) yield 'unknown-critical-extension';
    if (NEVER_CRITICAL.includes(extension.oid)) yield 'criticality';
  }
}

function* strength(certificate: Certificate, position: Place['position']): Generator<PathRule> {
  if (isWeakKey(certificate)) yield 'key-weak';
  // A root's own signature proves nothing and is not checked.
  if (position !== 'root' && isWeaklySigned(certificate)) yield 'signature-weak';
  const { kind, bits = 0 } = describeKeyIn(certificate);
  // CA/B BR 6.1.5
  if (kind === 'rsa' && bits % 8 !== 0) yield 'key-size';
  if (!isExponentSound(certificate)) yield 'key-exponent';
}

function* issued(certificate: Certificate): Generator<PathRule> {
  if (!isSerialSound(certificate.serial)) yield 'serial';
  if (!certificate.datesByRule) yield 'validity-encoding';
  if (certificate.hasUniqueId) yield 'unique-id';
}

// RFC 5280 4.2.1.1 and 4.2.1.2; for roots CA/B BR 7.1.2.1.3.
function* keyIdentifiers(certificate: Certificate, position: Place['position']): Generator<PathRule> {
  const { subject, authority } = identifiersOf(certificate);
  if (position !== 'leaf' && subject === undefined) yield 'key-identifier';
  if (position !== 'intermediate' && sameName(certificate.subject, certificate.issuer)) {
    if (authority === undefined) return;
    if (position === 'root' && !isOwn(authority, subject)) yield 'key-identifier';
  }
  // CA/B BR 7.1.2.11.1: the key identifier alone.
  if (authority?.keyIdentifier === undefined || authority.hasIssuer || authority.hasSerial) yield 'key-identifier';
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
