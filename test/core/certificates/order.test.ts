import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/core/certificates/certificate.ts';
import { orderChain } from '../../../src/core/certificates/order.ts';
import { readCertificates } from '../../../src/core/certificates/read.ts';
import { isAnchored, isPubliclyTrusted } from '../../../src/core/certificates/trust.ts';
import { type Issued, issue, issueChain } from '../../helpers/openssl.ts';

let pki: { root: Issued; issuing: Issued; leaf: Issued };
let stranger: Issued;
const read = (...issued: readonly Issued[]): readonly Certificate[] => readCertificates(issued.map(({ certPem }) => certPem).join('')).certificates;
const pems = (certificates: readonly Certificate[] | undefined) => certificates?.map(({ x509 }) => x509.toString());

beforeAll(() => {
  pki = issueChain();
  stranger = issue({ commonName: 'Fabrikam Issuing CA', ca: true });
});

describe('a chain', () => {
  it('is put in serving order from any order, the root apart', () => {
    const { root, issuing, leaf } = pki;
    fc.assert(
      fc.property(fc.shuffledSubarray([root, issuing, leaf, stranger], { minLength: 4 }), (shuffled) => {
        const ordered = orderChain(read(...shuffled));
        expect(pems(ordered?.serve)).toEqual([leaf.certPem, issuing.certPem]);
        expect(pems(ordered?.roots)).toEqual([root.certPem]);
        expect(pems(ordered?.strangers)).toEqual([stranger.certPem]);
        expect(ordered?.inOrder).toBe(shuffled[0] === leaf);
      }),
    );
  });

  it('begins with the certificate that the key belongs to', () => {
    const other = issue({ commonName: 'other.contoso.com', issuer: pki.issuing });
    const certificates = read(other, pki.leaf, pki.issuing);
    const wanted = certificates[1];
    expect(pems(orderChain(certificates)?.serve)).toEqual([other.certPem, pki.issuing.certPem]);
    const ordered = orderChain(certificates, wanted?.spki);
    expect([pems(ordered?.serve), ordered?.inOrder]).toEqual([[pki.leaf.certPem, pki.issuing.certPem], false]);
  });

  it('takes an issuer by its signature, not by its name', () => {
    const impostor = issue({ commonName: 'Contoso Issuing CA', ca: true });
    const ordered = orderChain(read(pki.leaf, impostor, pki.issuing));
    expect(pems(ordered?.serve)).toEqual([pki.leaf.certPem, pki.issuing.certPem]);
    expect(pems(ordered?.strangers)).toEqual([impostor.certPem]);
  });

  it('may have the same certificate twice', () => {
    const ordered = orderChain(read(pki.leaf, pki.issuing, pki.issuing));
    expect([ordered?.serve.length, ordered?.strangers, ordered?.inOrder]).toEqual([2, [], true]);
  });

  it('is nothing without certificates', () => {
    expect(orderChain([])).toBeUndefined();
  });

  it('of two CAs that certified each other ends', () => {
    const second = issue({ commonName: 'B', ca: true });
    const first = issue({ commonName: 'A', ca: true, issuer: second });
    const back = issue({ commonName: 'B', ca: true, issuer: first, keyPem: second.keyPem });
    const leaf = issue({ commonName: 'www.contoso.com', issuer: first });
    expect(pems(orderChain(read(leaf, first, back))?.serve)).toEqual([leaf.certPem, first.certPem, back.certPem]);
  });
});

describe('trust', () => {
  it('is a signature by a root, or being one', () => {
    const [leaf, issuing, root] = read(pki.leaf, pki.issuing, pki.root);
    const roots = [pki.root.certPem];
    expect([leaf, issuing, root].map((each) => each !== undefined && isAnchored(each, roots))).toEqual([false, true, true]);
  });

  it('is public where any path ends under a public root, in whatever order', () => {
    const roots = [pki.root.certPem];
    expect(isPubliclyTrusted(read(pki.leaf, stranger, pki.issuing), roots)).toBe(true);
    expect(isPubliclyTrusted(read(pki.leaf), roots)).toBe(false);
    expect(isPubliclyTrusted(read(stranger), roots)).toBe(false);
    expect(isPubliclyTrusted([], roots)).toBe(false);
  });
});
