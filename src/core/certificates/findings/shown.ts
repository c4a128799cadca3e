import type { Span } from '../../contracts/index.ts';
import { value } from '../../text/say.ts';
import type { Certificate } from '../certificate.ts';
import { attributesOf, type DistinguishedName, nameToText } from '../distinguished-name.ts';
import type { KeyKind } from '../key.ts';
import { namesOf } from '../names.ts';
import { OID } from '../oids.ts';

/** What a person calls a certificate: its common name, else its first name, else its whole subject. */
export function shownCertificate(certificate: Certificate): Span {
  return value(shownName(certificate.subject) || namesOf(certificate)[0] || 'no name');
}

/** The common name, else all of it. */
export function shownName(name: DistinguishedName): string {
  return attributesOf(name, OID.commonName)[0] ?? nameToText(name);
}

/** `RSA 1024`, `EC secp224r1`. */
export function shownKey({ kind, bits, curve }: KeyKind): Span {
  return value([kind.toUpperCase(), curve ?? bits].filter((part) => part !== undefined).join(' '));
}

/** A path inside a command line, quoted where a shell would take it apart. */
export function argument(path: string): string {
  return /^[\w./\\:@+-]+$/u.test(path) ? path : `"${path}"`;
}
