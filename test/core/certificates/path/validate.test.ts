import { beforeAll, describe, expect, it } from 'vitest';
import type { Certificate } from '../../../../src/core/certificates/certificate.ts';
import { type PathInput, validatePath } from '../../../../src/core/certificates/path/validate.ts';
import { readCertificates } from '../../../../src/core/certificates/read.ts';
import { type Issued, issue, issueChain, type Order, rsa } from '../../../helpers/openssl.ts';

const DAY = 86_400_000;
const NOW = Date.now() + 60_000;
const HOST = 'www.contoso.com';
const CA = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign', 'subjectKeyIdentifier=hash', 'authorityKeyIdentifier=keyid'];
const SERVER = ['subjectAltName=DNS:www.contoso.com', 'extendedKeyUsage=serverAuth', 'subjectKeyIdentifier=hash', 'authorityKeyIdentifier=keyid'];

let pki: { root: Issued; issuing: Issued; leaf: Issued };
beforeAll(() => {
  pki = issueChain();
});

const read = (...issued: readonly Issued[]): readonly Certificate[] => issued.flatMap(({ certPem }) => readCertificates(certPem).certificates);

function verdict(chain: readonly Issued[], more: Partial<PathInput> = {}): readonly string[] {
  const result = validatePath({ chain: read(...chain), roots: [pki.root.certPem], at: NOW, host: HOST, ...more });
  return result.ok ? [] : result.violations.map(({ rule }) => rule);
}
/** A server certificate below an issuing CA made as wanted. */
const below = (ca: Partial<Order>, leaf: Partial<Order> = {}): readonly Issued[] => {
  const issuing = issue({ commonName: 'Issuing', issuer: pki.root, ca: true, days: 1000, ...ca });
  return [issue({ commonName: HOST, issuer: issuing, ...leaf }), issuing];
};

describe('a path', () => {
  it('is found whatever the order of the others, with what does not belong', () => {
    const stranger = issue({ commonName: 'stranger', ca: true });
    const result = validatePath({ chain: read(pki.leaf, stranger, pki.issuing), roots: [pki.root.certPem], at: NOW, host: HOST, policy: 'strict' });
    expect(result.ok && result.path.map(({ x509 }) => x509.toString())).toEqual([pki.leaf.certPem, pki.issuing.certPem, pki.root.certPem]);
  });

  it('has to end at a root that is trusted by its key, not by its name', () => {
    const impostor = issue({ commonName: 'Contoso Root', ca: true });
    expect(verdict([pki.leaf, pki.issuing], { roots: [impostor.certPem] })).toEqual(['untrusted-root']);
    expect(verdict([pki.leaf, pki.issuing], { roots: [] })).toEqual(['untrusted-root']);
    expect(verdict([pki.leaf])).toEqual(['untrusted-root']);
  });

  it('may end at a trusted intermediate or at a trusted leaf', () => {
    expect(verdict([pki.leaf], { roots: [pki.issuing.certPem] })).toEqual([]);
    expect(verdict([pki.leaf], { roots: [pki.leaf.certPem] })).toEqual([]);
  });

  it('may have a cross-signed detour: the way that is right is found', () => {
    const old = issue({ commonName: 'Old Root', ca: true, days: 1 });
    const issuing = issue({ commonName: 'Crossed', ca: true, issuer: pki.root, days: 900 });
    const crossed = issue({ commonName: 'Crossed', ca: true, issuer: old, keyPem: issuing.keyPem, days: 900 });
    const leaf = issue({ commonName: HOST, issuer: issuing });
    const roots = [old.certPem, pki.root.certPem];
    expect(verdict([leaf, crossed, issuing], { roots, at: NOW + 30 * DAY })).toEqual([]);
    expect(verdict([leaf, crossed], { roots, at: NOW + 30 * DAY })).toEqual(['expired']);
  });

  it('ends where CAs certified each other in a circle, and where they are many', () => {
    const keys = [issue({ commonName: 'A', ca: true }), issue({ commonName: 'B', ca: true })] as const;
    const [a, b] = keys;
    const ab = issue({ commonName: 'A', ca: true, issuer: b, keyPem: a.keyPem });
    const ba = issue({ commonName: 'B', ca: true, issuer: a, keyPem: b.keyPem });
    expect(verdict([issue({ commonName: HOST, issuer: a }), ab, ba])).toEqual(['untrusted-root']);
    const twins = Array.from({ length: 12 }, () => issue({ commonName: 'Twin', ca: true, issuer: { ...a, certPem: a.certPem }, keyPem: a.keyPem }));
    const started = performance.now();
    expect(verdict([issue({ commonName: HOST, issuer: twins[0] ?? a }), ...twins]).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('is no longer than asked', () => {
    expect(verdict([pki.leaf, pki.issuing], { maxDepth: 0 })).toEqual(['too-long']);
    expect(verdict([pki.leaf, pki.issuing], { maxDepth: 1 })).toEqual([]);
  });

  it('of nothing is refused', () => {
    expect(validatePath({ chain: [], roots: [], at: NOW })).toEqual({ ok: false, violations: [] });
  });
});

describe('at a chosen time', () => {
  it('includes the last second and not the next', () => {
    const [leaf] = read(pki.leaf);
    const end = leaf?.notAfter ?? 0;
    expect(verdict([pki.leaf, pki.issuing], { at: end + 999 })).toEqual([]);
    expect(verdict([pki.leaf, pki.issuing], { at: end + 1000 })).toEqual(['expired']);
    expect(verdict([pki.leaf, pki.issuing], { at: (leaf?.notBefore ?? 0) - 1 })).toContain('not-yet-valid');
  });

  it('every certificate of the path counts', () => {
    expect(verdict(below({ days: 2 }), { at: NOW + 10 * DAY })).toEqual(['expired']);
  });
});

describe('an issuer', () => {
  it.each<[string, Partial<Order>, readonly string[]]>([
    ['has to be a CA', { extensions: ['basicConstraints=critical,CA:FALSE', ...CA.slice(2)] }, ['not-a-ca']],
    ['has to say so', { extensions: CA.slice(2) }, ['not-a-ca']],
    ['has to be allowed to sign', { extensions: ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,cRLSign', ...CA.slice(2)] }, ['no-cert-sign']],
    ['for other purposes does not make servers', { extensions: [...CA, 'extendedKeyUsage=emailProtection'] }, ['eku-no-server-auth']],
    ['must not be signed weakly', { digest: 'sha1' }, ['signature-weak']],
    ['must not have a weak key', { key: rsa(1024) }, ['key-weak']],
    ['must have no critical extension that nobody knows', { extensions: [...CA, '1.2.3.4=critical,ASN1:NULL'] }, ['unknown-critical-extension']],
  ])('%s', (_, ca, violations) => {
    expect(verdict(below(ca))).toEqual(violations);
  });

  it('has at most as many CAs below it as it says', () => {
    const first = issue({ commonName: 'First', issuer: pki.root, extensions: ['basicConstraints=critical,CA:TRUE,pathlen:0', ...CA.slice(1)] });
    const second = issue({ commonName: 'Second', issuer: first, ca: true });
    expect(verdict([issue({ commonName: HOST, issuer: first }), first])).toEqual([]);
    expect(verdict([issue({ commonName: HOST, issuer: second }), second, first])).toEqual(['path-length']);
  });

  it.each<[string, string, string, readonly string[]]>([
    ['permits a domain and all below it', 'permitted;DNS:contoso.com', 'DNS:www.contoso.com', []],
    ['permits no other domain', 'permitted;DNS:fabrikam.com', 'DNS:www.contoso.com', ['name-constraint']],
    ['permits no name that only ends alike', 'permitted;DNS:so.com', 'DNS:www.contoso.com', ['name-constraint']],
    ['excludes a domain', 'excluded;DNS:contoso.com', 'DNS:www.contoso.com', ['name-constraint']],
    ['excludes what a wildcard stands for', 'excluded;DNS:evil.contoso.com', 'DNS:www.contoso.com,DNS:*.contoso.com', ['name-constraint']],
    ['permits addresses by range', 'permitted;IP:20.0.0.0/255.0.0.0', 'DNS:www.contoso.com,IP:20.1.2.3', []],
    ['refuses addresses outside', 'permitted;IP:20.0.0.0/255.0.0.0', 'DNS:www.contoso.com,IP:21.1.2.3', ['name-constraint']],
    ['does not constrain kinds that it does not name', 'permitted;IP:20.0.0.0/255.0.0.0', 'DNS:www.contoso.com', []],
  ])('%s', (_, constraints, san, violations) => {
    expect(verdict(below({ extensions: [...CA, `nameConstraints=critical,${constraints}`] }, { san }))).toEqual(violations);
  });

  it.each(['email:a@b@contoso.com', 'email:@contoso.com', 'URI:https://contoso.com', 'DNS:*.contoso.com'])(
    'may not constrain by what is no name: %s',
    (base) => {
      expect(verdict(below({ extensions: [...CA, `nameConstraints=critical,permitted;${base}`] }), { policy: 'strict' })).toContain('name-syntax');
    },
  );

  it('that constrains thousands of names costs bounded time', () => {
    const bases = Array.from({ length: 1_000 }, (_, i) => `permitted;DNS.${i}=d${i}.contoso.com`);
    const names = Array.from({ length: 1_000 }, (_, i) => `DNS.${i}=h${i}.contoso.com`);
    const chain = below(
      { extensions: [...CA, 'nameConstraints=critical,@bases', '[bases]', ...bases] },
      { extensions: ['subjectAltName=@names', ...SERVER.slice(1), '[names]', ...names] },
    );
    const started = performance.now();
    expect(verdict(chain, { host: 'h1.contoso.com' })).toEqual(['too-complex']);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('the certificate of the server', () => {
  const leafWith = (leaf: Partial<Order>, more: Partial<PathInput> = {}) =>
    verdict([issue({ commonName: HOST, issuer: pki.issuing, ...leaf }), pki.issuing], more);

  it.each<[string, Partial<Order>, readonly string[]]>([
    ['covers the host', { extensions: SERVER }, []],
    ['names the host in its SAN', { extensions: SERVER.slice(1) }, ['san-missing']],
    ['names this host', { san: 'DNS:api.contoso.com' }, ['name-not-covered']],
    ['is for servers', { extensions: [...SERVER.slice(0, 1), 'extendedKeyUsage=clientAuth', ...SERVER.slice(2)] }, ['eku-no-server-auth']],
    ['may leave its purposes open', { extensions: [...SERVER.slice(0, 1), ...SERVER.slice(2)] }, []],
    ['has a key that may sign or decipher', { extensions: [...SERVER, 'keyUsage=critical,cRLSign'] }, ['key-usage']],
    ['has no critical extension that nobody knows', { extensions: [...SERVER, '1.2.3.4=critical,ASN1:NULL'] }, ['unknown-critical-extension']],
    ['has readable extensions', { extensions: [...SERVER.slice(1), '2.5.29.17=DER:04:00'] }, ['malformed', 'malformed']],
    ['is signed with a sound hash', { digest: 'sha1' }, ['signature-weak']],
    ['has a sound key', { key: rsa(1024) }, ['key-weak']],
    ['has a curve that clients know', { key: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:secp224r1'] }, ['key-weak']],
  ])('%s', (_, leaf, violations) => {
    expect([...new Set(leafWith(leaf))]).toEqual([...new Set(violations)]);
  });

  it('may be a CA for lenient clients, not for strict ones', () => {
    const leaf = { extensions: [...SERVER, 'basicConstraints=critical,CA:TRUE', 'keyUsage=critical,digitalSignature,keyCertSign'] };
    expect(leafWith(leaf)).toEqual([]);
    expect(leafWith(leaf, { policy: 'strict' })).toEqual(['leaf-is-ca']);
  });

  it('must not be a wildcard for a public suffix where suffixes are known', () => {
    const leaf = { san: 'DNS:*.co.uk' };
    const isPublicSuffix = (name: string) => name === 'co.uk';
    expect(leafWith(leaf, { host: 'contoso.co.uk', policy: 'strict', isPublicSuffix })).toEqual(['public-suffix-wildcard']);
    expect(leafWith(leaf, { host: 'contoso.co.uk' })).toEqual([]);
  });
});
