import type { Certificate } from '../../../core/certificates/certificate.ts';
import type { Contents } from '../../../core/certificates/contents/contents.ts';
import { lintContents } from '../../../core/certificates/lint/lint.ts';
import { orderChain } from '../../../core/certificates/order.ts';
import { isAnchored } from '../../../core/certificates/trust.ts';
import type { Environment, Finding } from '../../../core/contracts/index.ts';
import { publicRoots } from '../../../plugins/shared/net/roots.ts';
import { suffixesFor } from '../cert/lint/lint.ts';

export interface Judged {
  readonly env: Environment;
  readonly contents: Contents;
  /** The file or host: the subject of the findings. */
  readonly subject: string;
  readonly names: readonly string[];
  readonly trustPem: string | undefined;
}

/** What `cert lint` says of these certificates, at the environment's clock and by its roots; what only public CAs have to keep is asked of them alone. */
export async function judge({ env, contents, subject, names, trustPem }: Judged): Promise<readonly Finding[]> {
  const roots = await env.tls.roots();
  const isPublicSuffix = await suffixesFor(contents.certificates);
  const wish = {
    names,
    at: env.clock.now(),
    rules: isPublic(contents.certificates) ? ('web' as const) : ('private' as const),
    roots: () => roots,
    publicRoots,
    isPublicSuffix,
  };
  return lintContents({ contents, subject, wish: trustPem === undefined ? wish : { ...wish, trust: [trustPem] } });
}

function isPublic(certificates: readonly Certificate[]): boolean {
  const chain = orderChain(certificates);
  const top = chain?.roots[0] ?? chain?.serve.at(-1);
  return top !== undefined && isAnchored(top, publicRoots());
}

/** Certificates that came from no file. */
export const contentsOf = (certificates: readonly Certificate[]): Contents => ({
  form: 'pem',
  encoding: 'plain',
  certificates,
  keys: [],
  requests: [],
  containers: [],
  others: [],
  unread: [],
});
