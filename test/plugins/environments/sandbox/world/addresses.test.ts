import { expect, it } from 'vitest';
import { privateAddress, publicAddress } from '../../../../../src/plugins/environments/sandbox/world/addresses.ts';
import { practice } from './practice.ts';

it('gives thousands of addresses, none twice, none that a host on the internet has', async () => {
  const { state } = (await practice()).world;
  const given = Array.from({ length: 5000 }, () => [publicAddress(state), privateAddress(state)]);
  expect(new Set(given.flat()).size).toBe(10_000);
  expect(given.every(([open, inner]) => /^(203\.0\.113|198\.18|198\.19)\./.test(open ?? '') && /^10\.24\d\./.test(inner ?? ''))).toBe(true);
  expect(given.flat().every((address) => address.split('.').every((part) => Number(part) <= 255))).toBe(true);
});
