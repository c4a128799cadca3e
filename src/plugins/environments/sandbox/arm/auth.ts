import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { PRACTICE } from '../state/seed.ts';
import { AzureError } from '../world/azure-error.ts';

/** Sent with every 401. */
export const CHALLENGE = `Bearer authorization_uri="https://login.microsoftonline.com/${PRACTICE.tenantId}", error="invalid_token", error_description="The access token is missing or invalid."`;

/** @throws AzureError 401 */
export function authenticate(request: IncomingMessage, token: string): void {
  const header = request.headers.authorization;
  if (header === undefined) throw new AzureError(401, 'AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing.");
  const [scheme = '', given = ''] = header.split(' ');
  if (scheme.toLowerCase() === 'bearer' && same(given, token)) return;
  throw new AzureError(401, 'InvalidAuthenticationToken', 'The access token is invalid.');
}

const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
