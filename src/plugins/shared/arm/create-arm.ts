import type { ArmReply, ArmRequest } from '../../../core/contracts/index.ts';
import { systemClock } from '../local/clock.ts';
import { openSdkClient, type SdkClient } from './client.ts';
import { exchange } from './exchange.ts';
import { resolveUrl } from './hosts.ts';
import { putOnce } from './put.ts';
import type { ArmClient, ArmOptions } from './types.ts';

// The client wants a subscription; plain requests carry theirs in the path.
const NO_SUBSCRIPTION = '00000000-0000-0000-0000-000000000000';

/** Opens nothing and loads nothing: the SDK comes with the first request, the sign-in with its first token. */
export function createArm(options: ArmOptions): ArmClient {
  const clients = new Map<string, Promise<SdkClient>>();
  const opened = new Set<SdkClient>();
  const clock = options.clock ?? systemClock;

  function clientFor(subscriptionId: string): Promise<SdkClient> {
    const known = clients.get(subscriptionId);
    if (known !== undefined) return known;
    const opening = openSdkClient(options, subscriptionId).then((client) => {
      opened.add(client);
      return client;
    });
    clients.set(subscriptionId, opening);
    opening.catch(() => clients.delete(subscriptionId));
    return opening;
  }

  function forgetToken(): void {
    for (const client of opened) client.forgetToken();
  }

  async function sendOnce(url: URL, request: ArmRequest, signal: AbortSignal): Promise<ArmReply> {
    const client = await clientFor(NO_SUBSCRIPTION);
    const timeoutMs = options.timeoutMs ?? 80_000;
    const reply = await exchange(client, url, request, timeoutMs, signal);
    if (reply.status !== 401) return reply;
    // A token can end early: signed out, a password changed, a clock that differs. One new one, then the answer stands.
    forgetToken();
    return exchange(client, url, request, timeoutMs, signal);
  }

  return {
    endpoint: options.endpoint,
    forgetToken,
    machineLearning: async (subscriptionId) => (await clientFor(subscriptionId)).sdk,
    async send(request, signal) {
      signal.throwIfAborted();
      const url = resolveUrl(options, request);
      if (request.method !== 'PUT') return sendOnce(url, request, signal);
      return putOnce({
        put: () => sendOnce(url, request, signal),
        get: () => sendOnce(url, { method: 'GET', path: url.href }, signal),
        clock,
        signal,
        firstDelayMs: options.retryDelayMs ?? 800,
      });
    },
  };
}
