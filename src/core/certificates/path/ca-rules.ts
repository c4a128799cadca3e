import type { Certificate } from '../certificate.ts';
import { isSelfIssued } from '../describe.ts';
import { basicConstraints, extendedKeyUsage, KEY_USAGE, keyUsage, nameConstraints } from '../extensions.ts';
import { OID } from '../oids.ts';
import type { PathRule, Position } from './rules.ts';
import { isSoundBase } from './subtree.ts';

/**
 * What holds for a certificate that signed another.
 * @param below certificates between it and the leaf that are not self-issued (RFC 5280 4.2.1.9)
 * @throws Malformed where an extension cannot be read
 */
export function* caRules(certificate: Certificate, position: Position, below: number): Generator<PathRule> {
  const constraints = basicConstraints(certificate);
  const usage = keyUsage(certificate);
  if (constraints?.ca !== true) yield 'not-a-ca';
  if (usage !== undefined && !usage.has(KEY_USAGE.keyCertSign)) yield 'no-cert-sign';
  if (constraints?.pathLength !== undefined && below > constraints.pathLength) yield 'path-length';
  if (certificate.subject.rdns.length === 0) yield 'empty-name';
  if (certificate.extensions.get(OID.basicConstraints)?.critical === false) yield 'criticality';
  if (certificate.extensions.get(OID.nameConstraints)?.critical === false) yield 'criticality';
  const bases = nameConstraints(certificate);
  if (![...(bases?.permitted ?? []), ...(bases?.excluded ?? [])].every(isSoundBase)) yield 'name-syntax';
  // RFC 5280 4.2.1.3: a CA MUST say so; an anchor is trusted as it is.
  if (position !== 'root' && usage === undefined) yield 'inconsistent-ca';
  if (constraints?.pathLength !== undefined && constraints.ca !== true) yield 'inconsistent-ca';
  const usages = extendedKeyUsage(certificate);
  if (usages === undefined) return;
  if (position === 'root' && isSelfIssued(certificate)) yield 'root-eku';
  if (!usages.includes(OID.serverAuth) && !usages.includes(OID.anyExtendedKeyUsage)) yield 'eku-no-server-auth';
}
