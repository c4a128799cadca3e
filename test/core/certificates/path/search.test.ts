import { describe, expect, it } from 'vitest';
import { validatePath } from '../../../../src/core/certificates/path/validate.ts';
import { readCertificates } from '../../../../src/core/certificates/read.ts';
import { type CertificatePair, writeCertificate } from '../../../../src/plugins/shared/x509/write-certificate.ts';
import { type Issued, issue } from '../../../helpers/openssl.ts';
import { NOW, testCa } from '../../../helpers/test-ca.ts';

const HOST = 'www.contoso.com';
const pemOf = (one: CertificatePair | Issued): string => one.certPem;
const read = (all: readonly (CertificatePair | Issued)[]) => all.flatMap((one) => readCertificates(pemOf(one)).certificates);
const names = (result: ReturnType<typeof validatePath>) =>
  result.ok ? result.path.map(({ x509 }) => x509.subject) : result.violations.map(({ rule }) => rule);

describe('the search for a path', () => {
  it('takes the short way where CAs all certified one another', () => {
    const root = issue({ commonName: 'root', ca: true });
    const cas = ['a', 'b', 'c', 'd', 'e'].map((commonName) => issue({ commonName, ca: true }));
    const crossed = cas.flatMap((issuer) =>
      cas.flatMap((subject, at) => (subject === issuer ? [] : [issue({ commonName: 'abcde'[at] ?? '', ca: true, keyPem: subject.keyPem, issuer })])),
    );
    const [first = root, last = root] = [cas[0], cas.at(-1)];
    const leaf = issue({ commonName: HOST, issuer: first });
    const others = [...crossed, issue({ commonName: 'e', ca: true, keyPem: last.keyPem, issuer: root })];
    const result = validatePath({ chain: read([leaf, ...others]), roots: [root.certPem], at: Date.now() + 60_000, host: HOST, policy: 'strict' });
    expect(names(result)).toEqual([`CN=${HOST}`, 'CN=a', 'CN=e', 'CN=root']);
  });

  it('finds the one of many CAs of one name that made the signature', async () => {
    const { root, leaf } = await testCa();
    const life = { from: NOW - 86_400_000, to: NOW + 86_400_000, algorithm: 'ecdsa-p256' } as const;
    const many = await Promise.all(Array.from({ length: 130 }, () => writeCertificate({ commonName: 'The issuer', ...life, ca: {}, issuer: root })));
    const shown = await leaf({ issuer: many.at(-1) ?? root });
    const result = validatePath({ chain: read([shown, ...many]), roots: [root.certPem], at: NOW, host: HOST, policy: 'strict' });
    expect(names(result)).toEqual([`CN=${HOST}`, 'CN=The issuer', 'CN=Test root']);
  });
});
