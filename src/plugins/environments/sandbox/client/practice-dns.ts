import type { DnsClient } from '../../../../core/contracts/index.ts';
import { createDnsClient } from '../../../shared/dns/index.ts';
import type { SandboxInfo } from '../host/sandbox-file.ts';

interface HostPort {
  readonly address: string;
  readonly port: number;
}

/**
 * DNS of the practice world alone: `system` is the first of its resolvers, any other address that is not on loopback the second.
 * @param info of the host of now
 */
export function practiceDns(info: () => Pick<SandboxInfo, 'dns'>): DnsClient {
  return createDnsClient({
    get authoritative() {
      return [hostPort(info().dns.authoritative)];
    },
    system: () => [info().dns.resolvers[0]],
    route: (at) => {
      const { authoritative, resolvers } = info().dns;
      const to = at.address.startsWith('127.') || at.address === '::1' ? at : hostPort(resolvers[1]);
      return { ...to, own: [authoritative, ...resolvers].includes(`${to.address}:${to.port}`) };
    },
  });
}

function hostPort(text: string): HostPort {
  const colon = text.lastIndexOf(':');
  return { address: text.slice(0, colon), port: Number(text.slice(colon + 1)) };
}
