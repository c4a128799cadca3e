import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../../src/plugins/shared/net/judge-address.ts';

describe('an address', () => {
  it.each([
    '8.8.8.8',
    '20.50.1.1',
    '100.128.0.1',
    '172.32.0.1',
    '192.169.0.1',
    '223.255.255.255',
    '2606:4700::1111',
    '2a00:1450:4001:81b::200e',
    '2001:4860:4860::8888',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['this network', '0.0.0.0'],
    ['private', '10.1.2.3'],
    ['private', '172.31.255.255'],
    ['private', '192.168.0.1'],
    ['shared', '100.64.0.1'],
    ['loopback', '127.0.0.1'],
    ['loopback', '::1'],
    ['link-local, where cloud metadata lives', '169.254.169.254'],
    ["Azure's host", '168.63.129.16'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['documentation', '192.0.2.1'],
    ['documentation', '2001:db8::1'],
    ['benchmarks', '198.18.0.1'],
    ['a group', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['unique local', 'fd00::1'],
    ['site-local', 'fec0::1'],
    ['v4-mapped', '::ffff:8.8.8.8'],
    ['v4-mapped and private', '::ffff:10.0.0.1'],
    ['v4-mapped in hex', '::ffff:a00:1'],
    ['v4-compatible', '::8.8.8.8'],
    ['NAT64', '64:ff9b::808:808'],
    ['local NAT64', '64:ff9b:1::a00:1'],
    ['6to4', '2002:a00:1::1'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['a group', 'ff02::1'],
    ['no address', 'localhost'],
    ['no address', '0x7f000001'],
    ['no address', ''],
  ])('is refused that is %s: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
