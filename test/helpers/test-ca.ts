import { type CertificatePair, type CertificateWish, writeCertificate } from '../../src/plugins/shared/x509/write-certificate.ts';

const DAY = 86_400_000;
/** When everything in these tests happens. */
export const NOW = Date.parse('2026-11-24T00:00:00Z');

export interface TestCa {
  readonly root: CertificatePair;
  readonly intermediate: CertificatePair;
  /** Signed by the intermediate, valid 30 days either side of NOW. */
  leaf(wish?: Partial<CertificateWish>): Promise<CertificatePair>;
}

/** Root, intermediate and leaves, EC keys, made anew for each test file. */
export async function testCa(): Promise<TestCa> {
  const life = { from: NOW - 365 * DAY, to: NOW + 3650 * DAY, algorithm: 'ecdsa-p256' } as const;
  const root = await writeCertificate({ commonName: 'Test root', ...life, ca: {} });
  const intermediate = await writeCertificate({ commonName: 'Test intermediate', ...life, ca: { pathLength: 0 }, issuer: root });
  return {
    root,
    intermediate,
    leaf: (wish = {}) =>
      writeCertificate({
        commonName: 'www.contoso.com',
        names: ['www.contoso.com'],
        from: NOW - 30 * DAY,
        to: NOW + 60 * DAY,
        algorithm: 'ecdsa-p256',
        issuer: intermediate,
        ...wish,
      }),
  };
}
