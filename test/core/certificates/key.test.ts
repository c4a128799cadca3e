import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanKeyPem, readPrivateKey } from '../../../src/core/certificates/key.ts';
import { EC, openssl, rsa } from '../../helpers/openssl.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const KINDS = [
  ['RSA', rsa(2048), { kind: 'rsa', bits: 2048 }],
  ['P-256', EC, { kind: 'ec', bits: 256, curve: 'prime256v1' }],
  ['P-384', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'], { kind: 'ec', bits: 384, curve: 'secp384r1' }],
  ['Ed25519', ['-algorithm', 'ED25519'], { kind: 'ed25519' }],
] as const;

describe('a private key', () => {
  it.each(KINDS)('%s shows its public side', (_, options, kind) => {
    const pem = openssl(['genpkey', ...options]);
    const spki = openssl(['pkey', '-pubout', '-outform', 'DER'], pem);
    const reading = readPrivateKey(pem);
    expect(reading).toMatchObject({ state: 'read', key: kind, armoured: true });
    expect(reading.state === 'read' && spki.equals(reading.spki)).toBe(true);
    expect(readPrivateKey(new Uint8Array(openssl(['pkey', '-outform', 'DER'], pem)))).toMatchObject({ state: 'read', key: kind, armoured: false });
  });

  it('may be written the old way', () => {
    const key = openssl(['genpkey', ...rsa(2048)]);
    const pkcs1 = openssl(['rsa', '-traditional'], key);
    expect(pkcs1.toString()).toContain('BEGIN RSA PRIVATE KEY');
    expect(readPrivateKey(pkcs1).state).toBe('read');
    const sec1 = openssl(['ec'], openssl(['genpkey', ...EC]));
    expect(sec1.toString()).toContain('BEGIN EC PRIVATE KEY');
    expect(readPrivateKey(sec1).state).toBe('read');
  });

  it('has its parameters before it where openssl ecparam wrote it', () => {
    const both = openssl(['ecparam', '-name', 'prime256v1', '-genkey']);
    expect(both.toString()).toContain('EC PARAMETERS');
    expect(readPrivateKey(both).state).toBe('read');
  });

  it.each([
    ['PKCS #8', ['pkey', '-aes256', '-passout', 'pass:secret']],
    ['the old way', ['rsa', '-traditional', '-aes256', '-passout', 'pass:secret']],
  ])('encrypted as %s is told apart from damaged', (_, args) => {
    expect(readPrivateKey(openssl(args, openssl(['genpkey', ...rsa(2048)])))).toEqual({ state: 'encrypted' });
  });

  it('is missing, damaged or one of several', () => {
    const pem = openssl(['genpkey', ...EC]).toString();
    expect(readPrivateKey(bytes('nothing'))).toEqual({ state: 'missing' });
    expect(readPrivateKey(bytes(pem.replace('MI', 'AA')))).toEqual({ state: 'unreadable' });
    expect(readPrivateKey(bytes(pem + pem))).toEqual({ state: 'several' });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (source) => {
        expect(readPrivateKey(source).state).toMatch(/missing|unreadable|several|encrypted/);
      }),
    );
  });
});

describe('for sending', () => {
  it('it is cleaned of all around it', () => {
    const pem = openssl(['genpkey', ...EC]).toString();
    expect(cleanKeyPem(`\ufeffBag Attributes\r\n${pem.replaceAll('\n', '\r\n')}trailer`)).toBe(pem);
  });

  it('there has to be exactly one, readable and without a passphrase', () => {
    const pem = openssl(['genpkey', ...EC]).toString();
    const locked = openssl(['pkey', '-aes256', '-passout', 'pass:secret'], pem).toString();
    expect([pem + pem, locked, '', pem.replace('MI', 'AA')].map(cleanKeyPem)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
