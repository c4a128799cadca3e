import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshHome } from '../../../helpers/bin.ts';
import { issueChain, openssl, signRequest } from '../../../helpers/openssl.ts';

interface Document {
  readonly schema: string;
  readonly status: string;
  readonly request?: string;
  readonly certificate: { readonly certFile: string; readonly keyFile: string; readonly names: readonly string[] } | null;
}

describe('cert csr', () => {
  it('prints the request, is left and taken up by another process, and ends with the pair', async () => {
    const home = await freshHome();
    const { root, issuing } = issueChain();
    await writeFile(join(home.folder, 'root.pem'), root.certPem);
    const csr = (...more: string[]) =>
      home.run(['cert', 'csr', 'www.contoso.com', 'api.contoso.com', '--sandbox', '--key-type', 'ecdsa-p256', '--trust', 'root.pem', ...more]);

    const first = await csr('--no-wait');
    expect(first.code).toBe(0);
    expect(openssl(['req', '-noout', '-text', '-verify'], first.stdout.slice(first.stdout.indexOf('-----BEGIN'))).toString()).toContain(
      'DNS:www.contoso.com, DNS:api.contoso.com',
    );
    expect(first.stdout + first.stderr).not.toContain('PRIVATE');

    const again = JSON.parse((await csr('--no-wait', '--format', 'json')).stdout) as Document;
    expect(again).toMatchObject({ schema: 'amltls/cert-csr/1', status: 'waiting', certificate: null, request: expect.stringContaining('CERTIFICATE REQUEST') });

    const waits = async () => JSON.parse((await home.run(['watch', '--format', 'json'])).stdout).waits;
    const resume = `amltls cert csr www.contoso.com api.contoso.com --out ${home.folder} --key-type ecdsa-p256 --trust ${join(home.folder, 'root.pem')} --env sandbox`;
    expect(await waits()).toMatchObject([{ kind: 'certificate', profile: null, profileFile: null, subject: 'www.contoso.com', resume }]);

    await mkdir(join(home.folder, 'www.contoso.com', 'returned'));
    await writeFile(join(home.folder, 'www.contoso.com', 'returned', 'chain.crt'), issuing.certPem + signRequest(again.request ?? '', issuing, 365));
    // From another folder, as the list of waits says.
    const last = JSON.parse((await home.run([...resume.split(' ').slice(1), '--format', 'json'])).stdout) as Document;
    expect(await waits()).toEqual([]);
    expect(last).toMatchObject({ status: 'done', certificate: { names: ['www.contoso.com', 'api.contoso.com'] } });
    expect(await readFile(last.certificate?.keyFile ?? '', 'utf8')).toContain('PRIVATE KEY');
    expect((JSON.parse((await csr('--format', 'json')).stdout) as Document).status).toBe('unchanged');
  });

  it('names a wrong kind of key and a wrong name before anything is made', async () => {
    const home = await freshHome();
    const [kind, name] = await Promise.all([
      home.run(['cert', 'csr', 'www.contoso.com', '--sandbox', '--key-type', 'rsa-512']),
      home.run(['cert', 'csr', 'https://www.contoso.com/', '--sandbox']),
    ]);
    expect([kind.code, name.code]).toEqual([2, 2]);
    expect(kind.stderr).toContain('certificate.keyType');
  });
});

describe('cert issue', () => {
  it('says all that is missing at once', async () => {
    const home = await freshHome();
    const { code, stderr } = await home.run(['cert', 'issue', 'www.contoso.com', '--sandbox']);
    expect(code).toBe(2);
    for (const key of ['certificate.authority', 'certificate.termsAgreed']) expect(stderr).toContain(key);
  });

  it('orders nothing where the authority cannot be reached', async () => {
    const home = await freshHome();
    const flags = ['--directory-url', 'https://127.0.0.1:9/dir', '--agree-terms', '--format', 'json'];
    const { code, stdout } = await home.run(['cert', 'issue', 'www.contoso.com', '--sandbox', ...flags]);
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'amltls/cert-issue/1', status: 'failed', certificate: null });
  });
});
