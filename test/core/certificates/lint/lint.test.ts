import { beforeAll, describe, expect, it } from 'vitest';
import { readContents } from '../../../../src/core/certificates/contents/read-contents.ts';
import type { LintWish } from '../../../../src/core/certificates/lint/examined.ts';
import { lintContents } from '../../../../src/core/certificates/lint/lint.ts';
import { EC, type Issued, issue, issueChain, type Order, rsa } from '../../../helpers/openssl.ts';

const DAY = 86_400_000;
const NOW = Date.now() + 60_000;
const IDS = ['subjectKeyIdentifier=hash', 'authorityKeyIdentifier=keyid'];
const SERVER = ['basicConstraints=critical,CA:FALSE', 'keyUsage=critical,digitalSignature', 'extendedKeyUsage=serverAuth', ...IDS];

let pki: { root: Issued; issuing: Issued; leaf: Issued };
beforeAll(() => {
  pki = issueChain();
});

async function found(text: string | Uint8Array, more: Partial<LintWish> = {}, key?: Uint8Array): Promise<readonly string[]> {
  const contents = await readContents(typeof text === 'string' ? new Uint8Array(Buffer.from(text)) : text);
  const wish: LintWish = {
    names: ['www.contoso.com'],
    at: NOW,
    rules: 'private',
    roots: () => [pki.root.certPem],
    publicRoots: () => [],
    isPublicSuffix: (name) => name === 'co.uk' || !name.includes('.'),
    ...more,
  };
  return lintContents({ contents, subject: 'cert.pem', wish, key }).map(({ code, severity }) => `${code} ${severity}`);
}
const leafWith = (order: Partial<Order>, more: Partial<LintWish> = {}) => {
  const leaf = issue({ commonName: 'www.contoso.com', issuer: pki.issuing, ...order });
  return found(leaf.certPem + pki.issuing.certPem, more);
};
const san = (names: string) => ({ extensions: [...SERVER, `subjectAltName=${names}`] });
const without = (start: string) => ({ extensions: [...SERVER.filter((each) => !each.startsWith(start)), 'subjectAltName=DNS:www.contoso.com'] });

describe('lint', () => {
  it('has nothing to say of a good chain, and only what public CAs must do of a private one', async () => {
    const chain = pki.leaf.certPem + pki.issuing.certPem;
    expect(await found(chain)).toEqual([]);
    const publicly = ['policies-missing warning', 'revocation-missing warning', 'serial-short warning', 'aia-missing info', 'ct-missing info'];
    expect([...new Set(await found(chain, { rules: 'web' }))].toSorted()).toEqual(publicly.toSorted());
    expect(await found(chain, { rules: 'web', publicRoots: () => [pki.root.certPem] })).toContain('ct-missing error');
  });

  it.each([
    ['a name that is not covered', { commonName: 'api.contoso.com' }, {}, 'name-not-covered error'],
    ['no name at all', without('subjectAltName').extensions.length > 0 ? { extensions: SERVER } : {}, {}, 'san-missing error'],
    ['a common name beside its names', { commonName: 'contoso', san: 'DNS:www.contoso.com' }, {}, 'common-name warning'],
    ['an address as a DNS name', san('DNS:www.contoso.com,DNS:20.0.0.4'), {}, 'ip-as-dns error'],
    ['an underscore', san('DNS:www.contoso.com,DNS:a_b.contoso.com'), {}, 'name-syntax error'],
    ['a wildcard in the middle', san('DNS:www.contoso.com,DNS:a.*.contoso.com'), {}, 'name-syntax error'],
    ['a wildcard for everybody', san('DNS:www.contoso.com,DNS:*.co.uk'), {}, 'public-suffix-wildcard error'],
    ['an A-label that decodes to nothing', san('DNS:www.contoso.com,DNS:xn--a.contoso.com'), {}, 'idn-not-a-label error'],
    ['an internal name', san('DNS:www.contoso.com,DNS:server.local'), { rules: 'web' }, 'internal-name warning'],
    ['a hundred names and one', san(Array.from({ length: 101 }, (_, i) => `DNS:n${i}.contoso.com`).join(',')), {}, 'names-many info'],
    ['a past', {}, { at: NOW + 91 * DAY }, 'expired error'],
    ['a future', {}, { at: NOW - 2 * DAY }, 'not-yet-valid error'],
    ['little time left', {}, { at: NOW + 62 * DAY }, 'expires-soon warning'],
    ['a long life', { days: 500 }, { rules: 'web' }, 'validity-too-long warning'],
    ['a weak key', { key: rsa(1024) }, {}, 'key-weak error'],
    ['a curve nobody knows', { key: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:secp256k1'] }, {}, 'key-weak error'],
    ['a size of its own', { key: rsa(2050) }, {}, 'key-size warning'],
    ['an exponent of three', { key: [...rsa(2048), '-pkeyopt', 'rsa_keygen_pubexp:3'] }, {}, undefined],
    ['an unusual key', { key: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-521'] }, {}, 'key-unusual info'],
    ['SHA-1', { digest: 'sha1' }, {}, 'signature-weak error'],
    ['another purpose', { extensions: [...IDS, 'subjectAltName=DNS:www.contoso.com', 'extendedKeyUsage=clientAuth'] }, {}, 'eku-no-server-auth error'],
    ['no purpose', without('extendedKeyUsage'), { rules: 'web' }, 'eku-missing warning'],
    [
      'two purposes',
      { extensions: [...IDS, 'subjectAltName=DNS:www.contoso.com', 'extendedKeyUsage=serverAuth,clientAuth'] },
      { rules: 'web' },
      'eku-client-auth info',
    ],
    ['every purpose', { extensions: [...IDS, 'subjectAltName=DNS:www.contoso.com', 'extendedKeyUsage=serverAuth,anyExtendedKeyUsage'] }, {}, 'any-eku warning'],
    [
      'a purpose besides',
      { extensions: [...IDS, 'subjectAltName=DNS:www.contoso.com', 'extendedKeyUsage=serverAuth,codeSigning'] },
      { rules: 'web' },
      'eku-other warning',
    ],
    [
      'a critical purpose',
      { extensions: [...IDS, 'subjectAltName=DNS:www.contoso.com', 'extendedKeyUsage=critical,serverAuth'] },
      { rules: 'web' },
      'eku-critical warning',
    ],
    ['the rights of a CA', { extensions: [...IDS, 'subjectAltName=DNS:www.contoso.com', 'basicConstraints=critical,CA:TRUE'] }, {}, 'leaf-is-ca error'],
    ['a key usage that TLS has no use for', { extensions: [...IDS, 'subjectAltName=DNS:www.contoso.com', 'keyUsage=critical,cRLSign'] }, {}, 'key-usage error'],
    [
      'a key usage that curves cannot do',
      { extensions: [...IDS, 'subjectAltName=DNS:www.contoso.com', 'keyUsage=critical,digitalSignature,keyEncipherment'] },
      {},
      'key-usage-kind warning',
    ],
    [
      'constraints that are a CA’s',
      { extensions: [...SERVER, 'subjectAltName=DNS:www.contoso.com', 'nameConstraints=critical,permitted;DNS:contoso.com'] },
      {},
      'leaf-constrains-names error',
    ],
    [
      'an unknown critical extension',
      { extensions: [...SERVER, 'subjectAltName=DNS:www.contoso.com', '1.2.3.4=critical,ASN1:NULL'] },
      {},
      'unknown-critical-extension error',
    ],
    ['an unreadable extension', { extensions: ['subjectAltName=DNS:www.contoso.com', '2.5.29.15=DER:04:00', ...IDS] }, {}, 'parse-error error'],
    ['a critical list of names beside a subject', { extensions: [...SERVER, 'subjectAltName=critical,DNS:www.contoso.com'] }, {}, 'criticality error'],
    [
      'no key identifiers',
      { extensions: [...SERVER.slice(0, 3), 'subjectAltName=DNS:www.contoso.com', 'subjectKeyIdentifier=none', 'authorityKeyIdentifier=none'] },
      {},
      'key-identifier warning',
    ],
    [
      'unreadable access to its issuer',
      { extensions: [...SERVER, 'subjectAltName=DNS:www.contoso.com', 'authorityInfoAccess=DER:04:00'] },
      {},
      'malformed-aia error',
    ],
    [
      'a NUL in a name',
      { extensions: [...SERVER, `subjectAltName=DER:30:11:82:0f:${Buffer.from('www.contoso\0com').toString('hex').match(/../gu)?.join(':')}`] },
      {},
      'embedded-nul error',
    ],
    [
      'a name in U-labels',
      { extensions: [...SERVER, `subjectAltName=DER:30:0c:82:0a:${Buffer.from('bücher.de').toString('hex').match(/../gu)?.join(':')}`] },
      {},
      'idn-not-a-label error',
    ],
  ] as const)('finds %s', async (_, order, more, expected) => {
    const codes = await leafWith(order as Partial<Order>, more as Partial<LintWish>);
    if (expected === undefined) expect(codes).toEqual([]);
    else expect(codes).toContain(expected);
  });

  it('counts the days that were allowed on the day of issue', async () => {
    const codes = async (days: number) => (await leafWith({ days }, { rules: 'web' })).filter((each) => each.startsWith('validity'));
    // Issued now, whatever now is: the ladder only goes down.
    expect(await codes(46)).toEqual([]);
    expect(await codes(400)).toEqual(['validity-too-long warning']);
    expect(await leafWith({ days: 400 })).not.toContain('validity-too-long warning');
  });
});

describe('lint of a chain', () => {
  it('finds what is missing, twisted, doubled, strange or too much', async () => {
    const { root, issuing, leaf } = pki;
    const stranger = issue({ commonName: 'stranger', ca: true, issuer: root });
    const impostor = issue({ commonName: 'Contoso Issuing CA', ca: true, issuer: root });
    expect(await found(leaf.certPem)).toEqual(['chain-incomplete error']);
    expect(await found(issuing.certPem + leaf.certPem)).toEqual(['chain-order error']);
    expect(await found(leaf.certPem + issuing.certPem + issuing.certPem)).toEqual(['chain-duplicate warning']);
    expect(await found(leaf.certPem + issuing.certPem + stranger.certPem)).toEqual(['chain-stranger warning']);
    expect(await found(leaf.certPem + issuing.certPem + root.certPem)).toEqual(['root-included warning']);
    expect(await found(leaf.certPem + impostor.certPem)).toEqual(['chain-incomplete error', 'signature-invalid error']);
    expect(await found(leaf.certPem + issuing.certPem, { roots: () => [] })).toEqual(['untrusted-root warning']);
    expect(await found(leaf.certPem + issuing.certPem, { roots: () => [], trust: [stranger.certPem] })).toEqual(['untrusted-root error']);
    expect(await found(leaf.certPem + issuing.certPem, { roots: () => [], trust: [root.certPem] })).toEqual([]);
  });

  it('judges the CAs above the leaf', async () => {
    const below = async (ca: Partial<Order>) => {
      const issuing = issue({ commonName: 'Issuing', issuer: pki.root, ca: true, days: 1000, ...ca });
      return await found(issue({ commonName: 'www.contoso.com', issuer: issuing }).certPem + issuing.certPem);
    };
    expect(await below({})).toEqual([]);
    expect(await below({ days: 30 })).toContain('issuer-expires-first warning');
    expect(await below({ key: rsa(1024) })).toContain('key-weak error');
    expect(await below({ extensions: ['basicConstraints=critical,CA:FALSE', ...IDS] })).toContain('not-a-ca error');
    expect(await below({ extensions: ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,cRLSign', ...IDS] })).toContain('no-cert-sign error');
    expect(await below({ extensions: ['basicConstraints=CA:TRUE', 'keyUsage=critical,keyCertSign', ...IDS] })).toContain('criticality error');
    const constrained = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign', 'nameConstraints=critical,permitted;DNS:fabrikam.com', ...IDS];
    expect(await below({ extensions: constrained })).toContain('name-constraint error');
  });

  it('says once of each certificate that it is not valid yet', async () => {
    const early = await found(pki.leaf.certPem + pki.issuing.certPem, { at: NOW - DAY / 24 });
    expect(early.filter((each) => each === 'not-yet-valid error')).toHaveLength(2);
  });

  it('knows a self-signed certificate, and one that was named as trusted', async () => {
    const own = issue({ commonName: 'www.contoso.com' });
    expect(await found(own.certPem)).toContain('self-signed error');
    expect(await found(own.certPem, { trust: [own.certPem] })).toContain('self-signed warning');
  });
});

describe('lint of a file', () => {
  it('finds a key that belongs to another certificate, RSA and EC', async () => {
    for (const key of [EC, rsa(2048)]) {
      const [one, other] = [issue({ commonName: 'www.contoso.com', issuer: pki.issuing, key }), issue({ commonName: 'other', key })];
      const keyOf = async ({ keyPem }: Issued) => (await readContents(new Uint8Array(Buffer.from(keyPem)))).keys[0]?.spki;
      const chain = one.certPem + pki.issuing.certPem;
      expect(await found(chain, {}, await keyOf(one))).toEqual([]);
      expect(await found(chain, {}, await keyOf(other))).toEqual(['key-mismatch error']);
      expect(await found(chain + other.keyPem)).toEqual(['key-mismatch error']);
    }
  });

  it('says how PowerShell wrote it, and what is not a certificate', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(pki.leaf.certPem + pki.issuing.certPem, 'utf16le')]);
    expect(await found(new Uint8Array(utf16))).toEqual(['file-encoding warning']);
    for (const text of ['', 'hello', pki.leaf.keyPem]) expect(await found(text)).toEqual(['parse-error error']);
    expect(await found(pki.leaf.certPem + pki.issuing.certPem + pki.leaf.keyPem + issue({ commonName: 'x' }).keyPem)).toEqual(['keys-several warning']);
  });
});
