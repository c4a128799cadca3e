import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { receive } from '../arm/receive.ts';
import { AcmeError, malformed, unauthorized } from './acme-error.ts';
import { checkSignature, type PublicJwk, publicJwkIn } from './key.ts';
import type { Nonces } from './nonces.ts';

const envelope = z.object({ protected: z.string(), payload: z.string(), signature: z.string() });
const header = z
  .object({ alg: z.string(), nonce: z.string(), url: z.string(), kid: z.string().optional(), jwk: z.unknown().optional() })
  .refine(({ kid, jwk }) => (kid === undefined) !== (jwk === undefined));

/** A request whose signature holds. */
export interface SignedRequest {
  /** undefined for a mere look (POST-as-GET). */
  readonly payload: unknown;
  readonly jwk: PublicJwk;
  /** The account's URL; undefined where the key itself came along. */
  readonly kid: string | undefined;
}

interface Opening {
  /** As the client must have signed it. */
  readonly url: string;
  readonly nonces: Nonces;
  /** @throws AcmeError where there is no such account, or it is no longer valid */
  keyOfAccount(kid: string): PublicJwk;
}

/** Opens a JWS in flattened JSON as RFC 8555 6.2 to 6.5 want it. @throws AcmeError */
export async function openRequest(request: IncomingMessage, { url, nonces, keyOfAccount }: Opening): Promise<SignedRequest> {
  const { contentType, text, refusal } = await receive(request);
  if (contentType !== 'application/jose+json') throw new AcmeError('malformed', 'The content type is not application/jose+json.', 415);
  if (refusal !== undefined) throw new AcmeError('malformed', 'The request is too large.', 413);
  const sealed = read(envelope, text, 'The body is no JWS in flattened JSON.');
  const given = read(header, decoded(sealed.protected), 'The protected header needs alg, nonce, url, and either jwk or kid.');
  if (given.url !== url) throw new AcmeError('unauthorized', `It was signed for ${given.url} and sent to ${url}.`, 401);
  const jwk = given.kid === undefined ? publicJwkIn(given.jwk) : keyOfAccount(given.kid);
  checkSignature(given.alg, jwk, `${sealed.protected}.${sealed.payload}`, sealed.signature);
  if (!nonces.take(given.nonce)) throw new AcmeError('badNonce', 'That nonce is not known, or is used up.');
  return { payload: sealed.payload === '' ? undefined : read(z.unknown(), decoded(sealed.payload), 'The payload is not JSON.'), jwk, kid: given.kid };
}

const decoded = (part: string): string => Buffer.from(part, 'base64url').toString('utf8');

function read<T>(schema: z.ZodType<T>, text: string, wrong: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw malformed(wrong);
  }
}

/** The payload in its shape. @throws AcmeError `malformed` */
export function payloadOf<T>(schema: z.ZodType<T>, { payload }: Pick<SignedRequest, 'payload'>): T {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw malformed(z.prettifyError(parsed.error));
}

/** @throws AcmeError where the request is no mere look */
export function onlyLook({ payload }: Pick<SignedRequest, 'payload'>): void {
  if (payload !== undefined) throw unauthorized('Here one only looks: the payload must be empty.');
}
