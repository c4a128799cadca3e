import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import * as z from 'zod';
import { renewalId } from '../../../../core/certificates/renewal-id.ts';
import { type CertificateRequest, readRequest } from '../ca/read-request.ts';
import type { AcmeCertificate } from '../state/acme.ts';
import { DAY } from '../world/timings.ts';
import { AcmeError, notFound, unauthorized } from './acme-error.ts';
import { type Answer, accountOf, type Call, newId, ownOf } from './authority.ts';
import { LEAST_RSA_BITS, thumbprintOf, thumbprintOfKey } from './key.ts';
import { shown, statusOfOrder } from './orders.ts';
import { onlyLook, payloadOf } from './signed-request.ts';

const LIFE_MS = 90 * DAY;

/** RFC 8555 7.4: the request becomes a certificate, dated in practice time. */
export async function finalize(call: Call): Promise<Answer> {
  const { authority, state, now, request } = call;
  const order = ownOf(call, state.orders, 'order');
  if (statusOfOrder(order, state, now) !== 'ready') throw new AcmeError('orderNotReady', `The order is ${statusOfOrder(order, state, now)}, not ready.`, 403);
  const { csr } = payloadOf(z.object({ csr: z.string() }), request);
  const asked = await checkedRequest(csr);
  const named = new Set(asked.names.map((name) => name.toLowerCase()));
  if (named.size !== order.names.length || order.names.some((name) => !named.has(name))) throw badCsr('it does not have the names of the order');
  if (order.certificate === undefined) {
    const key = createPublicKey({ key: Buffer.from(asked.publicKey), format: 'der', type: 'spki' });
    refuseUnfit(key, call);
    // As CAs do it: valid from a while ago, so that a clock that is behind accepts it.
    const [notBefore, notAfter] = [now - DAY / 24, now + LIFE_MS];
    const chainPem = await authority.issuer.sign(order.names, asked.publicKey, notBefore, notAfter);
    const certificate: AcmeCertificate = { id: newId(), account: order.account, chainPem, renewalId: renewalId(chainPem) ?? '', notBefore, notAfter };
    state.certificates.push(certificate);
    order.certificate = certificate.id;
  }
  return shown(order, call);
}

/** 7.4.2 */
export function certificate(call: Call): Answer {
  onlyLook(call.request);
  return { body: ownOf(call, call.state.certificates, 'certificate').chainPem };
}

const revocation = z.object({ certificate: z.string(), reason: z.int().optional() });
const REASONS = new Set([0, 1, 3, 4, 5, 9]);

/** 7.6: the account that it was issued to may, and whoever holds its key. */
export function revoke(call: Call): Answer {
  const { state, now, request } = call;
  const wish = payloadOf(revocation, request);
  const der = Buffer.from(wish.certificate, 'base64url');
  const own = state.certificates.find(({ chainPem }) => new X509Certificate(chainPem).raw.equals(der));
  if (own === undefined) throw notFound('certificate');
  const { publicKey } = new X509Certificate(own.chainPem);
  const may = request.kid === undefined ? thumbprintOf(request.jwk) === thumbprintOfKey(publicKey) : accountOf(call).id === own.account;
  if (!may) throw unauthorized('That certificate belongs to another account.');
  if (own.revoked !== undefined) throw new AcmeError('alreadyRevoked', 'That certificate is revoked already.');
  if (wish.reason !== undefined && !REASONS.has(wish.reason)) throw new AcmeError('badRevocationReason', `${wish.reason} is no reason that is taken.`);
  own.revoked = now;
  return {};
}

async function checkedRequest(csr: string): Promise<CertificateRequest> {
  try {
    return await readRequest(new Uint8Array(Buffer.from(csr, 'base64url')));
  } catch (thrown) {
    throw badCsr(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** A certificate for the account's own key would let whoever serves it speak for the account (RFC 8555 11.1). */
function refuseUnfit(key: KeyObject, call: Call): void {
  const bits = key.asymmetricKeyDetails?.modulusLength;
  if (bits !== undefined && bits < LEAST_RSA_BITS) throw badCsr(`an RSA key needs ${LEAST_RSA_BITS} bits or more`);
  if (thumbprintOfKey(key) === accountOf(call).thumbprint) throw badCsr('its key is the one of the account');
}

const badCsr = (why: string): AcmeError => new AcmeError('badCSR', `The request cannot be certified: ${why}.`);
