import type { Environment } from '../core/contracts/index.ts';

/** The parts of an environment that are this computer's own: clock, DNS, TLS, HTTP, files, secrets. For environments that differ in their cloud alone. */
export async function thisMachine(): Promise<Pick<Environment, 'clock' | 'dns' | 'tls' | 'http' | 'files' | 'secrets'>> {
  const { createFiles, createSecrets, systemClock, variables } = await import('../plugins/shared/local/index.ts');
  const { createDnsClient } = await import('../plugins/shared/dns/index.ts');
  const { peekTls } = await import('../plugins/shared/net/peek-tls.ts');
  const { probeHttp } = await import('../plugins/shared/net/probe-http.ts');
  const { clientRoots } = await import('../plugins/shared/net/roots.ts');
  const files = createFiles();
  return {
    clock: systemClock,
    dns: createDnsClient({ resolvers: ['system'] }),
    tls: { peek: peekTls, roots: async () => clientRoots() },
    http: { probe: probeHttp },
    files,
    secrets: createSecrets(files, { variables }),
  };
}
