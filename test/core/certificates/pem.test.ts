import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, readBlocks, toPem } from '../../../src/core/certificates/pem.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'le' | 'be') => {
  const encoded = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? encoded : encoded.swap16();
};
const block = toPem('CERTIFICATE', new Uint8Array([1, 2, 3]));

describe('PEM', () => {
  it('comes back as it was, whatever stands around it and however lines end', () => {
    const around = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('-----'));
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), around, around, fc.constantFrom('\n', '\r\n', '\r'), (der, before, after, end) => {
        const text = `${before}\n${toPem('CERTIFICATE', der)}${after}`.replaceAll('\n', end);
        expect(readBlocks(bytes(text)).map(({ label, der: read }) => [label, read])).toEqual([['CERTIFICATE', der]]);
      }),
    );
  });

  it.each([
    ['a byte order mark', bytes(`\ufeff${block}`)],
    ['UTF-16, little endian', utf16(block, 'le')],
    ['UTF-16, big endian', utf16(block, 'be')],
    ['indented lines', bytes(block.replaceAll('\n', '\n  '))],
    ['no line ends in the body', bytes('-----BEGIN CERTIFICATE-----AQID-----END CERTIFICATE-----')],
  ])('is found with %s', (_, source) => {
    expect(readBlocks(source).map(({ der }) => der)).toEqual([new Uint8Array([1, 2, 3])]);
  });

  it.each([
    ['no end', '-----BEGIN CERTIFICATE-----\nAQID\n'],
    ['another end', '-----BEGIN CERTIFICATE-----\nAQID\n-----END PRIVATE KEY-----\n'],
    ['no base64', '-----BEGIN CERTIFICATE-----\n%%%%\n-----END CERTIFICATE-----\n'],
    ['cut base64', '-----BEGIN CERTIFICATE-----\nAQI\n-----END CERTIFICATE-----\n'],
    ['nothing inside', '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n'],
  ])('with %s is reported by its line, and the next one is still read', (_, damaged) => {
    const read = readBlocks(bytes(`one\ntwo\n${damaged}${block}`));
    expect(read[0]).toMatchObject({ label: 'CERTIFICATE', der: undefined, line: 3 });
    expect(read.at(-1)?.der).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('keeps the headers that only encrypted keys have', () => {
    const [read] = readBlocks(
      bytes('-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAQID\n-----END RSA PRIVATE KEY-----\n'),
    );
    expect(read).toMatchObject({ headers: 'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00', der: new Uint8Array([1, 2, 3]) });
  });

  it('takes anything without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (source) => {
        expect(Array.isArray(readBlocks(source))).toBe(true);
        expect(typeof decodeText(source)).toBe('string');
      }),
    );
  });

  it('is linear in hostile files', () => {
    const hostile = bytes('-----BEGIN CERTIFICATE-----\n'.repeat(100_000));
    const started = performance.now();
    expect(readBlocks(hostile).length).toBe(100_000);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('says that something is missing where the file was cut off in a BEGIN line', () => {
    const whole = toPem('CERTIFICATE', new Uint8Array([0x30, 0]));
    for (const cut of ['-----BEGIN ', '-----BEGIN CERTI', '-----BEGIN CERTIFICATE--', '-----BEGIN CERTIFICATE\n']) {
      expect(readBlocks(new TextEncoder().encode(whole + cut)).map(({ label, der, line }) => [label, der === undefined, line])).toEqual([
        ['CERTIFICATE', false, 1],
        ['PEM', true, 4],
      ]);
    }
    expect(readBlocks(new TextEncoder().encode(`${whole}-----BEGIN the party`))).toHaveLength(1);
  });
});
