import { X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PathRule } from '../../../../../src/core/certificates/path/rules.ts';
import { validatePath } from '../../../../../src/core/certificates/path/validate.ts';
import { readCertificates } from '../../../../../src/core/certificates/read.ts';
import { openPracticeCa } from '../../../../../src/plugins/environments/sandbox/ca/practice-ca.ts';
import { tempFolder } from '../../../../helpers/temp-folder.ts';

const DAY = 86_400_000;
const AT = Date.parse('2027-06-01T00:00:00Z');

function verdict(chainPem: string, caPem: string, at: number, host: string): readonly PathRule[] {
  const result = validatePath({ chain: readCertificates(chainPem).certificates, roots: [caPem], at, host, policy: 'strict' });
  return result.ok ? [] : result.violations.map(({ rule }) => rule);
}

describe('the practice CA', () => {
  it('issues a leaf with its intermediate, dated as practice time wants', async () => {
    const ca = await openPracticeCa(await tempFolder());
    const { chainPem, keyPem } = await ca.issue(['contoso1a2b3c.eastus.cloudapp.azure.com'], AT, AT + 90 * DAY);
    expect(verdict(chainPem, ca.caPem, AT + DAY, 'contoso1a2b3c.eastus.cloudapp.azure.com')).toEqual([]);
    expect(verdict(chainPem, ca.caPem, AT + 91 * DAY, 'contoso1a2b3c.eastus.cloudapp.azure.com')).toEqual(['expired']);
    expect([readCertificates(chainPem).certificates.length, keyPem.includes('BEGIN PRIVATE KEY')]).toEqual([2, true]);
  });

  it('serves this machine on the wall clock', async () => {
    const ca = await openPracticeCa(await tempFolder());
    const { chainPem } = await ca.issueServer();
    for (const host of ['127.0.0.1', 'localhost']) expect(verdict(chainPem, ca.caPem, Date.now(), host)).toEqual([]);
  });

  it.each(['www.contoso.com', 'api.fabrikam.com', 'scorer.eastus.azurecontainer.io'])('can vouch for %s', async (name) => {
    const ca = await openPracticeCa(await tempFolder());
    expect(verdict((await ca.issue([name], AT, AT + DAY)).chainPem, ca.caPem, AT, name)).toEqual([]);
  });

  it.each(['www.microsoft.com', 'login.microsoftonline.com', 'notcontoso.com', '20.0.0.4'])('cannot vouch for %s', async (name) => {
    const ca = await openPracticeCa(await tempFolder());
    expect(verdict((await ca.issue([name], AT, AT + DAY)).chainPem, ca.caPem, AT, name)).toContain('name-constraint');
  });

  it('is the same the next time, its keys for their owner alone', async () => {
    const folder = await tempFolder();
    const first = await openPracticeCa(folder);
    const second = await openPracticeCa(folder);
    expect(second.caPem).toBe(first.caPem);
    expect(await readFile(first.caFile, 'utf8')).toBe(first.caPem);
    expect(first.caFile).toBe(join(folder, 'ca.pem'));
    const { chainPem } = await first.issue(['www.contoso.com'], AT, AT + DAY);
    expect(verdict(chainPem, second.caPem, AT, 'www.contoso.com')).toEqual([]);
    if (process.platform === 'win32') return;
    expect(((await stat(join(folder, 'ca'))).mode & 0o777).toString(8)).toBe('700');
    expect(((await stat(join(folder, 'ca', 'authorities.json'))).mode & 0o777).toString(8)).toBe('600');
  });

  it('gives its root alone, and issues fast', async () => {
    const ca = await openPracticeCa(await tempFolder());
    expect(new X509Certificate(ca.caPem).subject).toContain('practice');
    expect(readCertificates(ca.caPem).certificates.length).toBe(1);
    const started = performance.now();
    await Promise.all(Array.from({ length: 10 }, () => ca.issue(['www.contoso.com'], AT, AT + DAY)));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
