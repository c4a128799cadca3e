import { beforeAll, describe, expect, it } from 'vitest';
import { findingsOfPair, type Judging } from '../../../../src/core/certificates/findings/findings-of-pair.ts';
import { readPair } from '../../../../src/core/certificates/pair.ts';
import type { Finding } from '../../../../src/core/contracts/index.ts';
import { type Issued, issue, issueChain, type Order, openssl, rsa } from '../../../helpers/openssl.ts';

const DAY = 86_400_000;
const NOW = Date.now() + 60_000;
const IDS = ['subjectKeyIdentifier=hash', 'authorityKeyIdentifier=keyid'];
let pki: { root: Issued; issuing: Issued; leaf: Issued };
beforeAll(() => {
  pki = issueChain();
});

function judge(cert: string, key: string, more: Partial<Judging> = {}): readonly Finding[] {
  const pair = readPair(new TextEncoder().encode(cert), new TextEncoder().encode(key));
  return findingsOfPair(pair, {
    certFile: '/c/cert.pem',
    keyFile: '/c/key.pem',
    names: ['www.contoso.com'],
    at: NOW,
    roots: [pki.root.certPem],
    selfSigned: 'error',
    ...more,
  });
}
const codes = (findings: readonly Finding[]) => findings.map(({ code, severity }) => `${code} ${severity}`);
const leafWith = (order: Partial<Order>, more: Partial<Judging> = {}) => {
  const leaf = issue({ commonName: 'www.contoso.com', issuer: pki.issuing, ...order });
  return judge(leaf.certPem + pki.issuing.certPem, leaf.keyPem, more);
};

describe('a pair', () => {
  it('that is right has no findings', () => {
    expect(judge(pki.leaf.certPem + pki.issuing.certPem, pki.leaf.keyPem)).toEqual([]);
  });

  it('has every finding with a cure, in both languages, and no bare template', () => {
    const findings = [
      ...judge('', ''),
      ...judge(pki.issuing.certPem + pki.leaf.certPem + pki.root.certPem, pki.root.keyPem, { names: ['x.example'], roots: [], at: NOW + 4000 * DAY }),
      ...judge(pki.leaf.certPem, pki.leaf.keyPem),
    ];
    expect(findings.length).toBeGreaterThan(8);
    for (const { message, next } of findings) {
      expect(next.length).toBeGreaterThan(0);
      for (const text of [message, ...next]) {
        if (typeof text === 'string') throw new Error(`bare text: ${text}`);
        const holes = [...`${text.en}${text.ja}`.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
        expect(Object.keys(text.with ?? {})).toEqual(expect.arrayContaining([...new Set(holes)]));
      }
    }
  });

  it('names worst things first, and each once', () => {
    const findings = judge(pki.leaf.certPem + pki.issuing.certPem + pki.root.certPem, pki.root.keyPem, { at: NOW + 4000 * DAY });
    expect(codes(findings)).toEqual(['key-mismatch error', 'expired error', 'expired error', 'expired error', 'root-included warning']);
  });
});

describe('the key', () => {
  it('belongs to another certificate', () => {
    expect(codes(judge(pki.leaf.certPem + pki.issuing.certPem, openssl(['genpkey', ...rsa(2048)]).toString()))).toEqual(['key-mismatch error']);
  });

  it.each(['rsa', 'ec', 'ed25519'])('matches through the public key: %s', (kind) => {
    const key = kind === 'rsa' ? { key: rsa(2048) } : kind === 'ec' ? {} : { key: ['-algorithm', 'ED25519'] };
    expect(leafWith(key)).toEqual([]);
  });

  it('is encrypted: the cure is the command', () => {
    const locked = openssl(['pkey', '-aes256', '-passout', 'pass:secret'], pki.leaf.keyPem).toString();
    const findings = judge(pki.leaf.certPem + pki.issuing.certPem, locked);
    expect(codes(findings)).toEqual(['key-encrypted error']);
    expect(JSON.stringify(findings)).toContain('openssl pkey -in /c/key.pem -out key-plain.pem');
  });

  it.each([
    ['no key', () => pki.leaf.certPem],
    ['two keys', () => pki.leaf.keyPem + pki.root.keyPem],
    ['a damaged one', () => pki.leaf.keyPem.replace('MI', 'AA')],
  ])('file holds %s', (_, key) => {
    const [finding, ...rest] = judge(pki.leaf.certPem + pki.issuing.certPem, key());
    expect([finding?.code, finding?.subject, rest]).toEqual(['parse-error', '/c/key.pem', []]);
  });
});

describe('the certificate file', () => {
  it.each<[string, () => string, string]>([
    [
      'a request',
      () => openssl(['req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc', '-keyout', '/dev/null', '-subj', '/CN=x']).toString(),
      'signing request',
    ],
    ['the key instead', () => pki.leaf.keyPem, 'private key'],
    ['PKCS #7', () => '-----BEGIN PKCS7-----\nMAA=\n-----END PKCS7-----\n', 'openssl pkcs7'],
    ['words', () => 'hello', 'PEM file'],
  ])('holds %s', (_, cert, cure) => {
    const [finding] = judge(cert(), pki.leaf.keyPem);
    expect(finding).toMatchObject({ code: 'parse-error', severity: 'error', subject: '/c/cert.pem' });
    expect(JSON.stringify(finding?.next)).toContain(cure);
  });

  it('is damaged in one place: the line is named', () => {
    const cut = `${pki.leaf.certPem}-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n`;
    const finding = judge(cut, pki.leaf.keyPem).find(({ code }) => code === 'parse-error');
    expect(finding?.message).toMatchObject({ with: { line: pki.leaf.certPem.split('\n').length } });
  });
});

describe('the certificate', () => {
  it.each<[string, Partial<Order>, Partial<Judging>, readonly string[]]>([
    ['another name', { san: 'DNS:api.contoso.com' }, {}, ['name-not-covered error']],
    ['a wildcard too high', { san: 'DNS:*.com' }, {}, ['name-not-covered error']],
    ['a wildcard', { san: 'DNS:*.contoso.com' }, {}, []],
    ['one of two names', {}, { names: ['www.contoso.com', 'api.contoso.com'] }, ['name-not-covered error']],
    ['a common name only', { extensions: ['extendedKeyUsage=serverAuth', ...IDS] }, {}, ['san-missing error']],
    ['a past', {}, { at: NOW + 91 * DAY }, ['expired error']],
    ['a future', {}, { at: NOW - 2000 * DAY, roots: [] }, ['not-yet-valid error', 'not-yet-valid error', 'untrusted-root warning']],
    ['little time left', {}, { at: NOW + 62 * DAY }, ['expires-soon warning']],
    ['very little time left', {}, { at: NOW + 89 * DAY }, ['expires-soon warning']],
    ['a short key', { key: rsa(1024) }, {}, ['key-weak error']],
    ['SHA-1', { digest: 'sha1' }, {}, ['signature-weak error']],
    ['another purpose', { extensions: ['subjectAltName=DNS:www.contoso.com', 'extendedKeyUsage=clientAuth', ...IDS] }, {}, ['eku-no-server-auth error']],
    ['the rights of a CA', { extensions: ['subjectAltName=DNS:www.contoso.com', 'basicConstraints=CA:TRUE', ...IDS] }, {}, ['leaf-is-ca error']],
    [
      'an unknown critical extension',
      { extensions: ['subjectAltName=DNS:www.contoso.com', '1.2.3.4=critical,ASN1:NULL', ...IDS] },
      {},
      ['unknown-critical-extension error'],
    ],
    ['an unreadable extension', { extensions: ['subjectAltName=DNS:www.contoso.com', '2.5.29.15=DER:04:00', ...IDS] }, {}, ['parse-error error']],
  ])('has %s', (_, order, judging, expected) => {
    expect(codes(leafWith(order, judging))).toEqual(expected);
  });

  it('is self-signed: an error, unless it is what the profile trusts', () => {
    const { certPem, keyPem } = issue({ commonName: 'www.contoso.com' });
    expect(codes(judge(certPem, keyPem))).toEqual(['self-signed error']);
    expect(codes(judge(certPem, keyPem, { selfSigned: 'warning' }))).toEqual(['self-signed warning']);
    expect(codes(judge(certPem, keyPem, { trustPem: certPem }))).toEqual(['self-signed warning']);
  });
});

describe('the chain', () => {
  it('is incomplete where the issuer is neither in the file nor a trusted root', () => {
    expect(codes(judge(pki.leaf.certPem, pki.leaf.keyPem))).toEqual(['chain-incomplete error']);
    expect(codes(judge(pki.leaf.certPem, pki.leaf.keyPem, { roots: [pki.issuing.certPem] }))).toEqual([]);
    expect(codes(judge(pki.leaf.certPem, pki.leaf.keyPem, { roots: [], trustPem: pki.issuing.certPem }))).toEqual([]);
  });

  it('is right without the root above its intermediate, and warned about with it', () => {
    expect(codes(judge(pki.leaf.certPem + pki.issuing.certPem + pki.root.certPem, pki.leaf.keyPem))).toEqual(['root-included warning']);
    const direct = issue({ commonName: 'www.contoso.com', issuer: pki.root });
    expect(codes(judge(direct.certPem + pki.root.certPem, direct.keyPem, { roots: [] }))).toEqual(
      ['untrusted-root warning', 'root-included warning'].toReversed(),
    );
  });

  it('tells where the missing one is published, without fetching it', () => {
    const aia = 'authorityInfoAccess=caIssuers;URI:http://ca.example/issuing.cer';
    const leaf = issue({ commonName: 'www.contoso.com', issuer: pki.issuing, extensions: ['subjectAltName=DNS:www.contoso.com', aia, ...IDS] });
    expect(JSON.stringify(judge(leaf.certPem, leaf.keyPem))).toContain('http://ca.example/issuing.cer');
  });

  it('tells an intermediate of the same name from the right one', () => {
    const impostor = issue({ commonName: 'Contoso Issuing CA', ca: true, issuer: pki.root });
    const findings = judge(pki.leaf.certPem + impostor.certPem, pki.leaf.keyPem);
    expect(codes(findings)).toEqual(['chain-incomplete error', 'chain-stranger warning']);
    expect(JSON.stringify(findings[0]?.message)).toContain('did not sign');
  });

  it('is out of order: the right one is named', () => {
    const findings = judge(pki.issuing.certPem + pki.leaf.certPem, pki.leaf.keyPem);
    expect(codes(findings)).toEqual(['chain-order error']);
    expect(JSON.stringify(findings)).toContain('www.contoso.com → Contoso Issuing CA');
  });

  it('holds something that has no part in it', () => {
    const stranger = issue({ commonName: 'Fabrikam CA', ca: true });
    expect(codes(judge(pki.leaf.certPem + pki.issuing.certPem + stranger.certPem, pki.leaf.keyPem))).toEqual(['chain-stranger warning']);
  });

  it('ends under a private CA: a warning, nothing where the profile names it, an error where it names another', () => {
    const chain = pki.leaf.certPem + pki.issuing.certPem;
    const other = issue({ commonName: 'Other', ca: true });
    expect(codes(judge(chain, pki.leaf.keyPem, { roots: [] }))).toEqual(['untrusted-root warning']);
    expect(codes(judge(chain, pki.leaf.keyPem, { roots: [], trustPem: pki.root.certPem }))).toEqual([]);
    expect(codes(judge(chain, pki.leaf.keyPem, { roots: [], trustPem: other.certPem }))).toEqual(['untrusted-root error']);
  });

  it('has faults above the leaf, also where nobody trusts it', () => {
    const weak = issue({ commonName: 'Weak CA', issuer: pki.root, ca: true, key: rsa(1024) });
    const leaf = issue({ commonName: 'www.contoso.com', issuer: weak });
    for (const roots of [[pki.root.certPem], []]) expect(codes(judge(leaf.certPem + weak.certPem, leaf.keyPem, { roots }))).toContain('key-weak error');
    const plain = issue({ commonName: 'No CA', issuer: pki.root, extensions: ['basicConstraints=critical,CA:FALSE', ...IDS] });
    const below = issue({ commonName: 'www.contoso.com', issuer: plain });
    expect(codes(judge(below.certPem + plain.certPem, below.keyPem))).toEqual(['not-a-ca error']);
  });
});
