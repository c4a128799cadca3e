import { X509Certificate } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPlace, type Place } from '../../fake-host.ts';

let place: Place;
beforeAll(async () => {
  place = await createPlace();
});
afterAll(() => place[Symbol.asyncDispose]());

const make = (...args: readonly string[]) => place.run(['cert', 'self-signed', ...args]);

describe('cert self-signed', () => {
  it('makes a pair for development that lint and openssl take, and says what it is', async () => {
    const ran = await make('www.contoso.com', '127.0.0.1', '--days', '30', '--key-type', 'ecdsa-p384', '--format', 'json');
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('development');
    const { schema, status, certFile, keyFile } = JSON.parse(ran.out);
    expect([schema, status]).toEqual(['amltls/cert-self-signed/1', 'done']);
    expect(certFile).toBe(join(place.cwd, 'www.contoso.com.dev.cert.pem'));
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    const certificate = new X509Certificate(await readFile(certFile));
    expect(certificate.subjectAltName).toBe('DNS:www.contoso.com, IP Address:127.0.0.1');
    const linted = await place.run(['cert', 'lint', certFile, '--key', keyFile, '--trust', certFile, '--host', '127.0.0.1', '--rules', 'private']);
    expect(linted.code).toBe(0);
  });

  it('leaves what is there as it is', async () => {
    await make('again.contoso.com');
    const file = join(place.cwd, 'again.contoso.com.dev.key.pem');
    const before = await readFile(file, 'utf8');
    const ran = await make('again.contoso.com', '--format', 'json');
    expect(JSON.parse(ran.out)).toMatchObject({ status: 'unchanged', changed: false });
    expect(await readFile(file, 'utf8')).toBe(before);
    await writeFile(join(place.cwd, 'lone.contoso.com.dev.cert.pem'), 'x');
    expect((await make('lone.contoso.com')).code).toBe(2);
  });

  it.each([
    [['no name'], 'self-signed'],
    [['www.contoso.com', '--days', '9000'], '825'],
    [['www.contoso.com', '--days', 'ten'], '--days'],
    [['www.contoso.com', '--key-type', 'dsa'], 'rsa-2048'],
  ])('ends with 2 for %j', async (args, words) => {
    const ran = await make(...args);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(words);
  });
});
