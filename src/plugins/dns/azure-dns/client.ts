import type { DnsManagementClient } from '@azure/arm-dns';
import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import type { Arm, ArmRequest, Json } from '../../../core/contracts/index.ts';

/**
 * Microsoft's typed client, its requests sent by the environment: the same sign-in, retries and proxies as everything else, and the practice
 * Azure where that is meant. Loaded here, at the first use, and nowhere else.
 */
export async function openDnsManagement(arm: Arm, endpoint: string, subscriptionId: string, signal: AbortSignal): Promise<DnsManagementClient> {
  const [dns, rest] = await Promise.all([import('@azure/arm-dns'), import('@azure/core-rest-pipeline')]);
  const httpClient: HttpClient = {
    async sendRequest(request) {
      const reply = await arm.send(asArm(request), signal);
      const response: PipelineResponse = {
        request,
        status: reply.status,
        headers: rest.createHttpHeaders(reply.headers),
        bodyAsText: reply.body === null ? '' : JSON.stringify(reply.body),
      };
      return response;
    },
  };
  const client = new dns.DnsManagementClient(NOBODY, subscriptionId, { endpoint, $host: endpoint, httpClient, retryOptions: { maxRetries: 0 } });
  client.pipeline.removePolicy({ name: rest.bearerTokenAuthenticationPolicyName });
  return client;
}

// The environment signs in.
const NOBODY = { getToken: async () => null };

function asArm(request: PipelineRequest): ArmRequest {
  const ifMatch = request.headers.get('if-match');
  const ifNoneMatch = request.headers.get('if-none-match');
  return {
    method: request.method as ArmRequest['method'],
    path: request.url,
    ...(typeof request.body === 'string' ? { body: JSON.parse(request.body) as Json } : {}),
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(ifNoneMatch === undefined ? {} : { ifNoneMatch }),
  };
}
