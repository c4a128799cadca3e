import { lifetime } from '../certificates/lifetime.ts';
import type { Domain } from '../contracts/index.ts';
import { actsFrom } from './acts-from.ts';

/** Dates of the certificate that is served; ISO 8601. */
export interface ServedDates {
  readonly notBefore: string;
  readonly notAfter: string;
}

/** True where a third of the lifetime is left or less, and, for a Microsoft certificate, Azure will act. @param now ms since the epoch */
export function isDue(domain: Domain, served: ServedDates, now: number): boolean {
  return domain.kind !== 'none' && now >= dueFrom(domain, served);
}

/** ms since the epoch: from when the renewal is due. */
export function dueFrom(domain: Domain, { notBefore, notAfter }: ServedDates): number {
  const byShare = Date.parse(lifetime(notBefore, notAfter, 0).renewAt);
  return domain.kind === 'microsoft' ? Math.max(byShare, actsFrom(notAfter)) : byShare;
}
