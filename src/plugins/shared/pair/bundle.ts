import { describeCertificate } from '../../../core/certificates/describe.ts';
import type { OrderedChain } from '../../../core/certificates/order.ts';
import { toChainPem } from '../../../core/certificates/read.ts';
import type { CertBundle } from '../../../core/contracts/index.ts';
import { isKeyVault } from '../keys/secret-ref.ts';
import type { PairFiles } from './read-files.ts';

/** What a target deploys of these files: the chain in serving order without its root; the key by reference. */
export function bundleOf(chain: OrderedChain, files: PairFiles, trustPem: string | undefined): CertBundle {
  const { names, notBefore, notAfter, fingerprintSha256 } = describeCertificate(chain.leaf);
  return {
    chainPem: toChainPem(chain.serve),
    key: isKeyVault(files.key) ? { from: 'keyvault', name: files.key.slice('keyvault:'.length) } : { from: 'file', name: files.key },
    names,
    notBefore,
    notAfter,
    fingerprintSha256,
    ...(isKeyVault(files.key) || isKeyVault(files.cert) ? {} : { files }),
    ...(trustPem === undefined ? {} : { trustPem }),
  };
}
