import type { AzureMachineLearningWorkspaces } from '@azure/arm-machinelearning';
import type { TlsSettings } from '@azure/core-rest-pipeline';
import { isLoopback } from '../net/is-loopback.ts';
import { badProxy } from './network-problems.ts';
import { armRetryStrategy, MAX_RETRIES } from './retry.ts';
import type { ArmOptions } from './types.ts';

type Pipeline = typeof import('@azure/core-rest-pipeline');

/** Microsoft's client with our retries; a new token is asked for after `forgetToken`. */
export interface SdkClient {
  readonly sdk: AzureMachineLearningWorkspaces;
  readonly rest: Pipeline;
  /** For requests that change something: other settings than those of the kept connections, so that the SDK keeps the two apart. */
  readonly ownConnection: { readonly tlsSettings: TlsSettings; readonly disableKeepAlive: true };
  forgetToken(): void;
}

/** The SDK is loaded here, at the first request, and nowhere else. */
export async function openSdkClient(options: ArmOptions, subscriptionId: string): Promise<SdkClient> {
  const [ml, rest] = await Promise.all([import('@azure/arm-machinelearning'), import('@azure/core-rest-pipeline')]);
  const sdk = construct(() => new ml.AzureMachineLearningWorkspaces(options.credential, subscriptionId, clientOptions(options)));
  const { pipeline } = sdk;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy(rest.retryPolicy([armRetryStrategy(options.retryDelayMs ?? 800, () => options.clock?.now() ?? Date.now())], { maxRetries: MAX_RETRIES }), {
    phase: 'Retry',
  });
  // Azure's answers name the next URL in the body; a redirect would carry the request past the check of its host.
  pipeline.removePolicy({ name: rest.redirectPolicyName });
  if (isLoopback(options.endpoint)) pipeline.removePolicy({ name: rest.proxyPolicyName });
  return {
    sdk,
    rest,
    ownConnection: { tlsSettings: tlsSettings(options), disableKeepAlive: true },
    forgetToken() {
      pipeline.removePolicy({ name: rest.bearerTokenAuthenticationPolicyName });
      pipeline.addPolicy(rest.bearerTokenAuthenticationPolicy({ credential: options.credential, scopes: [options.scopes].flat() }));
    },
  };
}

function clientOptions(options: ArmOptions) {
  return {
    endpoint: options.endpoint,
    credentialScopes: [options.scopes].flat(),
    userAgentOptions: { userAgentPrefix: options.userAgent },
    tlsOptions: tlsSettings(options),
  };
}

function tlsSettings({ caPem }: ArmOptions): TlsSettings {
  return caPem === undefined ? {} : { ca: caPem };
}

function construct<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    // The SDK reads the proxy variables while it is constructed.
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_INVALID_URL') throw badProxy();
    throw error;
  }
}
