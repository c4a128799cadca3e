import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/core/certificates/certificate.ts';
import { coversHost, ipBytes, ipToText, nameCovers, namesOf } from '../../../src/core/certificates/names.ts';
import { readCertificates } from '../../../src/core/certificates/read.ts';
import { issue } from '../../helpers/openssl.ts';

function certificateFor(san: string, commonName = 'cn.example'): Certificate {
  const [certificate] = readCertificates(issue({ commonName, san }).certPem).certificates;
  if (certificate === undefined) throw new Error('no certificate');
  return certificate;
}

describe('a presented name covers', () => {
  it.each([
    ['www.contoso.com', 'www.contoso.com', true],
    ['WWW.Contoso.COM', 'www.contoso.com', true],
    ['www.contoso.com', 'www.contoso.com.', true],
    ['www.contoso.com', 'contoso.com', false],
    ['*.contoso.com', 'www.contoso.com', true],
    ['*.contoso.com', 'contoso.com', false],
    ['*.contoso.com', 'a.www.contoso.com', false],
    ['w*.contoso.com', 'www.contoso.com', false],
    ['www.*.com', 'www.contoso.com', false],
    ['*.*.com', 'www.contoso.com', false],
    ['*.com', 'contoso.com', false],
    ['*', 'contoso', false],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example', true],
    ['*.contoso.com', 'xn--bcher-kva.contoso.com', true],
    ['www.contoso.com\0.evil.example', 'www.contoso.com', false],
    ['', '', false],
  ])('%j for %j: %s', (pattern, host, covers) => {
    expect(nameCovers(pattern, host)).toBe(covers);
  });

  const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
  const host = fc.array(label, { minLength: 2, maxLength: 5 });

  it('itself in any case, and a wildcard exactly one label', () => {
    fc.assert(
      fc.property(host, label, label, (labels, one, two) => {
        const parent = labels.join('.');
        expect(nameCovers(parent.toUpperCase(), parent)).toBe(true);
        expect(nameCovers(`*.${parent}`, `${one}.${parent}`)).toBe(true);
        expect(nameCovers(`*.${parent}`, `${two}.${one}.${parent}`)).toBe(false);
        expect(nameCovers(`*.${parent}`, parent)).toBe(false);
      }),
    );
  });
});

describe('a certificate covers', () => {
  it('what its subjectAltName says; the common name counts for nothing', () => {
    const certificate = certificateFor('DNS:www.contoso.com,DNS:*.fabrikam.com,IP:20.0.0.4,IP:2001:db8::1');
    const hosts = ['www.contoso.com', 'a.fabrikam.com', '20.0.0.4', '2001:DB8::1', 'cn.example', '20.0.0.5', 'a.b.fabrikam.com'];
    expect(hosts.map((host) => coversHost(certificate, host))).toEqual([true, true, true, true, false, false, false]);
  });

  it('an address only by an address', () => {
    expect(coversHost(certificateFor('DNS:20.0.0.4'), '20.0.0.4')).toBe(false);
  });

  it('nothing where it has no names', () => {
    const [bare] = readCertificates(issue({ commonName: 'www.contoso.com', extensions: ['basicConstraints=CA:FALSE'] }).certPem).certificates;
    expect(bare === undefined ? [] : [namesOf(bare), coversHost(bare, 'www.contoso.com')]).toEqual([[], false]);
  });
});

describe('addresses', () => {
  it('come back from their octets', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
        const octets = ipBytes(address);
        expect(octets?.length).toBe(isIP(address) === 4 ? 4 : 16);
        expect(ipBytes(ipToText(octets ?? new Uint8Array()))).toEqual(octets);
      }),
    );
    expect(ipBytes('::ffff:1.2.3.4')).toEqual(ipBytes('::ffff:102:304'));
    expect([ipBytes('fe80::1%eth0'), ipBytes('www.contoso.com')]).toEqual([undefined, undefined]);
  });
});
