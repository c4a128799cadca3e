import { X509Certificate } from 'node:crypto';
import { getCACertificates } from 'node:tls';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCertificate } from '../../../src/core/certificates/certificate.ts';
import { Malformed } from '../../../src/core/certificates/der.ts';
import { describeCertificate } from '../../../src/core/certificates/describe.ts';
import { issuerUrls } from '../../../src/core/certificates/issuer-urls.ts';
import { readCertificates } from '../../../src/core/certificates/read.ts';
import { EC, issue, issueChain, openssl, rsa } from '../../helpers/openssl.ts';

const derOf = (pem: string) => new Uint8Array(new X509Certificate(pem).raw);

describe('a certificate', () => {
  it('is described as openssl sees it', () => {
    const { certPem } = issue({ commonName: 'www.contoso.com', san: 'DNS:www.contoso.com,DNS:*.contoso.com,IP:20.0.0.4,IP:2001:db8::1', key: rsa(2048) });
    const seen = new X509Certificate(certPem);
    const info = describeCertificate(derOf(certPem));
    expect(info).toEqual({
      fingerprintSha256: seen.fingerprint256.replaceAll(':', '').toLowerCase(),
      serial: seen.serialNumber.toLowerCase(),
      subject: 'CN=www.contoso.com',
      issuer: 'CN=www.contoso.com',
      notBefore: seen.validFromDate.toISOString(),
      notAfter: seen.validToDate.toISOString(),
      names: ['www.contoso.com', '*.contoso.com', '20.0.0.4', '2001:db8::1'],
      key: { kind: 'rsa', bits: 2048 },
      signature: 'sha256WithRSA',
      isCa: false,
      selfIssued: true,
      spkiSha256: openssl(
        ['dgst', '-sha256', '-hex', '-r'],
        openssl(['pkey', '-pubin', '-outform', 'DER'], seen.publicKey.export({ type: 'spki', format: 'pem' }).toString()),
      )
        .toString()
        .split(' ')[0],
    });
  });

  it.each([
    ['EC', EC, { kind: 'ec', curve: 'prime256v1', bits: 256 }, 'sha256WithECDSA'],
    ['Ed25519', ['-algorithm', 'ED25519'], { kind: 'ed25519' }, 'Ed25519'],
  ])('%s keys are told apart', (_, key, kind, signature) => {
    const { certPem } = issue({ commonName: 'www.contoso.com', key });
    expect(describeCertificate(derOf(certPem))).toMatchObject({ key: kind, signature });
  });

  it('can be any of the public roots', () => {
    const pems = getCACertificates('bundled');
    const read = pems.map((pem) => readCertificates(pem));
    expect(read.flatMap(({ unreadable }) => unreadable)).toEqual([]);
    expect(read.map(({ certificates }) => certificates[0]?.fingerprintSha256)).toEqual(
      pems.map((pem) => new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase()),
    );
    expect(read.every(({ certificates: [root] }) => root !== undefined && describeCertificate(root).isCa)).toBe(true);
  });

  it('names where its issuer publishes its own, http only', () => {
    const aia = 'authorityInfoAccess=caIssuers;URI:http://ca.example/i.cer,OCSP;URI:http://ocsp.example,caIssuers;URI:ldap://ca.example/cn=i';
    const { certPem } = issue({ commonName: 'www.contoso.com', extensions: ['subjectAltName=DNS:www.contoso.com', aia] });
    expect(issuerUrls(parseCertificate(derOf(certPem)))).toEqual(['http://ca.example/i.cer']);
    expect(issuerUrls(parseCertificate(derOf(issue({ commonName: 'none' }).certPem)))).toEqual([]);
  });

  it('throws nothing but Malformed when cut off or changed', () => {
    const der = derOf(issueChain().leaf.certPem);
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, change, cut) => {
        const broken = cut ? der.slice(0, at) : der.map((byte, i) => (i === at ? byte ^ change : byte));
        try {
          describeCertificate(broken);
        } catch (error) {
          expect(error).toBeInstanceOf(Malformed);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('with foreign text in its name keeps it as text', () => {
    const { certPem } = issue({ commonName: 'x\\, O=Contoso', extensions: ['subjectAltName=DNS:www.contoso.com'] });
    expect(describeCertificate(derOf(certPem)).subject).toMatch(/^CN=x/u);
  });

  it('with very many names takes bounded time', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `DNS.${i}=h${i}.contoso.com`);
    const { certPem } = issue({ commonName: 'www.contoso.com', extensions: ['subjectAltName=@names', '[names]', ...names] });
    const started = performance.now();
    expect(readCertificates(certPem).certificates.map((certificate) => describeCertificate(certificate).names.length)).toEqual([20_000]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('a file of certificates', () => {
  it('gives all it holds, in its order, and says what it could not read', () => {
    const { leaf, issuing } = issueChain();
    const file = readCertificates(`${leaf.certPem}-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n${leaf.keyPem}${issuing.certPem}`);
    expect(file.certificates.map(({ x509 }) => x509.toString())).toEqual([leaf.certPem, issuing.certPem]);
    expect(file.unreadable).toEqual([leaf.certPem.split('\n').length]);
    expect(file.others).toEqual(['PRIVATE KEY']);
  });

  it('may be one certificate in DER', () => {
    const { certPem } = issue({ commonName: 'www.contoso.com' });
    expect(readCertificates(derOf(certPem)).certificates.map(({ x509 }) => x509.toString())).toEqual([certPem]);
  });
});
