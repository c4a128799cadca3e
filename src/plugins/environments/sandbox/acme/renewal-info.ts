import type { AcmeState } from '../state/acme.ts';
import { DAY } from '../world/timings.ts';
import { notFound } from './acme-error.ts';
import { timeOf } from './authority.ts';

/** When a certificate should be renewed (RFC 9773 4.2): a day after two thirds of its life, and at once where it was revoked. */
export function renewalInfo({ certificates }: AcmeState, id: string): object {
  const own = certificates.find(({ renewalId }) => renewalId === id);
  if (own === undefined) throw notFound('certificate');
  const { notBefore, notAfter, revoked } = own;
  const end = revoked ?? notBefore + (2 * (notAfter - notBefore)) / 3;
  return { suggestedWindow: { start: timeOf(end - DAY), end: timeOf(end) } };
}
