import { describe, expect, it } from 'vitest';
import type { Served } from '../../../src/core/check/served.ts';
import { judgeRenewal } from '../../../src/core/renewal/judge-renewal.ts';

const startedAt = Date.parse('2026-11-24T10:00:00Z');
const old = { fingerprintSha256: 'aa', serial: '01', notBefore: '2026-06-01T00:00:00Z', notAfter: '2026-12-01T00:00:00Z' };
const renewed = { fingerprintSha256: 'bb', serial: '02', notBefore: '2026-11-24T14:00:00Z', notAfter: '2027-05-24T14:00:00Z' };
const baseline = { fingerprintSha256: old.fingerprintSha256, serial: old.serial, notAfter: old.notAfter };

// Only these members of a leaf are looked at.
const serves = (leaf: typeof old, address = '203.0.113.1'): Served => ({ seen: true, address, protocol: 'TLSv1.2', leaf: leaf as never, chain: [] });
const silent = (layer: 'dns' | 'tcp' | 'tls', address = '203.0.113.2'): Served => ({ seen: false, address, layer, reason: 'no answer' });

describe('what came of a renewal', () => {
  it.each([
    ['every address serves another that ends later', [serves(renewed), serves(renewed, '203.0.113.2')], 'renewed'],
    ['the same is served', [serves(old)], 'same'],
    ['one address still serves the old one', [serves(renewed), serves(old, '203.0.113.2')], 'same'],
    ['another that ends no later', [serves({ ...renewed, notAfter: old.notAfter })], 'same'],
    ['the same serial in another wrapping', [serves({ ...renewed, serial: old.serial })], 'same'],
    ['one address does not answer', [serves(renewed), silent('tcp')], 'cannot-tell'],
    ['nothing answers', [silent('tls')], 'cannot-tell'],
    ['there is nothing to look at', [], 'cannot-tell'],
  ])('%s', (_name, looks, state) => {
    expect(judgeRenewal(looks, { baseline, startedAt }).state).toBe(state);
  });

  it.each(['dns', 'tcp', 'tls'] as const)('names the layer where it ended: %s', (layer) => {
    expect(JSON.stringify(judgeRenewal([silent(layer)], { baseline, startedAt }).text)).toContain(layer.toUpperCase());
  });

  it('says that the name leads nowhere', () => {
    const { text } = judgeRenewal([], { baseline, startedAt }, 'contoso123abc.eastus.cloudapp.azure.com');
    expect(JSON.stringify(text)).toMatch(/contoso123abc.*DNS/);
  });

  it('goes by the date of issue where nothing was seen before', () => {
    expect(judgeRenewal([serves(renewed)], { baseline: null, startedAt }).state).toBe('renewed');
    expect(judgeRenewal([serves(old)], { baseline: null, startedAt }).state).toBe('cannot-tell');
  });
});
