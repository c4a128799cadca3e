import type { Clock } from '../../../../core/contracts/index.ts';
import type { HostPort } from '../../../shared/dns/udp.ts';
import { failure } from './authoritative-answer.ts';
import { createCache } from './cache.ts';
import { type Listening, listen } from './listen.ts';
import { resolve } from './resolve.ts';
import { respond } from './respond.ts';
import type { Faults } from './zone-data.ts';

export interface ResolverOptions {
  /** The authoritative server that it asks. */
  readonly upstream: HostPort;
  /** TTLs run on it. */
  readonly clock: Pick<Clock, 'now'>;
  readonly faults?: Faults;
  readonly port?: number;
}

/** A caching resolver that remembers as real ones do: answers for their TTL, absences for the SOA's minimum (RFC 2308). */
export async function startResolver(options: ResolverOptions): Promise<Listening> {
  const cache = createCache(options.clock);
  const closing = new AbortController();
  const listening = await listen(
    (bytes, transport) =>
      respond(bytes, transport, true, async (name, type) => {
        const fault = options.faults?.(name, type);
        return fault === undefined ? await resolve(name, type, cache, options.upstream, closing.signal) : failure(fault);
      }),
    options.port,
  );
  return {
    ...listening,
    async [Symbol.asyncDispose]() {
      closing.abort();
      await listening[Symbol.asyncDispose]();
    },
  };
}
