import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { redactJson, redactText } from '../../../src/core/redact/redact.ts';
import { writeRequest } from '../../../src/plugins/shared/x509/write-request.ts';

const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const body = key.split('\n')[1] ?? '';

describe('redaction', () => {
  it('takes a private key out of text', () => {
    const text = redactText(`before ${key} after`);
    expect(text).toBe('before (private key)\n after');
    expect(text).not.toContain(body);
  });

  it('takes out a key that was cut off', () => {
    expect(redactText(`x ${key.slice(0, 120)}`)).toBe('x (private key)');
  });

  it('takes out a key whose line ends are escaped', () => {
    expect(redactText(JSON.stringify({ a: key }))).not.toContain(body.slice(0, 20));
  });

  it('leaves a certificate request, which is made to be sent, also where line ends are escaped', async () => {
    const request = await writeRequest({ names: ['www.contoso.com'], keyPem: key });
    expect(redactText(`order ${request} with ${key}`)).toBe(`order ${request} with (private key)\n`);
    expect(redactText(JSON.stringify({ request }))).toBe(JSON.stringify({ request }));
  });

  it('takes out a key that says it is a request', () => {
    const disguised = key.replaceAll('PRIVATE KEY', 'CERTIFICATE REQUEST');
    expect(redactText(disguised)).not.toContain(body);
    expect(redactText(`${disguised.slice(0, 150)}${key}`)).not.toContain(body);
  });

  it('keeps certificates apart by their digest', () => {
    const one = redactText('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----');
    const other = redactText('-----BEGIN CERTIFICATE-----\nAAAB\n-----END CERTIFICATE-----');
    expect(one).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(other).not.toBe(one);
  });

  it('takes out tokens', () => {
    expect(redactText('Authorization: Bearer abcdefghijkl')).toBe('Authorization: Bearer (secret)');
    expect(redactText('eyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0dXJl')).toBe('(secret)');
  });

  it('takes out a key in DER as bare base64', () => {
    const bare = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
    expect(redactText(`key=${bare}`)).toBe('key=(secret)');
  });

  it('takes whole values out under secret names, at any depth, and leaves the rest', () => {
    const json = { properties: [{ sslKey: 'plain words', cname: 'www.contoso.com' }], key: { from: 'file', name: '/tmp/key.pem' }, primaryKey: 'abc' };
    expect(redactJson(json)).toEqual({
      properties: [{ sslKey: '(secret)', cname: 'www.contoso.com' }],
      key: { from: 'file', name: '/tmp/key.pem' },
      primaryKey: '(secret)',
    });
  });
});
