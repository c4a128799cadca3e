import { value } from '../../text/say.ts';
import type { Certificate } from '../certificate.ts';
import { isSelfIssued } from '../describe.ts';
import { subjectAltNames } from '../extensions.ts';
import { shownKey } from '../findings/shown.ts';
import { describeKeyIn, exponentIn } from '../key.ts';
import { isExponentSound, isSerialSound, isUsageForKind, isWeakKey, isWeaklySigned } from '../path/certificate-rules.ts';
import type { Hit } from './examined.ts';

const RANDOM_OCTETS = 8;
const UNUSUAL: readonly string[] = ['secp521r1'];
const UNUSUAL_KINDS: readonly string[] = ['ed25519', 'ed448', 'rsa-pss', 'ml-dsa'];

/** What can be said of any certificate by itself; what depends on its place is found on the path. */
export function* eachRules(certificate: Certificate): Generator<Hit> {
  const root = isSelfIssued(certificate);
  const hex = Buffer.from(certificate.serial).toString('hex');
  if (certificate.notAfter < certificate.notBefore) yield { code: 'validity-inverted', certificate };
  if (certificate.version !== 3) yield { code: 'version-old', certificate, detail: value(String(certificate.version)) };
  if (!certificate.signatureAgrees) yield { code: 'signature-mismatch', certificate };
  if (!root && !certificate.datesByRule) yield { code: 'validity-encoding', certificate };
  if (!root && !isSerialSound(certificate.serial)) yield { code: 'serial', certificate, detail: value(hex) };
  else if (!root && certificate.serial.length < RANDOM_OCTETS) yield { code: 'serial-short', certificate, detail: value(hex) };
  if (certificate.hasUniqueId) yield { code: 'unique-id', certificate };
  yield* keyRules(certificate, root);
  yield* nulRules(certificate);
}

function* keyRules(certificate: Certificate, root: boolean): Generator<Hit> {
  const key = describeKeyIn(certificate);
  if (!root && isWeaklySigned(certificate)) yield { code: 'signature-weak', certificate };
  if (isWeakKey(certificate)) yield { code: 'key-weak', certificate, detail: shownKey(key) };
  else if (UNUSUAL.includes(key.curve ?? '') || UNUSUAL_KINDS.includes(key.kind)) yield { code: 'key-unusual', certificate, detail: shownKey(key) };
  if (key.kind === 'rsa' && (key.bits ?? 0) % 8 !== 0) yield { code: 'key-size', certificate, detail: shownKey(key) };
  if (!isExponentSound(certificate)) yield { code: 'key-exponent', certificate, detail: value(String(exponentIn(certificate))) };
  if (!usageFits(certificate)) yield { code: 'key-usage-kind', certificate, detail: shownKey(key) };
}

function usageFits(certificate: Certificate): boolean {
  try {
    return isUsageForKind(certificate);
  } catch {
    // What cannot be read is found on the path.
    return true;
  }
}

function* nulRules(certificate: Certificate): Generator<Hit> {
  const texts = certificate.subject.rdns.flatMap((rdn) => rdn.map((attribute) => attribute.value));
  const bad = [...texts, ...textNames(certificate)].find((text) => text.includes('\0'));
  if (bad !== undefined) yield { code: 'embedded-nul', certificate, detail: value(bad.slice(0, 100)) };
}

function textNames(certificate: Certificate): readonly string[] {
  try {
    return (subjectAltNames(certificate) ?? []).flatMap((name) => (name.kind === 'dns' || name.kind === 'email' || name.kind === 'uri' ? [name.value] : []));
  } catch {
    return [];
  }
}
