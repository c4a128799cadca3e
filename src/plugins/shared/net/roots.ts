/** PEM of what clients on this machine trust: node's roots and NODE_EXTRA_CA_CERTS. The same array every time. */
export function clientRoots(): readonly string[] {
  client ??= tls().getCACertificates('default');
  return client;
}

/** PEM of Mozilla's roots as node ships them: who ends here is publicly trusted. */
export function publicRoots(): readonly string[] {
  bundled ??= tls().getCACertificates('bundled');
  return bundled;
}

let client: readonly string[] | undefined;
let bundled: readonly string[] | undefined;

// Loaded when roots are asked for: most looks at a certificate with its own CA need none, and TLS takes 10 ms to load.
const tls = () => process.getBuiltinModule('node:tls');
