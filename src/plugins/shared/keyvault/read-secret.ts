import type { HttpClient } from '@azure/core-rest-pipeline';
import type { TokenCredential } from '@azure/identity';
import { readContents } from '../../../core/certificates/contents/read-contents.ts';
import { toPem } from '../../../core/certificates/pem.ts';
import { toChainPem } from '../../../core/certificates/read.ts';
import { fail, ProblemError } from '../../../core/problems/problem-error.ts';
import { networkProblem } from '../arm/network-problems.ts';
import { forbidden, gone, notOpened, noVault } from './problems.ts';
import { type VaultSecret, vaultSecret } from './secret-url.ts';

const PFX = 'application/x-pkcs12';

export interface KeyVaultOptions {
  readonly credential: TokenCredential;
  /** Of the cloud: `.vault.azure.net`. */
  readonly suffixes: readonly string[];
  /** Where vaults are, if not where their names say. */
  readonly httpClient?: HttpClient;
}

/**
 * Reads a secret by its URL, as text: a certificate's secret as PEM of chain and key, whichever way the vault keeps it.
 * The vendor's client is loaded at the first read; nothing is kept.
 */
export function createKeyVault(options: KeyVaultOptions): (url: string, signal: AbortSignal) => Promise<string> {
  return async (url, signal) => {
    const secret = vaultSecret(url, options.suffixes) ?? fail(noVault(url, options.suffixes));
    const { value = '', contentType } = await read(secret, options, signal);
    return contentType === PFX ? await pemOf(value, url) : value;
  };
}

async function read(
  secret: VaultSecret,
  { credential, httpClient }: KeyVaultOptions,
  signal: AbortSignal,
): Promise<{ value?: string; contentType: string | undefined }> {
  const { SecretClient } = await import('@azure/keyvault-secrets');
  const client = new SecretClient(secret.vaultUrl, credential, { retryOptions: { maxRetries: 2 }, ...(httpClient === undefined ? {} : { httpClient }) });
  try {
    const { value, properties } = await client.getSecret(secret.name, {
      abortSignal: signal,
      ...(secret.version === undefined ? {} : { version: secret.version }),
    });
    return { ...(value === undefined ? {} : { value }), contentType: properties.contentType };
  } catch (error) {
    signal.throwIfAborted();
    throw problemOf(error, secret);
  }
}

// Never the SDK's own error: it holds the request with the token, and the reply with the secret.
function problemOf(error: unknown, secret: VaultSecret): ProblemError {
  if (error instanceof ProblemError) return error;
  const { statusCode, code } = error instanceof Error ? (error as Error & { readonly statusCode?: number; readonly code?: string }) : {};
  if (statusCode === 401 || statusCode === 403) return forbidden(secret);
  if (statusCode === 404) return gone(secret);
  return networkProblem(new URL(secret.vaultUrl), code ?? `HTTP ${statusCode ?? '?'}`);
}

async function pemOf(base64: string, url: string): Promise<string> {
  const { certificates, keys } = await readContents(new Uint8Array(Buffer.from(base64, 'base64')), { passphrase: '', keepKeys: true });
  const [key] = keys;
  if (key?.pkcs8 === undefined) throw notOpened(url);
  return toPem('PRIVATE KEY', key.pkcs8) + toChainPem(certificates);
}
