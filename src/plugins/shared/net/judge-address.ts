import { BlockList, isIP } from 'node:net';

// Everything in the special-purpose registries of IANA that is not for the whole internet (RFC 6890 and its updates), and Azure's own
// host address, which looks public and answers machines in Azure with their secrets.
const REFUSED_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;
// Inside of 2000::/3, which is all that is assigned: Teredo and other protocols, documentation, 6to4 (an IPv4 address within).
const REFUSED_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const refused = new BlockList();
for (const [net, prefix] of REFUSED_V4) refused.addSubnet(net, prefix, 'ipv4');
const refusedV6 = new BlockList();
for (const [net, prefix] of REFUSED_V6) refusedV6.addSubnet(net, prefix, 'ipv6');
const assigned = new BlockList();
assigned.addSubnet('2000::', 3, 'ipv6');

/**
 * True for an address on the public internet. False for what is private, shared, local to link or machine, a group, reserved, or carries
 * an IPv4 address (v4-mapped, NAT64, 6to4, Teredo), and for what is no address: requests whose target others choose must not go there.
 * Judge the address that is connected to, not the name.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !refused.check(address, 'ipv4');
  // A zone (`fe80::1%eth0`) names a link.
  if (family !== 6 || address.includes('%')) return false;
  return assigned.check(address, 'ipv6') && !refusedV6.check(address, 'ipv6');
}
