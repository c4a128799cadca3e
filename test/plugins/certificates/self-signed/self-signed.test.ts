import { X509Certificate } from 'node:crypto';
import { mkdir, rm, stat } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validatePath } from '../../../../src/core/certificates/path/validate.ts';
import { readCertificates } from '../../../../src/core/certificates/read.ts';
import type { Context } from '../../../../src/core/contracts/index.ts';
import selfSigned from '../../../../src/plugins/certificates/self-signed/index.ts';
import { issue, openssl, rsa } from '../../../helpers/openssl.ts';
import { tlsServer } from '../../../helpers/tls-server.ts';
import { applied, codes, desk, planned, stopped } from '../setup.ts';

const DAY = 86_400_000;
const EC = { 'certificate.keyType': 'ecdsa-p256' };

async function made(context: Context) {
  const { changes } = await planned(selfSigned, context);
  for (const change of changes) await applied(change, context);
  const again = await planned(selfSigned, context);
  if (again.bundle === undefined) throw new Error('no bundle');
  return { ...again, bundle: again.bundle };
}

describe('making one', () => {
  it('says loudly what it is: before, while and after', async () => {
    const { context } = await desk({ answers: EC });
    const first = await planned(selfSigned, context);
    expect(codes(first.findings)).toEqual(['self-signed warning']);
    expect(first.changes.map(({ id, effect }) => [id, effect])).toEqual([['certificate:self-signed', 'create']]);
    expect(first.bundle).toBeUndefined();
    const [change] = first.changes;
    const events = change === undefined ? [] : (await applied(change, context)).events;
    expect(events).toMatchObject([{ type: 'note', level: 'warn' }]);
    expect(codes((await planned(selfSigned, context)).findings)).toEqual(['self-signed warning']);
  });

  it('backdates by an hour of the clock of the environment and ends when asked', async () => {
    const at = Date.parse('2031-05-06T07:08:09Z');
    const { context } = await desk({ at, answers: { ...EC, 'certificate.days': 30 } });
    const { bundle } = await made(context);
    expect([bundle.notBefore, bundle.notAfter]).toEqual(['2031-05-06T06:08:09.000Z', '2031-06-05T07:08:09.000Z']);
  });

  it('is its own root for the check after deployment', async () => {
    const { context } = await desk({ answers: EC });
    const { bundle } = await made(context);
    expect(bundle.trustPem).toBe(bundle.chainPem);
    const result = validatePath({
      chain: readCertificates(bundle.chainPem).certificates,
      roots: [bundle.trustPem ?? ''],
      at: context.env.clock.now(),
      host: 'www.contoso.com',
      policy: 'strict',
    });
    expect(result.ok).toBe(true);
  });

  it.each(['rsa-2048', 'ecdsa-p256', 'ecdsa-p384'])('%s: openssl verifies it, node serves it, a client told to trust it accepts it', async (keyType) => {
    const { context } = await desk({ answers: { 'certificate.keyType': keyType } });
    const { bundle } = await made(context);
    const cert = bundle.files?.cert ?? '';
    expect(openssl(['verify', '-x509_strict', '-purpose', 'sslserver', '-verify_hostname', 'www.contoso.com', '-CAfile', cert, cert]).toString()).toContain(
      'OK',
    );
    const key = await context.env.secrets.resolve(bundle.key, context.signal);
    const port = await tlsServer({ cert: bundle.chainPem, key });
    const authorized = await new Promise<unknown>((resolve) => {
      const client = request({ host: '127.0.0.1', port, servername: 'www.contoso.com', ca: bundle.chainPem, agent: false });
      client.once('socket', (socket) => socket.once('secureConnect', () => resolve('authorized' in socket && socket.authorized)));
      client.on('error', resolve);
      client.end();
    });
    expect(authorized).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('keeps the key for its owner', async () => {
    const { context } = await desk({ answers: EC });
    const { bundle } = await made(context);
    expect((await stat(bundle.key.name)).mode & 0o777).toBe(0o600);
  });

  it('writes where it is told, a pair for each name where it is not', async () => {
    const { folder, answered } = await desk();
    const asked = await made(answered({ ...EC, 'certificate.certFile': 'a/cert.pem', 'certificate.keyFile': 'b/key.pem' }));
    expect(asked.bundle.files).toEqual({ cert: join(folder, 'a/cert.pem'), key: join(folder, 'b/key.pem') });
    const context = answered(EC);
    await made(context);
    const other = await planned(selfSigned, context, ['api.contoso.com']);
    expect(other.changes.length).toBe(1);
  });

  it('puts a name that is too long for a common name into the SAN alone', async () => {
    const name = `${'a'.repeat(60)}.contoso.com`;
    const { context } = await desk({ answers: EC });
    const { changes } = await planned(selfSigned, context, [name]);
    for (const change of changes) await applied(change, context);
    const { bundle } = await planned(selfSigned, context, [name]);
    expect(bundle?.names).toEqual([name]);
    expect(new X509Certificate(bundle?.chainPem ?? '').subject).toBe('CN=amltls');
  });
});

describe('what is there already', () => {
  it('is used as it is', async () => {
    const pair = issue({ commonName: 'www.contoso.com' });
    const { put, files, answered } = await desk();
    await put('cert.pem', pair.certPem);
    await put('key.pem', pair.keyPem);
    const before = files();
    const { bundle, changes, findings } = await planned(selfSigned, answered({ 'certificate.certFile': 'cert.pem', 'certificate.keyFile': 'key.pem' }));
    expect([changes, codes(findings)]).toEqual([[], ['self-signed warning']]);
    expect([bundle?.chainPem, bundle?.trustPem]).toEqual([pair.certPem, pair.certPem]);
    expect(files()).toEqual(before);
  });

  it('stops where it is expired, and is not written over', async () => {
    const { context, answered, files } = await desk({ answers: EC });
    await made(context);
    const before = files();
    const later = answered(EC);
    await later.env.clock.sleep(400 * DAY, later.signal);
    const { changes, findings } = await planned(selfSigned, later);
    expect(codes(findings)).toEqual(['expired error', 'self-signed warning']);
    expect([changes, files()]).toEqual([[], before]);
    expect(JSON.stringify(findings[0]?.next)).toContain('Move {cert} and {key} away');
  });

  it('is a key alone after a crash between the two files: the certificate is made for it', async () => {
    const { context, files } = await desk({ answers: EC });
    const { bundle } = await made(context);
    await rm(bundle.files?.cert ?? '');
    const orphan = files();
    const { changes } = await planned(selfSigned, context);
    expect(changes.map(({ effect, after }) => [effect, JSON.stringify(after).includes('keyType')])).toEqual([['create', false]]);
    const second = await made(context);
    expect(files()).toMatchObject(orphan);
    expect(second.bundle.fingerprintSha256).not.toBe(bundle.fingerprintSha256);
  });

  it.each([
    ['RSA with 3072 bits', rsa(3072), true],
    ['RSA with 1024 bits', rsa(1024), false],
    ['Ed25519', ['-algorithm', 'ED25519'], false],
  ] as const)('a key of one’s own: %s', async (_, options, usable) => {
    const { put, answered } = await desk();
    await put('key.pem', openssl(['genpkey', ...options]));
    const context = answered({ 'certificate.keyFile': 'key.pem' });
    if (usable) expect((await made(context)).bundle.names).toEqual(['www.contoso.com']);
    else expect(await stopped(made(context))).toMatchObject({ code: 'self-signed-key-unusable' });
  });

  it('is a certificate without its key: neither used nor overwritten', async () => {
    const { context, files } = await desk({ answers: EC });
    const { bundle } = await made(context);
    await rm(bundle.key.name);
    const before = files();
    expect(await stopped(planned(selfSigned, context))).toMatchObject({ code: 'self-signed-key-missing', owner: 'you' });
    expect(files()).toEqual(before);
  });

  it('came between plan and apply: left alone', async () => {
    const { context, folder, files } = await desk({ answers: EC });
    const { changes } = await planned(selfSigned, context);
    await mkdir(join(folder, 'own'));
    await context.env.files.write(join(folder, 'own', 'www.contoso.com.cert.pem'), 'mine', { mode: 0o600 });
    const [change] = changes;
    if (change === undefined) throw new Error('no change');
    expect(await stopped(applied(change, context))).toMatchObject({ code: 'file-exists' });
    expect(Object.values(files())).toEqual(['mine']);
  });
});

describe('its questions', () => {
  it('refuse a folder and days that no client accepts', async () => {
    const { context } = await desk();
    const [certFile, , , days] = selfSigned.questions;
    expect(certFile?.kind === 'path' ? await certFile.check?.('.', context) : undefined).toMatchObject({ code: 'file-is-folder' });
    const check = async (number: number) => (days?.kind === 'number' ? await days.check?.(number, context) : undefined);
    expect(await Promise.all([0, 1.5, 826].map(check))).toMatchObject([
      { code: 'self-signed-days' },
      { code: 'self-signed-days' },
      { code: 'self-signed-days' },
    ]);
    expect(await check(825)).toBeUndefined();
  });
});
