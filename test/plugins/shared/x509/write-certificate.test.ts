import { createPrivateKey, X509Certificate } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validatePath } from '../../../../src/core/certificates/path/validate.ts';
import { readCertificates } from '../../../../src/core/certificates/read.ts';
import { KEY_ALGORITHMS, type KeyAlgorithm } from '../../../../src/plugins/shared/x509/key-algorithm.ts';
import { type CertificatePair, type CertificateWish, writeCertificate } from '../../../../src/plugins/shared/x509/write-certificate.ts';
import { openssl, rsa } from '../../../helpers/openssl.ts';
import { tempFolder } from '../../../helpers/temp-folder.ts';

const DAY = 86_400_000;
const NOW = Date.now();
const LIFE = { from: NOW - DAY, to: NOW + 30 * DAY };
const server = (wish: Partial<CertificateWish> = {}) =>
  writeCertificate({ commonName: 'www.contoso.com', names: ['www.contoso.com', '20.0.0.4', '2001:db8::1'], algorithm: 'ecdsa-p256', ...LIFE, ...wish });

async function opensslVerifies(leaf: CertificatePair, root: CertificatePair, middle?: CertificatePair): Promise<boolean> {
  const folder = await tempFolder();
  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const untrusted = middle === undefined ? [] : ['-untrusted', await file('middle.pem', middle.certPem)];
  const args = [
    'verify',
    '-x509_strict',
    '-purpose',
    'sslserver',
    '-CAfile',
    await file('root.pem', root.certPem),
    ...untrusted,
    await file('leaf.pem', leaf.certPem),
  ];
  try {
    return openssl(args).toString().includes('OK');
  } catch {
    return false;
  }
}

describe('a written certificate', () => {
  it.each(KEY_ALGORITHMS.filter((algorithm) => algorithm !== 'rsa-4096'))(
    '%s is right for openssl and for our own strict rules',
    async (algorithm: KeyAlgorithm) => {
      const pair = await server({ algorithm });
      expect(await opensslVerifies(pair, pair)).toBe(true);
      const { certificates } = readCertificates(pair.certPem);
      expect(validatePath({ chain: certificates, roots: [pair.certPem], at: NOW, host: 'www.contoso.com', policy: 'strict' }).ok).toBe(true);
      expect(new X509Certificate(pair.certPem).checkPrivateKey(createPrivateKey(pair.keyPem))).toBe(true);
      const shown = openssl(['x509', '-noout', '-text'], pair.certPem).toString();
      expect(shown).toMatch(algorithm.startsWith('rsa') ? /Public-Key: \((2048|3072) bit\)/ : /Public-Key: \((256|384) bit\)/);
      for (const words of ['DNS:www.contoso.com, IP Address:20.0.0.4, IP Address:2001:DB8:0:0:0:0:0:1', 'CA:FALSE', 'TLS Web Server Authentication'])
        expect(shown).toContain(words);
    },
  );

  it('has the dates that were asked for, to the second, also beyond 2050', async () => {
    const { certPem } = await server({ from: Date.UTC(2049, 11, 31, 23, 59, 59), to: Date.UTC(2051, 0, 2, 3, 4, 5) });
    const seen = new X509Certificate(certPem);
    expect([seen.validFromDate.toISOString(), seen.validToDate.toISOString()]).toEqual(['2049-12-31T23:59:59.000Z', '2051-01-02T03:04:05.000Z']);
  });

  it('has a positive random serial number of at most 20 octets', async () => {
    const serials = await Promise.all(Array.from({ length: 20 }, async () => new X509Certificate((await server()).certPem).serialNumber));
    expect(new Set(serials).size).toBe(20);
    for (const serial of serials) expect(serial).toMatch(/^[4-7][0-9A-F]{31}$/);
  });

  it('can be of a key that exists, whatever algorithm was asked for', async () => {
    const keyPem = openssl(['genpkey', ...rsa(2048)]).toString();
    const pair = await server({ keyPem, algorithm: 'ecdsa-p384' });
    expect(pair.keyPem).toBe(keyPem);
    expect(await opensslVerifies(pair, pair)).toBe(true);
  });

  it('has a common name that fits', async () => {
    const long = `${'a'.repeat(63)}.contoso.com`;
    expect(new X509Certificate((await server({ commonName: long, names: [long] })).certPem).subject).toBe('CN=amltls');
    expect(new X509Certificate((await server({ commonName: long, names: [long, 'b.contoso.com'] })).certPem).subject).toBe('CN=b.contoso.com');
  });
});

describe('a written CA', () => {
  const root = () =>
    writeCertificate({ commonName: 'Root', ...LIFE, algorithm: 'ecdsa-p384', ca: { pathLength: 1, permitted: { dns: ['contoso.com'], ip: ['20.0.0.0/8'] } } });

  it('issues what openssl accepts', async () => {
    const top = await root();
    const middle = await writeCertificate({ commonName: 'Issuing', ...LIFE, algorithm: 'rsa-2048', ca: { pathLength: 0 }, issuer: top });
    const leaf = await server({ issuer: middle, names: ['www.contoso.com', '20.0.0.4'] });
    expect(await opensslVerifies(leaf, top, middle)).toBe(true);
    expect(new X509Certificate(leaf.certPem).issuer).toBe('CN=Issuing');
  });

  it.each([
    ['another domain', ['www.fabrikam.com']],
    ['an address outside', ['www.contoso.com', '21.0.0.4']],
  ])('may not vouch for %s: openssl and we refuse alike', async (_, names) => {
    const top = await root();
    const leaf = await server({ issuer: top, names, commonName: names[0] ?? '' });
    expect(await opensslVerifies(leaf, top)).toBe(false);
    const result = validatePath({ chain: readCertificates(leaf.certPem).certificates, roots: [top.certPem], at: NOW });
    expect(result.ok ? [] : result.violations.map(({ rule }) => rule)).toEqual(['name-constraint']);
  });
});
