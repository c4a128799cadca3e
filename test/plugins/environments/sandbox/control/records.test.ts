import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deleteRecords, putRecords, recordsBody } from '../../../../../src/plugins/environments/sandbox/control/records.ts';
import type { Zone } from '../../../../../src/plugins/environments/sandbox/state/dns.ts';

const zone = (): Zone => ({ zone: 'contoso.com', serial: 2 ** 32 - 1, minimum: 300, nameServers: ['ns1.contoso.com'], records: [] });
const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);

describe('what the registrar sets', () => {
  test('a name may be given in any way that a form takes it', () => {
    fc.assert(
      fc.property(label, (name) => {
        const ways = [name, name.toUpperCase(), `${name}.contoso.com`, `${name}.contoso.com.`];
        const zones = ways.map((way) => {
          const one = zone();
          putRecords([one], recordsBody.parse([{ zone: 'Contoso.com.', name: way, type: 'A', data: '192.0.2.1' }]));
          return one;
        });
        for (const one of zones) expect(one.records).toEqual([{ name: `${name}.contoso.com`, type: 'A', data: '192.0.2.1', ttl: 300 }]);
      }),
    );
  });

  test('putting and deleting leaves the zone as it was, but for its serial, which wraps', () => {
    const one = zone();
    putRecords([one], recordsBody.parse([{ zone: 'contoso.com', name: '@', type: 'TXT', data: 'a' }]));
    expect(one.serial).toBe(0);
    deleteRecords([one], [{ zone: 'contoso.com', name: 'contoso.com', type: 'TXT' }]);
    expect(one).toEqual({ ...zone(), serial: 1 });
  });

  test('nothing is set where one of the zones is not held', () => {
    const one = zone();
    const records = [
      { zone: 'contoso.com', name: 'www', type: 'A', data: '192.0.2.1' },
      { zone: 'example.org', name: 'www', type: 'A', data: '192.0.2.1' },
    ];
    expect(() => putRecords([one], recordsBody.parse(records))).toThrow('example.org');
    expect(one).toEqual(zone());
  });
});
