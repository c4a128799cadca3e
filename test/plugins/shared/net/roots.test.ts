import { describe, expect, it } from 'vitest';
import { readCertificates } from '../../../../src/core/certificates/read.ts';
import { trustStore } from '../../../../src/core/certificates/trust.ts';
import { clientRoots, publicRoots } from '../../../../src/plugins/shared/net/roots.ts';

describe('roots', () => {
  it('are node’s, each one a certificate that can be read', () => {
    expect(publicRoots().length).toBeGreaterThan(100);
    expect(clientRoots().length).toBeGreaterThanOrEqual(publicRoots().length);
    expect(publicRoots().every((pem) => readCertificates(pem).certificates.length === 1)).toBe(true);
  });

  it('are read once: the same array is the same store', () => {
    expect(publicRoots()).toBe(publicRoots());
    expect(trustStore(clientRoots())).toBe(trustStore(clientRoots()));
  });
});
