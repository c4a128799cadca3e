import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CheckOptions, checkEndpoint } from '../../../src/core/check/check.ts';
import type { Environment } from '../../../src/core/contracts/index.ts';
import { peekTls } from '../../../src/plugins/shared/net/peek-tls.ts';
import { probeHttp } from '../../../src/plugins/shared/net/probe-http.ts';
import { type CertificatePair, writeCertificate } from '../../../src/plugins/shared/x509/write-certificate.ts';
import { NOW, type TestCa, testCa } from '../../helpers/test-ca.ts';
import { tlsServer } from '../../helpers/tls-server.ts';
import { virtualClock } from '../../helpers/virtual-clock.ts';

const DAY = 86_400_000;
let ca: TestCa;
beforeAll(async () => {
  ca = await testCa();
});

const serve = ({ certPem, keyPem }: CertificatePair, above: readonly CertificatePair[]) =>
  tlsServer({ cert: [certPem, ...above.map((each) => each.certPem)].join(''), key: keyPem });

/** The parts of an environment that a look from outside needs, all real but the clock and the name. */
function environment(addresses: readonly string[] = ['127.0.0.1']): Environment {
  return {
    clock: virtualClock(NOW),
    dns: { lookup: async () => addresses },
    tls: { peek: peekTls, roots: async () => [ca.root.certPem] },
    http: { probe: probeHttp },
  } as unknown as Environment;
}

async function check(port: number, options: Partial<CheckOptions> = {}) {
  return await checkEndpoint({ env: environment(), host: 'www.contoso.com', port, profile: undefined, signal: new AbortController().signal, ...options });
}
const codes = async (port: number, options: Partial<CheckOptions> = {}) => (await check(port, options)).findings.map((each) => `${each.code} ${each.severity}`);

describe('a look from outside', () => {
  it('has nothing to say of a good endpoint, and tells what it serves', async () => {
    const leaf = await ca.leaf();
    const { endpoint, findings } = await check(await serve(leaf, [ca.intermediate]));
    const expected = new X509Certificate(leaf.certPem);
    expect(findings).toEqual([]);
    expect(endpoint).toMatchObject({ profile: null, host: 'www.contoso.com', addresses: ['127.0.0.1'], daysLeft: 60, expected: null });
    expect(endpoint.served).toMatchObject({
      fingerprintSha256: expected.fingerprint256.replaceAll(':', '').toLowerCase(),
      serial: expected.serialNumber.toLowerCase(),
      notAfter: '2027-01-23T00:00:00.000Z',
    });
  });

  it('misses the intermediate, as curl and Python would', async () => {
    expect(await codes(await serve(await ca.leaf(), []))).toEqual(['chain-incomplete error']);
  });

  it('sees a name that is not covered', async () => {
    const leaf = await ca.leaf({ names: ['other.contoso.com'] });
    expect(await codes(await serve(leaf, [ca.intermediate]))).toEqual(['name-not-covered error']);
  });

  it.each([
    ['expired', { from: NOW - 90 * DAY, to: NOW - DAY }, ['expired error']],
    ['not yet valid', { from: NOW + DAY, to: NOW + 90 * DAY }, ['not-yet-valid error']],
    ['below a third of its life', { from: NOW - 70 * DAY, to: NOW + 20 * DAY }, ['expires-soon warning']],
    ['below a sixth of its life', { from: NOW - 80 * DAY, to: NOW + 10 * DAY }, ['expires-soon error']],
  ])('%s', async (_, dates, expected) => {
    expect(await codes(await serve(await ca.leaf(dates), [ca.intermediate]))).toEqual(expected);
  });

  it('takes other limits', async () => {
    const port = await serve(await ca.leaf(), [ca.intermediate]);
    expect(await codes(port, { warnDays: 61 })).toEqual(['expires-soon warning']);
    expect(await codes(port, { errorDays: 61 })).toEqual(['expires-soon error']);
  });

  it('knows a self-signed certificate from a private CA', async () => {
    const selfSigned = await writeCertificate({
      commonName: 'www',
      names: ['www.contoso.com'],
      from: NOW - 30 * DAY,
      to: NOW + 60 * DAY,
      algorithm: 'ecdsa-p256',
    });
    const port = await serve(selfSigned, []);
    expect(await codes(port)).toEqual(['self-signed error']);
    expect(await codes(port, { trustPem: selfSigned.certPem })).toEqual([]);
    const foreign = await testCa();
    const other = await serve(await foreign.leaf(), [foreign.intermediate]);
    expect(await codes(other)).toEqual(['untrusted-root error']);
    expect(await codes(other, { trustPem: foreign.root.certPem })).toEqual([]);
  });

  describe('compares with the certificate that should be there', () => {
    const other = '00'.repeat(32);
    const served = async () => {
      const leaf = await ca.leaf();
      const fingerprint = new X509Certificate(leaf.certPem).fingerprint256.replaceAll(':', '').toLowerCase();
      return { fingerprint, port: await serve(leaf, [ca.intermediate]) };
    };

    it('with that of the profile, and with what was deployed last', async () => {
      const { port, fingerprint } = await served();
      const codesFor = (expectedFingerprint?: string, deployedFingerprint?: string) =>
        codes(port, { ...(expectedFingerprint && { expectedFingerprint }), ...(deployedFingerprint && { deployedFingerprint }) });
      expect(await codesFor(fingerprint, fingerprint)).toEqual([]);
      expect(await codesFor(other)).toEqual(['fingerprint-differs error']);
      expect(await codesFor(undefined, other)).toEqual(['fingerprint-differs error']);
      expect(await codesFor(other, other)).toEqual(['fingerprint-differs error']);
      expect(await codesFor(fingerprint, other)).toEqual(['deployed-elsewhere info']);
    });

    it('says of files that were never deployed how to deploy them', async () => {
      const { port, fingerprint } = await served();
      const { findings } = await check(port, { expectedFingerprint: other, deployedFingerprint: fingerprint, profile: 'contoso' });
      expect(findings.map((each) => each.code)).toEqual(['fingerprint-differs']);
      expect(JSON.stringify(findings)).toContain('amltls renew contoso');
    });

    it('takes a new Microsoft certificate for what it is', async () => {
      const { port } = await served();
      expect(await codes(port, { deployedFingerprint: other, changesByItself: true })).toEqual(['certificate-changed info']);
    });
  });

  it('sees that old versions are still accepted beside a new one, once', async () => {
    const { certPem, keyPem } = await ca.leaf();
    const cert = certPem + ca.intermediate.certPem;
    const open = await tlsServer({ cert, key: keyPem, minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' });
    expect(await codes(open)).toEqual([]);
    expect(await codes(open, { around: true })).toEqual(['tls-version-old error']);
    const old = await tlsServer({ cert, key: keyPem, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' });
    expect(await codes(old, { around: true })).toEqual(['tls-version-old error']);
    expect(await codes(await tlsServer({ cert, key: keyPem, maxVersion: 'TLSv1.2' }), { around: true })).toEqual([]);
  });

  it('sees http beside https, and lets a redirect pass', async () => {
    const probe = (status: number) => ({
      ...environment(),
      tls: { peek: async () => ({ seen: false, layer: 'tcp', reason: 'off' }), roots: async () => [] },
      http: { probe: async (url: string) => (url === 'http://www.contoso.com/' ? { seen: true, status } : { seen: false, layer: 'http', reason: url }) },
    });
    const codesFor = async (env: unknown) => (await check(443, { env: env as Environment, around: true })).findings.map((each) => each.code);
    expect(await codesFor(probe(404))).toEqual(['unreachable-tcp', 'http-open']);
    expect(await codesFor(probe(308))).toEqual(['unreachable-tcp']);
  });

  it('sees addresses that serve different certificates', async () => {
    const [one, other] = [await ca.leaf(), await ca.leaf()];
    const ports: Readonly<Record<string, number>> = { '192.0.2.1': await serve(one, [ca.intermediate]), '192.0.2.2': await serve(other, [ca.intermediate]) };
    const env = environment(Object.keys(ports));
    const peek: typeof env.tls.peek = (target, signal) => peekTls({ ...target, address: '127.0.0.1', port: ports[target.address] ?? 0 }, signal);
    expect(await codes(443, { env: { ...env, tls: { ...env.tls, peek } } })).toEqual(['addresses-differ warning']);
  });

  it('sees a chain that is served out of order', async () => {
    const [deeper, root] = [await testCa(), ca.root];
    const between = await writeCertificate({ commonName: 'Between', from: NOW - DAY, to: NOW + 900 * DAY, algorithm: 'ecdsa-p256', ca: {}, issuer: root });
    const low = await writeCertificate({ commonName: 'Low', from: NOW - DAY, to: NOW + 900 * DAY, algorithm: 'ecdsa-p256', ca: {}, issuer: between });
    const leaf = await deeper.leaf({ issuer: low });
    expect(await codes(await serve(leaf, [low, between]))).toEqual([]);
    expect(await codes(await serve(leaf, [between, low]))).toEqual(['chain-order warning']);
  });

  it('sees a server that speaks TLS 1.1 only', async () => {
    const { certPem, keyPem } = await ca.leaf();
    const port = await tlsServer({
      cert: certPem + ca.intermediate.certPem,
      key: keyPem,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    expect(await codes(port)).toEqual(['tls-version-old error']);
  });

  it('names the layer that does not answer, and each silent address', async () => {
    const port = await serve(await ca.leaf(), [ca.intermediate]);
    expect(await codes(port, { addresses: ['127.0.0.1', '127.0.0.9'] })).toEqual(['unreachable-tcp error']);
    const closed = await check(1, { addresses: ['127.0.0.1', '127.0.0.2'] });
    expect(closed.findings.map((each) => each.code)).toEqual(['unreachable-tcp', 'unreachable-tcp']);
    expect(closed.endpoint.served).toBeNull();
    expect(closed.endpoint.daysLeft).toBeNull();
  });

  it('says that a name does not exist', async () => {
    const { findings, endpoint } = await check(443, { env: environment([]) });
    expect(findings.map((each) => each.code)).toEqual(['name-not-found']);
    expect(endpoint.addresses).toEqual([]);
  });
});
