import { isIP } from 'node:net';
import type { Certificate } from '../certificate.ts';
import { isCa } from '../describe.ts';
import { attributesOf } from '../distinguished-name.ts';
import { extendedKeyUsage, KEY_USAGE, keyUsage, subjectAltNames } from '../extensions.ts';
import type { GeneralName } from '../general-name.ts';
import { coversHost, ipBytes, ipToText, isHostName, namesOf } from '../names.ts';
import { OID } from '../oids.ts';
import { isUsageForKind } from './certificate-rules.ts';
import type { PathRule } from './rules.ts';

// CA/B BR 7.1.2.7.10: what a certificate for TLS servers must not be used for besides.
const OTHER_USAGES: readonly string[] = [OID.codeSigning, OID.emailProtection, OID.timeStamping, OID.ocspSigning, OID.precertificateSigning];

/** True for a name under which anybody may register (`co.uk`, `s3.amazonaws.com`). */
export type IsPublicSuffix = (name: string) => boolean;

/**
 * What holds for the certificate that a server shows.
 * @throws Malformed where an extension cannot be read
 */
export function* leafRules(certificate: Certificate, host: string | undefined, isPublicSuffix: IsPublicSuffix): Generator<PathRule> {
  const names = subjectAltNames(certificate);
  if (names === undefined || names.length === 0) yield 'san-missing';
  else if (host !== undefined && !coversHost(certificate, host)) yield 'name-not-covered';
  yield* usages(certificate);
  if (isCa(certificate)) yield 'leaf-is-ca';
  if (certificate.extensions.has(OID.nameConstraints)) yield 'leaf-constrains-names';
  yield* syntax(certificate, names ?? [], isPublicSuffix);
}

/** False where an extended key usage is present and leaves server authentication out. */
export function mayServe(certificate: Certificate): boolean {
  const extended = extendedKeyUsage(certificate);
  return extended === undefined || extended.includes(OID.serverAuth) || extended.includes(OID.anyExtendedKeyUsage);
}

function* usages(certificate: Certificate): Generator<PathRule> {
  const usage = keyUsage(certificate);
  const { digitalSignature, keyEncipherment, keyAgreement, keyCertSign } = KEY_USAGE;
  if (usage !== undefined && ![digitalSignature, keyEncipherment, keyAgreement].some((bit) => usage.has(bit)) && !isCa(certificate)) yield 'key-usage';
  if (usage?.has(keyCertSign) === true) yield isCa(certificate) ? 'leaf-is-ca' : 'inconsistent-ca';
  if (!isUsageForKind(certificate)) yield 'key-usage-kind';
  if (!mayServe(certificate)) yield 'eku-no-server-auth';
  const extended = extendedKeyUsage(certificate) ?? [];
  if (extended.includes(OID.anyExtendedKeyUsage)) yield 'any-eku';
  if (extended.some((usage) => OTHER_USAGES.includes(usage))) yield 'eku-other';
  if (certificate.extensions.get(OID.extendedKeyUsage)?.critical === true) yield 'eku-critical';
}

function* syntax(certificate: Certificate, names: readonly GeneralName[], isPublicSuffix: IsPublicSuffix): Generator<PathRule> {
  if (!names.every(isSound)) yield 'name-syntax';
  // RFC 5280 4.2.1.6: critical exactly where the subject is empty.
  const critical = certificate.extensions.get(OID.subjectAltName)?.critical;
  if (critical !== undefined && critical !== (certificate.subject.rdns.length === 0)) yield 'criticality';
  const served = namesOf(certificate);
  if (attributesOf(certificate.subject, OID.commonName).some((name) => misleads(name, served))) yield 'common-name';
  if (served.some((name) => name === '*' || (name.startsWith('*.') && isPublicSuffix(name.slice(2).toLowerCase())))) yield 'public-suffix-wildcard';
}

// CA/B BR 7.1.4.3 wants a character-for-character copy of one of the names. Refused is what shows people another name than the
// one that is certified: other case, or an internationalised name that is not among them.
function misleads(commonName: string, names: readonly string[]): boolean {
  if (names.includes(commonName)) return false;
  const address = addressIn(commonName);
  if (address !== undefined) return names.includes(address);
  const international = /[^\u0020-\u007e]|(?:^|\.)xn--/iu.test(commonName) && commonName.includes('.');
  return international || names.some((name) => name.toLowerCase() === commonName.toLowerCase());
}

// An address in another spelling than the usual one (0x7f000001, 127.000.000.001, upper-case IPv6).
function addressIn(commonName: string): string | undefined {
  const text = commonName.includes(':') ? `[${commonName}]` : commonName;
  const host = URL.parse(`http://${text}/`)?.hostname.replace(/^\[(.*)\]$/u, '$1');
  if (host === undefined || isIP(host) === 0) return undefined;
  return ipToText(ipBytes(host) ?? new Uint8Array());
}

function isSound(name: GeneralName): boolean {
  if (name.kind === 'ip') return name.value.length === 4 || name.value.length === 16;
  return name.kind !== 'dns' || isHostName(name.value.toLowerCase().replace(/^\*\./u, ''));
}
