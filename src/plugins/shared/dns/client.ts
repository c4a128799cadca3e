import type { DnsClient, DnsReply, DnsServer, DnsZone } from '../../../core/contracts/index.ts';
import { plainName } from '../../../core/domain/dns-name.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { isAbort } from '../../../core/problems/to-problem.ts';
import { within } from '../net/within.ts';
import type { Ask, Place, Question } from './exchange.ts';
import { lookupByMachine, lookupByResolvers } from './lookup.ts';
import { machineResolvers, resolversNamed } from './servers.ts';
import type { HostPort } from './udp.ts';
import { unreachable } from './unreachable.ts';
import type { Ways } from './zone-finder.ts';

export interface DnsClientOptions {
  /** These answer for every zone, instead of those that delegation leads to. */
  readonly authoritative?: readonly (HostPort & { readonly label?: string })[];
  /** What stands behind the name `system`, as `ADDRESS[:PORT]`; default: what the machine is set up with. Set, it also does `lookup`. */
  readonly system?: () => readonly string[];
  /** What an empty list of resolver names means; default `['system']`. */
  readonly resolvers?: readonly string[];
  /** Where an address is really asked, for environments whose addresses are not those of this machine. */
  readonly route?: (at: HostPort) => HostPort & { readonly own?: boolean };
  /** Resolvers are named by a file that is not the user's own: only public addresses are asked. */
  readonly guarded?: boolean;
}

const ZONE_MS = 60_000; // side by side with many others a question may have to wait for its turn

/** DNS over UDP, TCP and HTTPS. Nothing is loaded or sent before the first question. */
export function createDnsClient(options: DnsClientOptions = {}): DnsClient {
  const system = options.system ?? machineResolvers;
  // A client that is routed stays within its world: nothing goes out over HTTPS.
  const placeOf = (at: Place): Place => options.route?.(at) ?? { ...at, ...(options.guarded === true ? { guarded: true } : {}) };
  const defaults = options.resolvers ?? ['system'];
  const ask: Ask = async (at, question, recursive, signal) => {
    const { exchange } = await import('./exchange.ts');
    return await exchange(placeOf(at), question, recursive, signal);
  };
  const ways: Ways = new Map();
  const client: DnsClient = {
    async ask(server, question, signal) {
      return await answerOf(server, { ...question, name: plainName(question.name) }, ask, signal);
    },
    async zoneOf(name, signal) {
      using limited = within(signal, ZONE_MS);
      const bounded = limited.signal;
      try {
        return await zoneAround(plainName(name), bounded);
      } catch (error) {
        if (bounded.aborted && !signal.aborted) return undefined;
        throw error;
      }
    },
    resolvers: (names) => resolversNamed(names.length > 0 ? names : defaults, system, names.length > 0 && options.guarded === true),
    async lookup(name, signal) {
      if (options.system === undefined) return await lookupByMachine(name, signal, machineResolvers()[0]);
      return await lookupByResolvers(plainName(name), resolversNamed(['system'], system), client.ask, signal);
    },
  };
  return client;

  async function zoneAround(name: string, signal: AbortSignal): Promise<DnsZone | undefined> {
    if (options.authoritative !== undefined) {
      const { findZoneAmong } = await import('./zone-among.ts');
      return await findZoneAmong(name, options.authoritative, ask, signal);
    }
    const { findZone } = await import('./zone-finder.ts');
    return await findZone(name, { resolvers: resolversNamed([...new Set(['system', ...defaults])], system), ask, ways }, signal);
  }
}

async function answerOf(server: DnsServer, question: Question, ask: Ask, signal: AbortSignal): Promise<DnsReply> {
  try {
    const { truncated: _truncated, additionals: _additionals, ...reply } = await ask(server, question, server.role === 'resolver', signal);
    return { server, ...reply };
  } catch (error) {
    if (isAbort(error, signal)) throw error;
    return fail(unreachable(server, error));
  }
}
