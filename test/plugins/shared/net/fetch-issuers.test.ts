import { describe, expect, it } from 'vitest';
import { readCertificates } from '../../../../src/core/certificates/read.ts';
import { fetchMissing } from '../../../../src/plugins/shared/net/fetch-issuers.ts';
import { p7bOf } from '../../../helpers/bundles.ts';
import { type Issued, issue } from '../../../helpers/openssl.ts';

const CA = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign', 'subjectKeyIdentifier=hash', 'authorityKeyIdentifier=keyid'];
const at = (url: string) => `authorityInfoAccess=caIssuers;URI:${url}`;
const signal = new AbortController().signal;
const read = (issued: Issued) => readCertificates(issued.certPem).certificates;

describe('missing intermediates', () => {
  const root = issue({ commonName: 'Root', ca: true });
  const upper = issue({ commonName: 'Upper', issuer: root, extensions: [...CA, at('http://contoso.com/root.cer')] });
  const lower = issue({ commonName: 'Lower', issuer: upper, extensions: [...CA, at('http://contoso.com/upper.p7c')] });
  const leaf = issue({ commonName: 'www.contoso.com', issuer: lower, extensions: ['subjectAltName=DNS:www.contoso.com', at('http://contoso.com/lower.cer')] });
  const shelf: Readonly<Record<string, Uint8Array>> = {
    'http://contoso.com/lower.cer': read(lower)[0]?.der ?? new Uint8Array(),
    'http://contoso.com/upper.p7c': p7bOf([upper], 'DER'),
    'http://contoso.com/root.cer': read(root)[0]?.der ?? new Uint8Array(),
  };
  const asked: string[] = [];
  const get = async (url: string) => {
    asked.push(url);
    return shelf[url];
  };

  it('are fetched up to a trusted root, DER and PKCS #7, and not beyond', async () => {
    const { fetched, missed } = await fetchMissing(read(leaf), [root.certPem], signal, get);
    expect(fetched.map(({ x509 }) => x509.toString())).toEqual([lower.certPem, upper.certPem]);
    expect(missed).toEqual([]);
    expect(asked).toEqual(['http://contoso.com/lower.cer', 'http://contoso.com/upper.p7c']);
  });

  it('are taken only where they made the signature, and never a root', async () => {
    const impostor = issue({ commonName: 'Lower', ca: true });
    expect((await fetchMissing(read(leaf), [root.certPem], signal, async () => read(impostor)[0]?.der)).fetched).toEqual([]);
    expect((await fetchMissing(read(leaf), [], signal, get)).fetched.map(({ x509 }) => x509.toString())).toEqual([lower.certPem, upper.certPem]);
    expect((await fetchMissing(read(leaf), [root.certPem], signal, async () => undefined)).fetched).toEqual([]);
  });
});
