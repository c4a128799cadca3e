import { describe, expect, it } from 'vitest';
import type { DnsRecord } from '../../../../../src/core/contracts/index.ts';
import { answerFrom } from '../../../../../src/plugins/environments/sandbox/dns/authoritative-answer.ts';
import { a, cname, contoso } from '../../../../helpers/dns-world.ts';

const ns = (name: string, data: string): DnsRecord => ({ name, type: 'NS', data, ttl: 300 });
const zones = [
  contoso(
    a('www.contoso.com', '20.0.0.4'),
    cname('alias.contoso.com', 'www.contoso.com'),
    cname('out.contoso.com', 'elsewhere.example'),
    cname('dead.contoso.com', 'nothing.contoso.com'),
    cname('loop.contoso.com', 'pool.contoso.com'),
    cname('pool.contoso.com', 'loop.contoso.com'),
    a('deep.below.contoso.com', '20.0.0.5'),
    a('*.wild.contoso.com', '20.0.0.6'),
    ns('sub.contoso.com', 'ns1.sub.contoso.com'),
    a('ns1.sub.contoso.com', '20.0.0.53'),
  ),
];
const ask = (name: string, type: DnsRecord['type'] = 'A') => answerFrom(zones, name, type);
const shown = (name: string, type: DnsRecord['type'] = 'A') => {
  const { rcode, authoritative, answers } = ask(name, type);
  return [rcode, authoritative, ...answers.map(({ type: kind, data }) => `${kind} ${data}`)];
};

describe('answerFrom', () => {
  it('gives data with authority', () => {
    expect(shown('www.contoso.com')).toEqual(['NOERROR', true, 'A 20.0.0.4']);
    expect(shown('contoso.com', 'NS')).toEqual(['NOERROR', true, 'NS ns1.contoso.com', 'NS ns2.contoso.com']);
    expect(shown('contoso.com', 'SOA')).toEqual(['NOERROR', true, 'SOA ns1.contoso.com hostmaster.contoso.com 1 7200 900 1209600 60']);
  });

  it('follows aliases, out of its zones no further', () => {
    expect(shown('alias.contoso.com')).toEqual(['NOERROR', true, 'CNAME www.contoso.com', 'A 20.0.0.4']);
    expect(shown('alias.contoso.com', 'CNAME')).toEqual(['NOERROR', true, 'CNAME www.contoso.com']);
    expect(shown('out.contoso.com')).toEqual(['NOERROR', true, 'CNAME elsewhere.example']);
    expect(shown('dead.contoso.com')).toEqual(['NXDOMAIN', true, 'CNAME nothing.contoso.com']);
    expect(shown('loop.contoso.com')).toEqual(['NOERROR', true, 'CNAME pool.contoso.com', 'CNAME loop.contoso.com']);
  });

  it('tells absence of a name from absence of a type, with the SOA', () => {
    for (const [name, type, rcode] of [
      ['nothing.contoso.com', 'A', 'NXDOMAIN'],
      ['www.contoso.com', 'TXT', 'NOERROR'],
      ['below.contoso.com', 'A', 'NOERROR'],
    ] as const) {
      expect(ask(name, type)).toMatchObject({ rcode, answers: [], authorities: [{ type: 'SOA', name: 'contoso.com', ttl: 60 }] });
    }
  });

  it('synthesizes from wildcards where the name has nothing', () => {
    expect(shown('any.wild.contoso.com')).toEqual(['NOERROR', true, 'A 20.0.0.6']);
    expect(ask('a.b.wild.contoso.com').answers).toMatchObject([{ name: 'a.b.wild.contoso.com' }]);
    expect(shown('wild.contoso.com')).toEqual(['NOERROR', true]);
  });

  it('refers to a delegated zone with glue and without authority', () => {
    expect(ask('www.sub.contoso.com')).toEqual({
      rcode: 'NOERROR',
      authoritative: false,
      answers: [],
      authorities: [ns('sub.contoso.com', 'ns1.sub.contoso.com')],
      additionals: [a('ns1.sub.contoso.com', '20.0.0.53')],
    });
  });

  it('refuses what is not its own', () => {
    expect(shown('www.fabrikam.com')).toEqual(['REFUSED', false]);
    expect(shown('notcontoso.com')).toEqual(['REFUSED', false]);
  });
});
