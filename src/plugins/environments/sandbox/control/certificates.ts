import * as z from 'zod';
import type { PracticeCa } from '../ca/practice-ca.ts';
import { type CertificateRequest, readRequest } from '../ca/read-request.ts';
import { DAY } from '../world/timings.ts';
import { ControlError } from './respond.ts';

/** Of the practice CA, what is sold. */
export type Authority = Pick<PracticeCa, 'issue' | 'sign'>;

const names = z.array(z.string().min(1)).min(1);
const days = z.int().positive();

/** What the practice CA sells: a certificate with its key, or one for a request whose key stays with the buyer. */
export const certificateBody = z.union([z.strictObject({ names, days }), z.strictObject({ csr: z.string(), days })]);

/** @param now ms of the practice clock @throws ControlError 400 for a request that cannot be read or is not signed by its key */
export async function issueCertificate(issuer: Authority, body: z.infer<typeof certificateBody>, now: number): Promise<object> {
  const to = now + body.days * DAY;
  // As CAs do it: valid from a while ago, so that a clock that is behind accepts it.
  const from = now - DAY / 24;
  if ('names' in body) {
    const { chainPem, keyPem } = await issuer.issue(body.names, from, to);
    return { ...parted(chainPem), names: body.names, keyPem };
  }
  const request = await checkedRequest(body.csr);
  return { ...parted(await issuer.sign(request.names, request.publicKey, from, to)), names: request.names };
}

async function checkedRequest(csr: string): Promise<CertificateRequest> {
  try {
    return await readRequest(csr);
  } catch (error) {
    throw new ControlError(400, `The request cannot be certified: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parted(chainPem: string): { readonly leafPem: string; readonly issuerPem: string } {
  const [leafPem = '', ...above] = chainPem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----\n?/gu) ?? [];
  return { leafPem, issuerPem: above.join('') };
}
