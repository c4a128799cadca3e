import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { Clock } from '../../../../core/contracts/index.ts';
import { authenticate } from '../arm/auth.ts';
import { parseBody, receive } from '../arm/receive.ts';
import { logRequest } from '../arm/request-log.ts';
import { PRACTICE } from '../state/seed.ts';
import type { Store } from '../state/store.ts';
import type { VaultSecret } from '../state/vault.ts';
import { AzureError } from '../world/azure-error.ts';

export const VAULT_SUFFIX = '.vault.azure.net';
/** Which vault a request is for: node takes the Host header for the name in the server's certificate. */
export const VAULT_HEADER = 'x-practice-vault';
const CHALLENGE = `Bearer authorization="https://login.microsoftonline.com/${PRACTICE.tenantId}", resource="https://vault.azure.net"`;
const body = z.object({ value: z.string(), contentType: z.string().optional() });

interface VaultOptions {
  readonly store: Store;
  readonly clock: Pick<Clock, 'now'>;
  readonly token: string;
}

/** The secrets of practice Key Vaults, `GET` and `PUT /secrets/NAME[/VERSION]`; a vault is there as soon as it is named. The request log never sees a value. */
export function createVaultHandler(options: VaultOptions): RequestListener {
  return (request, response) => {
    const vault = vaultOf(request) ?? '';
    void (async () => {
      const incoming = await receive(request);
      const { method, path } = incoming;
      let status = 200;
      try {
        authenticate(request, options.token);
        const [, name = '', version] = /^\/secrets\/([A-Za-z0-9-]+)(?:\/([0-9a-f]{32})?)?$/.exec(path) ?? [];
        const secret = method === 'PUT' ? await put(options, vault, name, incoming.text) : found(options.store, vault, name, version);
        answer(response, status, shown(secret));
      } catch (error) {
        const known = error instanceof AzureError ? error : new AzureError(500, 'InternalServerError', 'The practice Key Vault met an error of its own.');
        status = known.status;
        answer(response, status, { error: { code: known.code, message: known.message } }, status === 401 ? { 'WWW-Authenticate': CHALLENGE } : {});
      }
      logRequest(options.store.state, {
        at: options.clock.now(),
        method,
        path: `//${vault}${VAULT_SUFFIX}${path}`,
        query: incoming.query.toString(),
        body: null,
        status,
      });
      options.store.saveSoon();
    })().catch(() => response.destroy());
  };
}

/** The vault that a request is for; undefined for other hosts. */
export function vaultOf({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined {
  const host = String(headers[VAULT_HEADER] ?? headers.host ?? '').toLowerCase();
  return host.endsWith(VAULT_SUFFIX) ? host.slice(0, -VAULT_SUFFIX.length) : undefined;
}

async function put({ store, clock }: VaultOptions, vault: string, name: string, text: string): Promise<VaultSecret> {
  const parsed = body.safeParse(parseBody(text));
  if (name === '' || !parsed.success) throw new AzureError(400, 'BadParameter', 'The request is not valid.');
  const { value, contentType } = parsed.data;
  const secret: VaultSecret = {
    vault,
    name,
    version: randomBytes(16).toString('hex'),
    value,
    at: clock.now(),
    ...(contentType === undefined ? {} : { contentType }),
  };
  store.state.vaultSecrets.push(secret);
  await store.save();
  return secret;
}

function found({ state }: Store, vault: string, name: string, version: string | undefined): VaultSecret {
  const secret = state.vaultSecrets.findLast((each) => each.vault === vault && each.name === name && (version === undefined || each.version === version));
  if (secret !== undefined) return secret;
  throw new AzureError(404, 'SecretNotFound', `A secret with (name/id) ${name} was not found in this key vault.`);
}

function shown({ vault, name, version, value, contentType, at }: VaultSecret) {
  const time = Math.floor(at / 1000);
  const attributes = { enabled: true, created: time, updated: time, recoveryLevel: 'Recoverable+Purgeable' };
  return { value, ...(contentType === undefined ? {} : { contentType }), id: `https://${vault}${VAULT_SUFFIX}/secrets/${name}/${version}`, attributes };
}

function answer(response: ServerResponse, status: number, json: object, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(json));
}
