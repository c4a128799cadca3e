import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkComputeName, checkServiceName } from '../../../src/core/domain/compute-name.ts';
import { hostPart, isWithin, parentOf, plainName } from '../../../src/core/domain/dns-name.ts';
import { checkLeafLabel, looksGenerated } from '../../../src/core/domain/leaf-label.ts';

describe('checkLeafLabel', () => {
  it.each(['contoso', 'a1b', 'my-team-ml', 'a'.repeat(57)])('takes %s', (label) => {
    expect(checkLeafLabel(label)).toBeUndefined();
  });
  it.each(['', 'ab', '1contoso', '-contoso', 'contoso-', 'Contoso', 'con_toso', 'a'.repeat(58), 'コントソ'])('refuses %j', (label) => {
    expect(checkLeafLabel(label)).toMatchObject({ code: 'leaf-label-invalid' });
  });
  it('sees a whole Microsoft name and proposes its label', () => {
    expect(checkLeafLabel('contosox7k2qp.eastus.cloudapp.azure.com')).toMatchObject({
      code: 'leaf-label-whole-name',
      next: [{ with: { label: { code: 'contoso' } } }],
    });
  });
});

describe('looksGenerated', () => {
  it.each(['contosox7k2qp', 'contoso1abc23', 'contosobcdfgh'])('suspects %s', (label) => {
    expect(looksGenerated(label)).toBe(true);
  });
  it.each(['contoso', 'contoso2026', 'my-scoring', 'ml-2026', 'team-prod01', 'scoring'])('lets %s pass', (label) => {
    expect(looksGenerated(label)).toBe(false);
  });
});

describe('names of computes and services', () => {
  it.each(['aks-prod', 'AKS1', 'a2c', 'a'.repeat(24)])('%s is a compute', (name) => {
    expect(checkComputeName(name)).toBeUndefined();
  });
  it.each(['ab', 'a'.repeat(25), '1aks', 'aks-', 'aks_prod'])('%s is none', (name) => {
    expect(checkComputeName(name)).toMatchObject({ code: 'compute-name-invalid' });
  });
  it.each(['amlcompute', 'Local', 'containerinstance'])('%s is reserved', (name) => {
    expect(checkComputeName(name)).toMatchObject({ code: 'compute-name-reserved' });
  });
  it.each([
    ['scorer', true],
    ['a'.repeat(32), true],
    ['ab', false],
    ['a'.repeat(33), false],
    ['Scorer', false],
    ['scorer-', false],
  ])('%s as a service: %s', (name, fine) => {
    expect(checkServiceName(name) === undefined).toBe(fine);
  });
});

describe('names as DNS compares them', () => {
  it('lowers ASCII only: the Kelvin sign is no k', () => {
    expect(plainName('WWW.Contoso.COM.')).toBe('www.contoso.com');
    expect(plainName('\u212a.com')).toBe('\u212a.com');
  });
  it('cuts at dots', () => {
    expect(isWithin('notcontoso.com', 'contoso.com')).toBe(false);
    expect(isWithin('www.contoso.com', 'contoso.com')).toBe(true);
    expect(isWithin('contoso.com', '')).toBe(true);
  });
  it.each([
    ['contoso.com', 'contoso.com', '@'],
    ['www.contoso.com', 'contoso.com', 'www'],
    ['a.b.contoso.com', 'contoso.com', 'a.b'],
    ['www.fabrikam.com', 'contoso.com', 'www.fabrikam.com'],
  ])('%s in %s is written %s', (name, zone, part) => {
    expect(hostPart(name, zone)).toBe(part);
  });
  it('every way up ends at the root', () => {
    fc.assert(
      fc.property(fc.domain(), (name) => {
        let steps = 0;
        for (let at: string | undefined = name; at !== undefined; at = parentOf(at)) {
          expect(isWithin(name, at)).toBe(true);
          steps += 1;
        }
        expect(steps).toBe(name.split('.').length + 1);
      }),
    );
  });
});
