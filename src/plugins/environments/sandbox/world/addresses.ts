import type { WorldState } from '../state/world-state.ts';

// Addresses that no host on the internet has: TEST-NET-3 (RFC 5737), then the benchmark network (RFC 2544).
const DOCUMENTED = 240;

/** A public practice address that nothing had before. */
export function publicAddress(state: WorldState): string {
  const index = state.addresses.public;
  state.addresses.public += 1;
  return index < DOCUMENTED ? `203.0.113.${index + 10}` : within(198, 18, 2, index - DOCUMENTED);
}

/** An address in the practice virtual network. */
export function privateAddress(state: WorldState): string {
  const index = state.addresses.private;
  state.addresses.private += 1;
  return within(10, 240, 16, index);
}

/** The index-th host of a network of `seconds` /16s; begins anew when it runs out. */
function within(first: number, second: number, seconds: number, index: number): string {
  const host = index % (seconds * 65_024);
  const net = Math.floor(host / 254);
  return `${first}.${second + Math.floor(net / 256)}.${net % 256}.${(host % 254) + 1}`;
}
