import { createHash, X509Certificate } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSPHRASE, pfxOf } from '../../../helpers/bundles.ts';
import { type Issued, issueChain, openssl } from '../../../helpers/openssl.ts';
import { createPlace, type Place } from '../../fake-host.ts';

let place: Place;
let pki: { root: Issued; issuing: Issued; leaf: Issued };
beforeAll(async () => {
  place = await createPlace();
  pki = issueChain();
  const { root, issuing, leaf } = pki;
  const at = (name: string) => join(place.cwd, name);
  await writeFile(at('all.pem'), root.certPem + leaf.certPem + leaf.keyPem + issuing.certPem + issuing.keyPem.replace(/\n[^\n]+\n/u, '\n'));
  await writeFile(at('all.pfx'), pfxOf(leaf, [issuing]));
  await writeFile(at('steering.pem'), `-----BEGIN \u001b[2J-----\n${leaf.certPem}`);
});
afterAll(() => place[Symbol.asyncDispose]());

const inspect = (...args: readonly string[]) => place.run(['cert', 'inspect', ...args]);

describe('cert inspect', () => {
  it('shows every part as openssl sees it, and reports what cannot be read', async () => {
    const ran = await inspect('all.pem', '--format', 'json');
    expect(ran.code).toBe(3);
    const { schema, files } = JSON.parse(ran.out);
    expect(schema).toBe('amltls/cert-inspect/1');
    const leaf = new X509Certificate(pki.leaf.certPem);
    const spki = openssl(['x509', '-pubkey', '-noout'], pki.leaf.certPem);
    const pin = createHash('sha256')
      .update(openssl(['pkey', '-pubin', '-outform', 'DER'], spki))
      .digest('base64');
    expect(files[0].certificates[1]).toMatchObject({
      fingerprintSha256: leaf.fingerprint256.replaceAll(':', '').toLowerCase(),
      pin,
      names: ['www.contoso.com'],
      notAfter: new Date(leaf.validTo).toISOString(),
      key: { kind: 'ec', curve: 'prime256v1' },
      isCa: false,
      lifetimeDays: 91,
      timestamps: 0,
    });
    expect(files[0].keys).toMatchObject([{ kind: 'ec', encrypted: false, certificate: files[0].certificates[1].fingerprintSha256 }]);
    expect(files[0].findings).toMatchObject([{ code: 'parse-error', severity: 'error' }]);
  });

  it('draws who signed whom, whatever the order in the file', async () => {
    const { out } = await inspect('all.pem');
    expect(out).toMatch(/Contoso Root \(self-signed\)\n\s+\S+ Contoso Issuing CA\n\s+\S+ www\.contoso\.com\n/u);
  });

  it('counts what is left at a given time', async () => {
    const { files } = JSON.parse((await inspect('all.pem', '--at', '2099-01-01', '--format', 'json')).out);
    expect(files[0].certificates[1].daysLeft).toBeLessThan(0);
  });

  it('opens a PFX with its passphrase, and never shows a key', async () => {
    const env = { AMLTLS_PASSPHRASE: PASSPHRASE };
    const ran = await place.run(['cert', 'inspect', 'all.pfx', '--format', 'json'], { env });
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out).files[0]).toMatchObject({ form: 'der', containers: ['PFX'], keys: [{ encrypted: true }] });
    const secret = openssl(['pkcs8', '-topk8', '-nocrypt', '-outform', 'DER'], pki.leaf.keyPem);
    for (const encoding of ['hex', 'base64'] as const) expect(ran.out).not.toContain(secret.subarray(40, 64).toString(encoding));
    expect(ran.out).not.toContain(PASSPHRASE);
    expect((await inspect('all.pfx')).code).toBe(3);
  });

  it('lets nothing in a file steer the terminal', async () => {
    const ran = await inspect('steering.pem');
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.out).not.toContain('\u001b');
  });
});
