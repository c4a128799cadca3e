import { createPrivateKey } from 'node:crypto';
import type { Certificate } from '../certificate.ts';
import type { Contents, FoundKey } from '../contents/contents.ts';
import { sameBytes } from '../der.ts';
import { isCa } from '../describe.ts';
import { type OrderedChain, orderChain } from '../order.ts';
import { toChainPem } from '../read.ts';

/** What comes out of a conversion; `keyPem` is a secret. */
export interface Converted {
  /** In serving order, without the root. */
  readonly chainPem: string;
  readonly chain: OrderedChain;
  /** PKCS #8, unencrypted; undefined where no file holds a key. */
  readonly keyPem: string | undefined;
}

/** Why there is nothing to write. `mismatch`: there are keys, and none belongs to the certificate. */
export type GatherFault = 'no-certificate' | 'only-ca' | 'mismatch';

/** The chain and its key out of everything that was read; the keys' bytes are overwritten with zeros. */
export function gather(all: readonly Contents[]): Converted | GatherFault {
  const keys = all.flatMap((contents) => contents.keys);
  try {
    return converted(distinct(all.flatMap(({ certificates }) => certificates)), keys);
  } finally {
    for (const { pkcs8 } of keys) pkcs8?.fill(0);
  }
}

function converted(certificates: readonly Certificate[], keys: readonly FoundKey[]): Converted | GatherFault {
  const owned = certificates.find((certificate) => !isCa(certificate) && keys.some(({ spki }) => sameBytes(spki, certificate.spki)));
  const chain = orderChain(certificates, owned?.spki ?? keys[0]?.spki);
  if (chain === undefined) return 'no-certificate';
  if (isCa(chain.leaf) && chain.roots.length === 0 && certificates.length > 1) return 'only-ca';
  const key = keys.find(({ spki }) => sameBytes(spki, chain.leaf.spki));
  if (keys.length > 0 && key === undefined) return 'mismatch';
  return { chain, chainPem: toChainPem(chain.serve), keyPem: key?.pkcs8 === undefined ? undefined : toKeyPem(key.pkcs8) };
}

function toKeyPem(pkcs8: Uint8Array): string {
  return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString();
}

function distinct(certificates: readonly Certificate[]): readonly Certificate[] {
  return [...new Map(certificates.map((certificate) => [certificate.fingerprintSha256, certificate])).values()];
}
