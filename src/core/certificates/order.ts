import type { Certificate } from './certificate.ts';
import { sameBytes } from './der.ts';
import { isCa, isSelfIssued } from './describe.ts';
import { sameName } from './distinguished-name.ts';
import { isSignedBy } from './signature.ts';

/** A file's certificates as they should be served. */
export interface OrderedChain {
  readonly leaf: Certificate;
  /** Leaf, then each one's issuer; a root at the end is left out. */
  readonly serve: readonly Certificate[];
  /** Self-signed certificates above the leaf. */
  readonly roots: readonly Certificate[];
  /** Those that belong to no one in the chain. */
  readonly strangers: readonly Certificate[];
  /** True where the file's order is the serving order. */
  readonly inOrder: boolean;
}

const MAX_LENGTH = 16;

/**
 * Finds the leaf and puts its issuers behind it.
 * @param key SPKI of the private key, which tells the leaf where several could be it
 */
export function orderChain(certificates: readonly Certificate[], key?: Uint8Array): OrderedChain | undefined {
  const leaf = findLeaf(certificates, key);
  if (leaf === undefined) return undefined;
  const chain: Certificate[] = [leaf];
  const roots: Certificate[] = [];
  for (let last = leaf; chain.length < MAX_LENGTH && !isSelfIssued(last); ) {
    const issuer = issuerAmong(certificates, last, chain);
    if (issuer === undefined) break;
    if (isSelfSigned(issuer)) {
      roots.push(issuer);
      break;
    }
    chain.push(issuer);
    last = issuer;
  }
  const used = [...chain, ...roots];
  const given = certificates.filter((certificate) => chain.includes(certificate));
  return {
    leaf,
    serve: chain,
    roots,
    strangers: certificates.filter((certificate) => !used.some((one) => sameBytes(one.der, certificate.der))),
    inOrder: certificates[0] === leaf && given.every((certificate, i) => certificate === chain[i]),
  };
}

export function isSelfSigned(certificate: Certificate): boolean {
  return isSelfIssued(certificate) && isSignedBy(certificate, certificate);
}

// Where there is a server certificate, a key that fits a CA of the chain is the wrong key, not another leaf.
function findLeaf(certificates: readonly Certificate[], key: Uint8Array | undefined): Certificate | undefined {
  const servers = certificates.filter((certificate) => !isCa(certificate));
  const candidates = servers.length > 0 ? servers : certificates;
  return candidates.find(({ spki }) => key !== undefined && sameBytes(spki, key)) ?? candidates[0];
}

function issuerAmong(certificates: readonly Certificate[], of: Certificate, chain: readonly Certificate[]): Certificate | undefined {
  const named = certificates.filter((candidate) => !chain.includes(candidate) && sameName(candidate.subject, of.issuer));
  return named.find((candidate) => isSignedBy(of, candidate)) ?? undefined;
}
