import { isIP } from 'node:net';
import { toALabel } from '../../domain/a-label.ts';
import { value } from '../../text/say.ts';
import type { Certificate } from '../certificate.ts';
import { childrenOf, context, readOnly, TAG } from '../der.ts';
import { isHostName } from '../names.ts';
import { OID } from '../oids.ts';
import type { IsPublicSuffix } from '../path/leaf-rules.ts';
import type { Hit } from './examined.ts';

const SHOWN = 100;
// Names of the special-use registry (RFC 6761, RFC 8375, RFC 9476) and what companies use inside.
const INTERNAL = /\.(?:local|localhost|internal|intranet|corp|home|lan|private|test|example|invalid|alt|home\.arpa)$/iu;

/** One hit of each kind: the first name that is wrong stands for all. */
export function* nameRules(leaf: Certificate, isPublicSuffix: IsPublicSuffix): Generator<Hit> {
  const found = new Map<Hit['code'], string>();
  for (const name of dnsNames(leaf)) {
    const code = faultOf(name, isPublicSuffix);
    if (code !== undefined && !found.has(code)) found.set(code, name);
  }
  for (const [code, name] of found) yield { code, certificate: leaf, detail: value(name.slice(0, SHOWN)) };
}

/** True for a name or address that nobody can prove to own. */
export function isInternal(name: string): boolean {
  if (!isAddress(name)) return !name.includes('.') || INTERNAL.test(name);
  if (isIP(name) === 4) return /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/u.test(name);
  return /^(?:f[cd]|fe[89ab]|::1$)/iu.test(name);
}

// Hardly a name looks like one, and node's own test takes its time.
function isAddress(name: string): boolean {
  return (name.includes(':') || /^[\d.]+$/u.test(name)) && isIP(name) !== 0;
}

function faultOf(name: string, isPublicSuffix: IsPublicSuffix): Hit['code'] | undefined {
  if (name.includes('\0')) return undefined;
  if (/[^\u0000-\u007f]/u.test(name)) return 'idn-not-a-label';
  if (isAddress(name)) return 'ip-as-dns';
  const host = name.toLowerCase().replace(/^\*\./u, '');
  if (!isHostName(host)) return 'name-syntax';
  if (/(?:^|\.)xn--/u.test(host) && toALabel(host) === undefined) return 'idn-not-a-label';
  return name.startsWith('*.') && isPublicSuffix(host) ? 'public-suffix-wildcard' : undefined;
}

// Read once more from the bytes: the reader of extensions refuses what is not ASCII, and this is the place to say so.
function dnsNames(leaf: Certificate): readonly string[] {
  const extension = leaf.extensions.get(OID.subjectAltName);
  if (extension === undefined) return [];
  try {
    return childrenOf(readOnly(extension.value, TAG.sequence)).flatMap(({ tag, content }) =>
      tag === context(2) ? [Buffer.from(content).toString('utf8')] : [],
    );
  } catch {
    return [];
  }
}
