import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { freshHome } from '../../../helpers/bin.ts';
import { type Issued, issue } from '../../../helpers/openssl.ts';

const HOST = 'www.contoso.com';
let root: Issued;
let issuing: Issued;
beforeAll(() => {
  root = issue({ commonName: 'Contoso root', ca: true });
  issuing = issue({ commonName: 'Contoso issuing', ca: true, issuer: root });
});

/** A real server on this machine that has the missing certificate, and whoever asks it. */
async function authority(): Promise<{ readonly port: number; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end(issuing.certPem);
  });
  server.on('connection', (socket) => asked.push(`connection from ${socket.remotePort}`));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, asked };
}

async function lint(url: string) {
  const home = await freshHome();
  await mkdir(home.folder, { recursive: true });
  const extensions = [`subjectAltName=DNS:${HOST}`, 'extendedKeyUsage=serverAuth', `authorityInfoAccess=caIssuers;URI:${url}`];
  await writeFile(join(home.folder, 'cert.pem'), issue({ commonName: HOST, issuer: issuing, extensions }).certPem);
  await writeFile(join(home.folder, 'root.pem'), root.certPem);
  const args = ['cert', 'lint', join(home.folder, 'cert.pem'), '--trust', join(home.folder, 'root.pem')];
  const fetching = await home.run([...args, '--fetch-missing', '--format', 'json']);
  return { fetching, findings: JSON.parse(fetching.stdout).files[0].findings as readonly { code: string; message: string }[] };
}

describe('cert lint --fetch-missing, the built bin', () => {
  it.each([
    ['an address of this machine', (port: number) => `http://127.0.0.1:${port}/issuing.cer`],
    ['an address of this machine, on the usual port', () => 'http://127.0.0.1/issuing.cer'],
    ['a name that leads to it', () => 'http://localhost/issuing.cer'],
    ['a private network', () => 'http://10.0.0.1/issuing.cer'],
    ['the metadata service of a cloud', () => 'http://169.254.169.254/issuing.cer'],
    ['IPv4 in the clothes of IPv6', () => 'http://[::ffff:127.0.0.1]/issuing.cer'],
    ['no http at all', () => 'ftp://contoso.com/issuing.cer'],
  ])('asks nothing of %s, says so, and the chain stays incomplete', async (_, urlAt) => {
    const { port, asked } = await authority();
    const { fetching, findings } = await lint(urlAt(port));
    expect(fetching.code).toBe(3);
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['chain-incomplete']));
    if (!urlAt(port).startsWith('ftp:')) expect(findings.find(({ code }) => code === 'issuer-not-fetched')?.message).toContain('public addresses');
    expect(asked).toEqual([]);
  });
});
