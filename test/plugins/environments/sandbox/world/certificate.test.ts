import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readUpload } from '../../../../../src/plugins/environments/sandbox/world/certificate.ts';

const run = promisify(execFile);
let folder = '';
const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amltls-upload-'));
  const openssl = (...args: string[]) => run('openssl', args, { cwd: folder });
  const request = ['-x509', '-days', '30', '-subj', '/CN=ml.contoso.com', '-addext', 'subjectAltName=DNS:ML.contoso.com,DNS:*.contoso.com'];
  await openssl('req', ...request, '-newkey', 'rsa:2048', '-noenc', '-keyout', 'rsa.key', '-out', 'rsa.pem');
  await openssl('req', ...request, '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc', '-keyout', 'ec.key', '-out', 'ec.pem');
  await openssl('rsa', '-in', 'rsa.key', '-aes256', '-passout', 'pass:secret', '-out', 'encrypted.key');
  await openssl('rsa', '-in', 'rsa.key', '-traditional', '-out', 'pkcs1.key');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('an uploaded pair', () => {
  it.each([
    ['rsa.pem', 'rsa.key'],
    ['rsa.pem', 'pkcs1.key'],
    ['ec.pem', 'ec.key'],
  ])('%s with %s is taken', async (cert, key) => {
    expect(readUpload(await read(cert), await read(key))).toMatchObject({ certificate: { names: ['ml.contoso.com', '*.contoso.com'] } });
  });

  it('is kept as it came, a chain with words around it too', async () => {
    const chainPem = `subject=leaf\n${await read('rsa.pem')}subject=another\n${await read('ec.pem')}`;
    expect(readUpload(chainPem, await read('rsa.key'))).toMatchObject({ certificate: { chainPem } });
  });

  it.each([
    ['rsa.pem', 'ec.key', 'does not match'],
    ['rsa.pem', 'encrypted.key', 'unencrypted'],
    ['rsa.key', 'rsa.key', 'certificate could not be read'],
    ['rsa.pem', 'rsa.pem', 'private key could not be read'],
  ])('%s with %s is refused without a word of the key', async (cert, key, reason) => {
    const upload = readUpload(await read(cert), await read(key));
    expect(upload).toMatchObject({ error: { message: expect.stringContaining(reason) } });
    expect(JSON.stringify(upload)).not.toContain((await read(key)).split('\n')[2]);
  });
});
