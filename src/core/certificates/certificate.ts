import { hash, X509Certificate } from 'node:crypto';
import { childrenOf, context, contextConstructed, type Der, expectTag, Malformed, readOnly, sameBytes, TAG } from './der.ts';
import { checkInteger, readBoolean, readOid, readSmallInteger, readTime } from './der-values.ts';
import { type DistinguishedName, readName } from './distinguished-name.ts';

export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  /** DER of the extension's own type. */
  readonly value: Uint8Array;
}

/** A certificate as encoded; extensions are decoded by those who need them (`extensions.ts`). */
export interface Certificate {
  readonly der: Uint8Array;
  /** 1, 2 or 3. */
  readonly version: number;
  /** The INTEGER's octets. */
  readonly serial: Uint8Array;
  readonly signatureOid: string;
  /** False where the signed part names another algorithm than the signature itself. */
  readonly signatureAgrees: boolean;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  /** ms since the epoch */
  readonly notBefore: number;
  /** ms since the epoch; the whole second belongs to it. */
  readonly notAfter: number;
  /** RFC 5280 4.1.2.5: UTCTime through 2049, GeneralizedTime afterwards. */
  readonly datesByRule: boolean;
  /** issuerUniqueID or subjectUniqueID, a thing of version 2. */
  readonly hasUniqueId: boolean;
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array;
  readonly extensions: ReadonlyMap<string, Extension>;
  /** OIDs that occur more than once, which RFC 5280 4.2 forbids. */
  readonly duplicates: readonly string[];
  /** Lower-case hex, SHA-256 of the DER. */
  readonly fingerprintSha256: string;
  /** OpenSSL's view of the same bytes: public key and signature. */
  readonly x509: X509Certificate;
}

/**
 * One certificate, DER. OpenSSL has to be able to read it too.
 * @throws Malformed
 */
export function parseCertificate(der: Uint8Array): Certificate {
  const [tbs, algorithm] = childrenOf(readOnly(der, TAG.sequence));
  const fields = [...childrenOf(expectTag(tbs, TAG.sequence))];
  const version = fields[0]?.tag === contextConstructed(0) ? readVersion(fields.shift()) : 1;
  const [serial, innerAlgorithm, issuer, validity, subject, spki, ...rest] = fields;
  const [notBefore, notAfter] = childrenOf(expectTag(validity, TAG.sequence));
  const outer = expectTag(algorithm, TAG.sequence);
  return {
    der,
    version,
    serial: checkInteger(expectTag(serial, TAG.integer).content),
    signatureOid: readOid(childrenOf(outer)[0]),
    signatureAgrees: sameBytes(outer.raw, expectTag(innerAlgorithm, TAG.sequence).raw),
    issuer: readName(issuer),
    subject: readName(subject),
    notBefore: readTime(notBefore),
    notAfter: readTime(notAfter),
    datesByRule: [notBefore, notAfter].every(isDateByRule),
    hasUniqueId: rest.some(({ tag }) => [1, 2].some((n) => tag === context(n) || tag === contextConstructed(n))),
    spki: expectTag(spki, TAG.sequence).raw,
    ...readExtensions(rest.find((field) => field.tag === contextConstructed(3))),
    fingerprintSha256: hash('sha256', der),
    x509: opened(der),
  };
}

function isDateByRule(time: Der | undefined): boolean {
  return readTime(time) < Date.UTC(2050, 0) === (time?.tag === TAG.utcTime);
}

function opened(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch {
    throw new Malformed('OpenSSL cannot read it');
  }
}

function readVersion(element: Der | undefined): number {
  const [version] = element === undefined ? [] : childrenOf(element);
  if (version === undefined) throw new Malformed('version');
  return readSmallInteger(version) + 1;
}

function readExtensions(element: Der | undefined): Pick<Certificate, 'extensions' | 'duplicates'> {
  const extensions = new Map<string, Extension>();
  const duplicates: string[] = [];
  const [list] = element === undefined ? [] : childrenOf(element);
  for (const item of list === undefined ? [] : childrenOf(expectTag(list, TAG.sequence))) {
    const [oid, ...rest] = childrenOf(expectTag(item, TAG.sequence));
    const critical = rest[0]?.tag === TAG.boolean && readBoolean(rest[0]);
    const extension = { oid: readOid(oid), critical, value: expectTag(rest.at(-1), TAG.octetString).content };
    if (extensions.has(extension.oid)) duplicates.push(extension.oid);
    else extensions.set(extension.oid, extension);
  }
  return { extensions, duplicates };
}
