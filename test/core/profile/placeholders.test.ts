import { describe, expect, it } from 'vitest';
import { keepPlaceholders } from '../../../src/core/profile/keep-placeholders.ts';
import { inspectProfiles } from '../../../src/core/profile/parse.ts';
import { resolvePlaceholders } from '../../../src/core/profile/placeholders.ts';

const resolve = (answers: Record<string, string | string[]>, env: Record<string, string>, trusted: string[] = []) =>
  resolvePlaceholders(answers, env, trusted, 'contoso');

describe('variables in a profile', () => {
  it('are filled in where they begin with AMLTLS_, and remembered to be hidden', () => {
    const { answers, secrets } = resolve({ 'certificate.keyFile': `\${env:AMLTLS_DIR}/key.pem`, 'dns.resolvers': ['system'] }, { AMLTLS_DIR: '/keys' });
    expect(answers).toEqual({ 'certificate.keyFile': '/keys/key.pem', 'dns.resolvers': ['system'] });
    expect([...secrets]).toEqual([['AMLTLS_DIR', '/keys']]);
  });

  it('are not filled in twice', () => {
    expect(resolve({ a: `\${env:AMLTLS_A}` }, { AMLTLS_A: `\${env:AMLTLS_B}`, AMLTLS_B: 'b' }).answers).toEqual({ a: `\${env:AMLTLS_B}` });
  });

  it('need trust by any other name', () => {
    expect(() => resolve({ a: `\${env:HOME}` }, { HOME: '/root' })).toThrow('profile-untrusted');
    expect(resolve({ a: `\${env:HOME}` }, { HOME: '/root' }, ['HOME']).answers).toEqual({ a: '/root' });
  });

  it('that are missing are all named at once', () => {
    try {
      resolve({ a: `\${env:AMLTLS_A}`, b: `\${env:AMLTLS_B}` }, { AMLTLS_B: '' });
      expect.unreachable();
    } catch (thrown) {
      expect(thrown).toMatchObject({ problem: { code: 'variable-missing', message: { with: { names: { code: 'AMLTLS_A, AMLTLS_B' } } } } });
    }
  });

  it.each([
    ['domain', `{ fqdn: "\${env:AMLTLS_X}.contoso.com" }`],
    ['domain', `{ leafDomainLabel: "\${env:AMLTLS_X}" }`],
    ['dns', `{ resolvers: [system, "\${env:AMLTLS_X}"] }`],
    ['target', `{ dnsNameLabel: "a\${env:AMLTLS_X}" }`],
    ['target', `{ plugin: other, apiUrl: "\${env:AMLTLS_X}" }`],
    ['target', `{ plugin: other, nested: { anything: "https://x/\${env:AMLTLS_X}" } }`],
    ['azure', `{ workspace: "\${env:}" }`],
    ['azure', `{ workspace: "\${env:A B}" }`],
  ])('have no place in %s: %s', (section, text) => {
    expect(inspectProfiles(`version: 1\nprofiles:\n  a:\n    ${section}: ${text}\n`, 'f').faults).toHaveLength(1);
  });

  it('stay in the file when an unchanged answer is saved', () => {
    const written = { a: `\${env:AMLTLS_A}`, b: `\${env:AMLTLS_B}`, c: 'plain' };
    const resolved = { a: 'one', b: 'two', c: 'plain' };
    expect(keepPlaceholders({ a: 'one', b: 'changed', c: 'plain' }, written, resolved)).toEqual({ a: `\${env:AMLTLS_A}`, b: 'changed', c: 'plain' });
  });
});
