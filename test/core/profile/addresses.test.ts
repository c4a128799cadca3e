import { describe, expect, it } from 'vitest';
import { innerAddresses } from '../../../src/core/profile/addresses.ts';

describe('innerAddresses', () => {
  it.each(['10.0.0.53', '127.0.0.1:5353', '169.254.169.254', '[fd00::1]:53', '::1', 'https://192.168.1.1/dns-query', 'https://dns.corp.example/dns-query'])(
    'is %s',
    (name) => {
      expect(innerAddresses({ 'dns.resolvers': ['system', name] })).toEqual([name]);
    },
  );

  it.each(['1.1.1.1', '8.8.8.8:53', '[2606:4700::1111]:53', 'https://1.1.1.1/dns-query', 'system'])('is not %s', (name) => {
    expect(innerAddresses({ 'dns.resolvers': [name] })).toEqual([]);
  });

  it('is the server that takes updates, by name too', () => {
    expect(innerAddresses({ 'dns.server': 'ns1.contoso.com', 'dns.resolvers': ['10.0.0.1'] })).toEqual(['10.0.0.1', 'ns1.contoso.com']);
  });
});
