import type { CertificateInfo } from '../certificates/describe.ts';
import { lifetime } from '../certificates/lifetime.ts';
import type { Endpoints, Summary } from '../contracts/index.ts';

/** What is true at the end; `now` in ms since the epoch of the environment's clock. */
export function summaryOf(endpoints: Endpoints, served: CertificateInfo | undefined, now: number): Summary {
  return {
    scoringUris: endpoints.scoringUris,
    addresses: endpoints.addresses,
    records: endpoints.records,
    ...(endpoints.host === undefined ? {} : { host: endpoints.host }),
    ...(served === undefined ? {} : { certificate: certificateOf(served, now) }),
  };
}

function certificateOf(served: CertificateInfo, now: number): NonNullable<Summary['certificate']> {
  const { daysLeft, renewAt } = lifetime(served.notBefore, served.notAfter, now);
  const { fingerprintSha256, subject, issuer, notBefore, notAfter } = served;
  return { fingerprintSha256, subject, issuer, notBefore, notAfter, daysLeft, renewAt };
}
