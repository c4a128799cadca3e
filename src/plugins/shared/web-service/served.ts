import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { Context, Layer } from '../../../core/contracts/index.ts';

/** The leaf that an address serves. Times in ms since the epoch. */
export interface ServedLeaf {
  /** Lower-case hex. */
  readonly fingerprintSha256: string;
  /** DNS names of the SAN, lower case. */
  readonly names: readonly string[];
  readonly notBefore: number;
  readonly notAfter: number;
}

export type Look =
  | { readonly address: string; readonly seen: true; readonly leaf: ServedLeaf }
  | { readonly address: string; readonly seen: false; readonly layer: Layer; readonly reason: string };

/** What each address serves for this name, side by side. By address, because DNS may still lead elsewhere. */
export async function lookAtEach(context: Context, addresses: readonly string[], servername: string | undefined): Promise<readonly Look[]> {
  return await Promise.all(addresses.map((address) => lookAt(context, address, servername)));
}

async function lookAt({ env, signal }: Context, address: string, servername: string | undefined): Promise<Look> {
  const peek = await env.tls.peek({ address, port: 443, ...(servername === undefined || isIP(servername) !== 0 ? {} : { servername }) }, signal);
  if (!peek.seen) return { address, seen: false, layer: peek.layer, reason: peek.reason };
  const [der] = peek.chain;
  const leaf = der === undefined ? undefined : readLeaf(der);
  return leaf === undefined ? { address, seen: false, layer: 'tls', reason: 'no readable certificate' } : { address, seen: true, leaf };
}

function readLeaf(der: Uint8Array): ServedLeaf | undefined {
  try {
    const certificate = new X509Certificate(der);
    return {
      fingerprintSha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
      names: dnsNames(certificate.subjectAltName),
      notBefore: certificate.validFromDate.getTime(),
      notAfter: certificate.validToDate.getTime(),
    };
  } catch {
    return undefined;
  }
}

// Node quotes an entry that holds anything unusual; such names are none that Azure or a CA gives out.
function dnsNames(subjectAltName: string | undefined): readonly string[] {
  return (subjectAltName ?? '').split(', ').flatMap((entry) => (/^DNS:[\w.*-]+$/.test(entry) ? [entry.slice(4).toLowerCase()] : []));
}

export function validAt(leaf: ServedLeaf, at: number): boolean {
  return leaf.notBefore <= at && at <= leaf.notAfter;
}
