import type { Domain, JsonObject } from '../../../core/contracts/index.ts';

/** Certificate chain and key as PEM text, not base64 (facts.md 1.4); or what stands for them in a preview. */
export interface Pair {
  readonly cert: string;
  readonly key: string;
}

/** The `sslConfiguration` of a request as SDK v1 builds it (facts.md 1.5); undefined: TLS is not part of the request. */
export function sslConfiguration(domain: Domain, pair: Pair | undefined): JsonObject | undefined {
  switch (domain.kind) {
    case 'custom':
      return pair === undefined ? undefined : { status: 'Enabled', cname: domain.fqdn, cert: pair.cert, key: pair.key };
    case 'microsoft':
      return { status: 'Auto', leafDomainLabel: domain.leafDomainLabel, overwriteExistingDomain: domain.overwriteExistingDomain };
    case 'none':
      return undefined;
  }
}
