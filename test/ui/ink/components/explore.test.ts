import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFiles } from '../../../../src/plugins/shared/local/files.ts';
import { explore } from '../../../../src/ui/ink/components/path-input/explore.ts';
import { describeFound } from '../../../../src/ui/ink/components/path-input/messages.ts';
import { renderText } from '../../../../src/ui/text/render.ts';
import { PASSPHRASE, pfxOf } from '../../../helpers/bundles.ts';
import { issue, issueChain, openssl } from '../../../helpers/openssl.ts';
import { tempFolder } from '../../../helpers/temp-folder.ts';

async function said(content: string | Uint8Array): Promise<{ readonly good: boolean; readonly words: readonly string[] }> {
  const folder = await tempFolder();
  const file = join(folder, 'a file.pem');
  await writeFile(file, content);
  const { found } = await explore(
    file,
    { env: { files: createFiles() }, paths: { resolve: (path: string) => path } } as unknown as Parameters<typeof explore>[1],
    [],
  );
  const { good, texts } = describeFound(found);
  return { good, words: texts.map((text) => renderText(text, 'en')) };
}

describe('what lies at a typed path', () => {
  it('is told of a chain with the names of its leaf, wherever it stands', async () => {
    const { issuing, leaf } = issueChain({ commonName: 'www.contoso.com', san: 'DNS:www.contoso.com,DNS:contoso.com,IP:192.0.2.7,DNS:api.contoso.com' });
    const { good, words } = await said(issuing.certPem + leaf.certPem);
    expect(good).toBe(true);
    expect(words[0]).toMatch(/^Certificates in this file: 2 \(\d/);
    expect(words[1]).toMatch(/^For www\.contoso\.com, contoso\.com, 192\.0\.2\.7 and 1 more, until \w+ \d+, \d{4}/);
    expect(words).toHaveLength(2);
  });

  it('is told of keys: their kind, or that a passphrase protects them', async () => {
    const { certPem, keyPem } = issue({ commonName: 'www.contoso.com' });
    expect((await said(keyPem)).words[0]).toMatch(/^A private key without a passphrase: EC prime256v1 \(/);
    const locked = openssl(['pkcs8', '-topk8', '-passout', `pass:${PASSPHRASE}`], keyPem);
    expect((await said(locked)).words[0]).toMatch(/^A private key, protected by a passphrase \(/);
    const traditional = openssl(['ec', '-aes256', '-passout', `pass:${PASSPHRASE}`], keyPem);
    expect((await said(traditional)).words[0]).toMatch(/^A private key, protected by a passphrase \(/);
    expect((await said(certPem + keyPem)).words[2]).toBe('A private key is in it too, without a passphrase: EC prime256v1.');
    expect((await said(certPem + locked.toString())).words[2]).toBe('A private key is in it too, protected by a passphrase.');
  });

  it('is told of DER, PFX and requests too', async () => {
    const made = issue({ commonName: 'www.contoso.com' });
    expect((await said(openssl(['x509', '-outform', 'DER'], made.certPem))).words[1]).toMatch(/^For www\.contoso\.com, until /);
    expect((await said(pfxOf(made, []))).words[0]).toMatch(/^A PFX, protected by a passphrase \(/);
    const request = openssl([
      'req',
      '-new',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      '/dev/null',
      '-subj',
      '/CN=x',
      '-addext',
      'subjectAltName=DNS:www.contoso.com',
    ]);
    const { words } = await said(request);
    expect(words[0]).toMatch(/^A certificate signing request \(/);
    expect(words[1]).toBe('For www.contoso.com.');
  });

  it('acts on no terminal, whatever the names hold', async () => {
    const { certPem } = issue({ commonName: 'x', san: 'DNS:\u001b[31mred.example' });
    const { words } = await said(certPem);
    expect(words.join('\n')).not.toContain('\u001b');
  });

  it('is told that it is damaged', async () => {
    const broken = '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n';
    expect((await said(broken)).words[0]).toMatch(/^A file whose content is damaged/);
    expect((await said(issue({ commonName: 'www.contoso.com' }).certPem + broken)).words.at(-1)).toBe('A part of it is damaged.');
  });

  it.each(['no PEM at all', ''])('is nothing to use in %o', async (content) => {
    const { good, words } = await said(content);
    expect(good).toBe(false);
    expect(words[0]).toMatch(/^A file without certificates or keys/);
  });
});
