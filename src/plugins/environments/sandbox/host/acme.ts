import type { RequestListener } from 'node:http';
import type { Authority } from '../acme/authority.ts';
import type { Store } from '../state/store.ts';
import type { DnsPorts } from './dns-servers.ts';

/** Where the practice authority is, on the address of the resource manager. */
export const ACME_PATH = '/acme';

export const acmeDirectory = (armEndpoint: string): string => `${armEndpoint}${ACME_PATH}/directory`;

interface Options extends Pick<Authority, 'clock' | 'issuer'> {
  readonly store: Store;
  armEndpoint(): string;
  dns(): DnsPorts;
}

/** The practice authority, loaded at the first request. */
export function acmeListener({ armEndpoint, dns: ports, ...options }: Options): RequestListener {
  let loading: Promise<RequestListener> | undefined;
  const load = async (): Promise<RequestListener> => {
    const [{ createAcmeHandler }, { practiceDns }] = await Promise.all([import('../acme/handler.ts'), import('../client/practice-dns.ts')]);
    const at = (port: number) => `127.0.0.1:${port}`;
    const dns = practiceDns(() => ({ dns: { authoritative: at(ports().authoritative), resolvers: [at(ports().resolvers[0]), at(ports().resolvers[1])] } }));
    const server = () => ({ label: at(ports().authoritative), address: '127.0.0.1', port: ports().authoritative, role: 'authoritative' as const });
    return createAcmeHandler({ ...options, dns, server, base: () => `${armEndpoint()}${ACME_PATH}` });
  };
  return (request, response) => {
    loading ??= load();
    loading.then(
      (listener) => listener(request, response),
      () => response.destroy(),
    );
  };
}
