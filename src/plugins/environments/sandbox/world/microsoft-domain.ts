import type { Compute, ComputeTls } from '../state/compute.ts';
import type { HeldCertificate } from '../state/values.ts';
import type { Issuer } from './issuer.ts';
import { MICROSOFT_CERTIFICATE } from './timings.ts';

export type AutoTls = Extract<ComputeTls, { status: 'Auto' }>;

/** The zone that Azure keeps these names in. */
export const CLOUD_APP_ZONE = 'cloudapp.azure.com';

/** `<label><six characters>.<region>.cloudapp.azure.com` (facts.md 3.3). */
export const microsoftHost = (tls: Pick<AutoTls, 'leafDomainLabel' | 'suffix'>, region: string): string =>
  `${tls.leafDomainLabel}${tls.suffix}.${region}.${CLOUD_APP_ZONE}`.toLowerCase();

/** The name that clients of a compute's services use; undefined while they use its address. */
export function tlsHost(compute: Pick<Compute, 'computeLocation'>, tls: ComputeTls): string | undefined {
  if (tls.status === 'Auto') return microsoftHost(tls, compute.computeLocation);
  return tls.status === 'Enabled' ? tls.cname : undefined;
}

/** @param from practice ms @param to practice ms; default: as long as Microsoft's last */
export async function issueFor(issuer: Issuer, host: string, from: number, to = from + MICROSOFT_CERTIFICATE.lifetime): Promise<HeldCertificate> {
  const { chainPem, keyPem } = await issuer.issue([host], from, to);
  return { chainPem, keyPem, names: [host], notBefore: from, notAfter: to };
}
