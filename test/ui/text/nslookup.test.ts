import { describe, expect, it } from 'vitest';
import type { DnsRow } from '../../../src/core/contracts/index.ts';
import { nslookupLines } from '../../../src/ui/text/nslookup.ts';

const row = (over: Partial<DnsRow>): DnsRow => ({
  server: 'ns1.contoso.com',
  role: 'authoritative',
  view: 'outside',
  address: '192.0.2.1:53',
  name: 'www.contoso.com',
  type: 'A',
  answer: '20.0.0.4',
  verdict: 'right',
  ...over,
});

describe('the transcript of nslookup', () => {
  it('shows an answer', () => {
    expect(nslookupLines(row({}))).toEqual([
      '> nslookup www.contoso.com ns1.contoso.com',
      'Server:   ns1.contoso.com',
      'Address:  192.0.2.1#53',
      '',
      'Name:     www.contoso.com',
      'Address:  20.0.0.4',
      '',
    ]);
  });

  it('shows aliases, and that a cache spoke', () => {
    const lines = nslookupLines(row({ server: 'system', role: 'resolver', answer: 'lb.contoso.com → 20.0.0.4, 20.0.0.5', verdict: 'old' }));
    expect(lines).toContain('Non-authoritative answer:');
    expect(lines).toContain('www.contoso.com  canonical name = lb.contoso.com.');
    expect(lines.filter((line) => line.startsWith('Address:  20'))).toEqual(['Address:  20.0.0.4', 'Address:  20.0.0.5']);
  });

  it.each([
    ['NXDOMAIN', "** server can't find www.contoso.com: NXDOMAIN"],
    ['NODATA', "*** Can't find www.contoso.com: No answer"],
    ['REFUSED', "** server can't find www.contoso.com: REFUSED"],
    ['gone.example → NXDOMAIN', "** server can't find gone.example: NXDOMAIN"],
  ])('%s', (answer, line) => {
    expect(nslookupLines(row({ answer, verdict: 'wrong' }))).toContain(line);
  });

  it('shows silence, and nothing of who was not asked', () => {
    expect(nslookupLines(row({ answer: '', verdict: 'unreachable' }))).toContain(';; connection timed out; no servers could be reached');
    expect(nslookupLines(row({ answer: '', verdict: 'not-asked' }))).toEqual([]);
  });

  it('lets no server steer the terminal', () => {
    expect(nslookupLines(row({ answer: 'evil\u001b[2J.example → NXDOMAIN', verdict: 'wrong' })).join('')).not.toContain('\u001b');
  });
});
