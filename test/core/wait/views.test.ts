import { describe, expect, it } from 'vitest';
import type { DnsRow } from '../../../src/core/contracts/index.ts';
import { splitOf, viewOf } from '../../../src/core/wait/propagation/views.ts';

const row = (view: DnsRow['view'], verdict: DnsRow['verdict'], answer: string): DnsRow => ({
  server: view,
  role: view === 'inside' ? 'resolver' : 'authoritative',
  view,
  name: 'www.contoso.com',
  type: 'A',
  answer,
  verdict,
});

describe('views', () => {
  it.each([
    ['system', '203.0.113.53', 'inside'],
    ['system (168.63.129.16)', '168.63.129.16', 'inside'],
    ['10.0.0.53', '10.0.0.53', 'inside'],
    ['fd00::53', 'fd00::53', 'inside'],
    ['https://172.16.0.1/dns-query', '172.16.0.1', 'inside'],
    ['1.1.1.1', '1.1.1.1', 'outside'],
    ['2606:4700:4700::1111', '2606:4700:4700::1111', 'outside'],
    ['127.0.0.1:5353', '127.0.0.1', 'outside'],
  ])('%s at %s answers for those %s', (label, address, view) => {
    expect(viewOf({ label, address, role: 'resolver' })).toBe(view);
  });

  it('differ where the inside has a truth of its own, in whatever order it is told', () => {
    expect(splitOf([row('outside', 'right', '20.0.0.4'), row('inside', 'wrong', '20.0.0.5')])).toEqual({ inside: ['20.0.0.5'], outside: ['20.0.0.4'] });
    expect(splitOf([row('outside', 'right', 'a.example → 20.0.0.4, 20.0.0.5'), row('inside', 'right', '20.0.0.5, 20.0.0.4')])).toBeUndefined();
    expect(splitOf([row('outside', 'absent', 'NXDOMAIN'), row('inside', 'absent', 'NODATA')])).toBeUndefined();
    expect(splitOf([row('outside', 'right', '20.0.0.4'), row('inside', 'old', '10.0.0.5')])?.inside).toEqual(['10.0.0.5']);
  });

  it('do not differ where a cache only lags, or one side says nothing', () => {
    expect(splitOf([row('outside', 'right', '20.0.0.4'), row('inside', 'old', '20.0.0.5')])).toBeUndefined();
    expect(splitOf([row('outside', 'right', '20.0.0.4'), row('inside', 'absence-remembered', 'NXDOMAIN')])).toBeUndefined();
    expect(splitOf([row('outside', 'unreachable', ''), row('inside', 'right', '10.0.0.5')])).toBeUndefined();
  });
});
