import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { toDefinite } from '../../../../src/core/certificates/contents/ber.ts';
import { readContents } from '../../../../src/core/certificates/contents/read-contents.ts';
import { lintContents } from '../../../../src/core/certificates/lint/lint.ts';
import { ipBytes, ipToText, nameCovers } from '../../../../src/core/certificates/names.ts';
import { readBlocks, toPem } from '../../../../src/core/certificates/pem.ts';
import { p7bOf } from '../../../helpers/bundles.ts';
import { der, indefinite } from '../../../helpers/der.ts';
import { type Issued, issueChain, openssl } from '../../../helpers/openssl.ts';

let pki: { root: Issued; issuing: Issued; leaf: Issued };
let files: readonly Uint8Array[];
beforeAll(() => {
  pki = issueChain();
  const text = Buffer.from(pki.leaf.certPem + pki.issuing.certPem + pki.leaf.keyPem);
  files = [
    text,
    openssl(['x509', '-outform', 'DER'], pki.leaf.certPem),
    p7bOf([pki.leaf, pki.issuing], 'DER'),
    p7bOf([pki.leaf], 'PEM'),
    openssl(['pkcs8', '-topk8', '-nocrypt', '-outform', 'DER'], pki.leaf.keyPem),
  ];
});

async function judge(bytes: Uint8Array): Promise<number> {
  const contents = await readContents(bytes, { passphrase: '' });
  const wish = {
    names: ['www.contoso.com'],
    at: Date.now(),
    rules: 'web',
    roots: () => [pki.root.certPem],
    publicRoots: () => [],
    isPublicSuffix: () => false,
  } as const;
  return lintContents({ contents, subject: 'file', wish }).length;
}

describe('whatever a file holds', () => {
  it('nothing is thrown: any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await judge(bytes)).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('nothing is thrown: real files with octets changed, taken out, put in', async () => {
    const change = fc.record({ which: fc.nat(4), at: fc.nat(), octets: fc.uint8Array({ maxLength: 4 }), drop: fc.nat(3) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        let bytes = Buffer.from(files[changes[0]?.which ?? 0] ?? []);
        for (const { at, octets, drop } of changes) {
          const offset = at % bytes.length;
          bytes = Buffer.concat([bytes.subarray(0, offset), octets, bytes.subarray(offset + drop)]);
        }
        expect(await judge(new Uint8Array(bytes))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('armour', () => {
  const junk = fc.string({ maxLength: 60 }).filter((text) => !text.includes('-----'));
  it('gives back every octet, whatever stands around it and however it is written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 200 }), { minLength: 1, maxLength: 4 }),
        junk,
        fc.boolean(),
        fc.constantFrom('utf8', 'utf16'),
        (parts, around, crlf, encoding) => {
          const text = parts.map((part) => `${around}\n${toPem('CERTIFICATE', part)}`).join('');
          const lines = crlf ? text.replaceAll('\n', '\r\n') : text;
          const file = encoding === 'utf16' ? Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(lines, 'utf16le')]) : Buffer.from(`\ufeff${lines}`);
          expect(readBlocks(file).map((block) => Buffer.from(block.der ?? []))).toEqual(parts.map((part) => Buffer.from(part)));
        },
      ),
    );
  });
});

type Tree = Uint8Array | readonly Tree[];

describe('BER', () => {
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof({ maxDepth: 4, withCrossShrink: true }, fc.uint8Array({ maxLength: 200 }), fc.array(tie('tree'), { maxLength: 4 })),
  }));
  const encode = (part: Tree, sequence: (...contents: readonly Uint8Array[]) => Buffer): Buffer =>
    part instanceof Uint8Array ? der(0x04, part) : sequence(...part.map((each) => encode(each, sequence)));

  it('with indefinite lengths becomes the same DER', () => {
    fc.assert(
      fc.property(tree, (part) => {
        const ber = encode(part, (...contents) => indefinite(0x30, ...contents));
        expect(Buffer.from(toDefinite(ber))).toEqual(encode(part, (...contents) => der(0x30, ...contents)));
      }),
    );
  });

  it('in pieces becomes one octet string', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 100 }), { maxLength: 5 }), (pieces) => {
        expect(Buffer.from(toDefinite(indefinite(0x24, ...pieces.map((piece) => der(0x04, piece)))))).toEqual(der(0x04, ...pieces));
      }),
    );
  });
});

describe('names', () => {
  it('write addresses as the URL standard does, and read them back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
        const bytes = ipBytes(address) ?? new Uint8Array();
        const url = new URL(`http://${address.includes(':') ? `[${address}]` : address}/`).hostname.replace(/[[\]]/gu, '');
        expect(ipToText(bytes)).toBe(url);
        expect(ipBytes(ipToText(bytes))).toEqual(bytes);
      }),
    );
  });

  it('with a wildcard stand for one label, never for none or two', () => {
    const label = fc.stringMatching(/^[a-z0-9]{1,12}$/u);
    fc.assert(
      fc.property(label, label, label, label, (a, b, c, d) => {
        const [pattern, parent] = [`*.${b}.${c}`, `${b}.${c}`];
        expect([nameCovers(pattern, `${a}.${parent}`), nameCovers(pattern, parent), nameCovers(pattern, `${d}.${a}.${parent}`)]).toEqual([true, false, false]);
      }),
    );
  });
});
