import type { Certificate } from '../certificates/certificate.ts';
import { type CertificateInfo, describeCertificate } from '../certificates/describe.ts';
import { tryParse } from '../certificates/read.ts';
import type { Environment, Layer, PeekTarget } from '../contracts/index.ts';

/** What one address served, read but not judged. */
export type Served =
  | {
      readonly seen: true;
      readonly address: string;
      readonly protocol: string;
      readonly leaf: CertificateInfo;
      /** As served: leaf first. */
      readonly chain: readonly Certificate[];
    }
  | { readonly seen: false; readonly address: string; readonly layer: Layer; readonly reason: string };

/** One handshake. Never throws for what the other side does; throws the signal's reason. */
export async function lookAtServed(env: Environment, target: PeekTarget, signal: AbortSignal): Promise<Served> {
  const peek = await env.tls.peek(target, signal);
  if (!peek.seen) return { seen: false, address: target.address, layer: peek.layer, reason: peek.reason };
  const chain = peek.chain.map((der, at) => (at === 0 ? tryParse(der) : issuerOf(der)));
  const [leaf] = chain;
  if (leaf === undefined) return { seen: false, address: peek.address, layer: 'tls', reason: 'the served certificate cannot be read' };
  return {
    seen: true,
    address: peek.address,
    protocol: peek.protocol,
    leaf: describeCertificate(leaf),
    chain: chain.filter((certificate) => certificate !== undefined),
  };
}

// The same few CAs stand above hundreds of hosts: each is read, and its signature checked, once.
const issuers = new Map<string, Certificate>();
const MOST_ISSUERS = 256;

function issuerOf(der: Uint8Array): Certificate | undefined {
  const key = Buffer.from(der).toString('latin1');
  const known = issuers.get(key);
  if (known !== undefined) return known;
  const certificate = tryParse(der);
  if (certificate === undefined) return undefined;
  if (issuers.size >= MOST_ISSUERS) issuers.clear();
  issuers.set(key, certificate);
  return certificate;
}
