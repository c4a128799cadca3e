import type { Arm } from '../../../../src/core/contracts/index.ts';
import { ProblemError } from '../../../../src/core/problems/problem-error.ts';
import { createArm } from '../../../../src/plugins/shared/arm/create-arm.ts';
import type { ArmClient, ArmOptions } from '../../../../src/plugins/shared/arm/types.ts';
import type { ArmServer } from './arm-server.ts';
import type { ServerCertificate } from './throwaway-ca.ts';

export const { signal } = new AbortController();

/** Tokens `token-1`, `token-2`, … so that a test sees which one was sent. */
export function countingCredential() {
  const state = { tokens: 0 };
  return {
    state,
    getToken: async () => {
      state.tokens += 1;
      return { token: `token-${state.tokens}`, expiresOnTimestamp: Date.now() + 3_600_000 };
    },
  };
}

export function armFor(server: Pick<ArmServer, 'url'>, certificate: ServerCertificate, more: Partial<ArmOptions> = {}): ArmClient {
  return createArm({
    endpoint: server.url,
    dataPlaneSuffixes: ['.api.azureml.ms'],
    credential: countingCredential(),
    scopes: 'https://management.azure.com/.default',
    caPem: certificate.caPem,
    userAgent: 'amltls/test',
    retryDelayMs: 1,
    timeoutMs: 5_000,
    ...more,
  });
}

export const get = (arm: Arm, path: string) => arm.send({ method: 'GET', path }, signal);

/** The problem that work ends with. */
export async function problemOf(work: Promise<unknown>) {
  const error = await work.then(
    () => new Error('no problem'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof ProblemError) return error.problem;
  throw error;
}
