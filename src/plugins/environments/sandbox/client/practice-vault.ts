import type { HttpClient } from '@azure/core-rest-pipeline';
import { createKeyVault } from '../../../shared/keyvault/read-secret.ts';
import { VAULT_HEADER, VAULT_SUFFIX } from '../vault/handler.ts';
import { practiceCredential } from './connection.ts';
import type { Link } from './link.ts';

/** The practice Key Vaults: the vendor's client, led to where the host listens. */
export function practiceVault(link: Link): (url: string, signal: AbortSignal) => Promise<string> {
  const toHost: HttpClient = {
    async sendRequest(request) {
      const { createDefaultHttpClient } = await import('@azure/core-rest-pipeline');
      const { info, caPem } = link.latest;
      const { host, pathname, search } = new URL(request.url);
      request.headers.set(VAULT_HEADER, host);
      // Led on a copy: the vendor's client holds the challenge against the URL that it asked.
      return await createDefaultHttpClient().sendRequest({ ...request, url: `${info.armEndpoint}${pathname}${search}`, tlsSettings: { ca: caPem } });
    },
  };
  return async (url, signal) => {
    const read = createKeyVault({ credential: practiceCredential(link.latest.info.token), suffixes: [VAULT_SUFFIX], httpClient: toHost });
    return await read(url, signal);
  };
}
