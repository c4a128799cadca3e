import { getCACertificates } from 'node:tls';

/** PEM of what clients on this machine trust: node's roots and NODE_EXTRA_CA_CERTS. The same array every time. */
export function clientRoots(): readonly string[] {
  client ??= getCACertificates('default');
  return client;
}

/** PEM of Mozilla's roots as node ships them: who ends here is publicly trusted. */
export function publicRoots(): readonly string[] {
  bundled ??= getCACertificates('bundled');
  return bundled;
}

let client: readonly string[] | undefined;
let bundled: readonly string[] | undefined;
