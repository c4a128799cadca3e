import { writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Context, Environment } from '../../../../src/core/contracts/index.ts';
import pem from '../../../../src/plugins/certificates/pem/index.ts';
import { openSandboxEnvironment } from '../../../../src/plugins/environments/sandbox/environment.ts';
import { startHost } from '../../../../src/plugins/environments/sandbox/hosting.ts';
import { vaultSecret } from '../../../../src/plugins/shared/keyvault/secret-url.ts';
import { type Issued, issueChain, openssl } from '../../../helpers/openssl.ts';
import { tempFolder } from '../../../helpers/temp-folder.ts';
import { stopped } from '../../certificates/setup.ts';

const SUFFIXES = ['.vault.azure.net'];
const VAULT = 'https://contoso.vault.azure.net';
const signal = new AbortController().signal;

describe('which secret a URL means', () => {
  it.each([
    [`${VAULT}/secrets/tls`, { name: 'tls', version: undefined }],
    [`${VAULT}/certificates/tls`, { name: 'tls', version: undefined }],
    [`${VAULT}/secrets/tls/0123456789abcdef0123456789abcdef`, { name: 'tls', version: '0123456789abcdef0123456789abcdef' }],
  ])('%s', (url, expected) => {
    expect(vaultSecret(url, SUFFIXES)).toEqual({ vaultUrl: VAULT, ...expected });
  });

  it.each([
    'http://contoso.vault.azure.net/secrets/tls',
    'https://contoso.vault.azure.net.evil.example/secrets/tls',
    'https://evil.example/.vault.azure.net/secrets/tls',
    'https://a.b.vault.azure.net/secrets/tls',
    'https://user@contoso.vault.azure.net/secrets/tls',
    'https://contoso.vault.azure.net:8443/secrets/tls',
    `${VAULT}/keys/tls`,
    `${VAULT}/secrets/tls?x=1`,
    'contoso',
  ])('none: %s', (url) => {
    expect(vaultSecret(url, SUFFIXES)).toBeUndefined();
  });
});

async function practice() {
  const stateDir = await tempFolder();
  const host = await startHost({ stateDir, speed: 1 });
  onTestFinished(() => host[Symbol.asyncDispose]());
  const env: Environment & AsyncDisposable = await openSandboxEnvironment({ stateDir, host }, signal);
  onTestFinished(() => env[Symbol.asyncDispose]());
  return { host, env, stateDir, read: (path: string) => env.secrets.resolve({ from: 'keyvault', name: `${VAULT}${path}` }, signal) };
}

/** As the service's own REST API takes it. */
function store({ info, caPem }: Awaited<ReturnType<typeof startHost>>, name: string, secret: object, token = info.token): Promise<number> {
  const url = new URL(`/secrets/${name}?api-version=7.5`, info.armEndpoint);
  return new Promise((resolve, reject) => {
    request(
      url,
      {
        method: 'PUT',
        ca: caPem,
        headers: { 'x-practice-vault': 'contoso.vault.azure.net', authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    )
      .on('error', reject)
      .end(JSON.stringify(secret));
  });
}

function pfxOf({ certPem, keyPem }: Issued, chain: string, folder: string): string {
  for (const [name, text] of Object.entries({ 'k.pem': keyPem, 'c.pem': certPem, 'i.pem': chain })) writeFileSync(join(folder, name), text);
  const at = (name: string) => join(folder, name);
  return openssl(['pkcs12', '-export', '-inkey', at('k.pem'), '-in', at('c.pem'), '-certfile', at('i.pem'), '-passout', 'pass:']).toString('base64');
}

describe('a secret in a Key Vault', () => {
  it('is read with the vendor’s client, as the service answers: challenge, token, value', async () => {
    const { host, read } = await practice();
    expect(await store(host, 'eab', { value: 'hmac' })).toBe(200);
    expect(await read('/secrets/eab')).toBe('hmac');
    expect(await store(host, 'eab', { value: 'newer' })).toBe(200);
    expect(await read('/secrets/eab')).toBe('newer');
  });

  it('says what is missing, and who may cure it', async () => {
    const { host, read, env } = await practice();
    expect(await store(host, 'x', { value: 'v' }, 'another token that is wrong')).toBe(401);
    expect((await stopped(read('/secrets/nothing'))).code).toBe('keyvault-missing');
    expect((await stopped(env.secrets.resolve({ from: 'keyvault', name: 'https://evil.example/secrets/x' }, signal))).code).toBe('keyvault-url');
  });

  it('never shows in the request log', async () => {
    const { host, read, stateDir } = await practice();
    await store(host, 'eab', { value: 'very-secret-value' });
    await read('/secrets/eab');
    await host[Symbol.asyncDispose]();
    const { readFile } = await import('node:fs/promises');
    const state = JSON.parse(await readFile(join(stateDir, 'state.json'), 'utf8')) as { requests: unknown[] };
    expect(state.requests.length).toBeGreaterThan(1);
    expect(JSON.stringify(state.requests)).not.toContain('very-secret-value');
  });
});

describe('plugin pem with a Key Vault', () => {
  const { root, issuing, leaf } = issueChain();

  it.each(['PEM', 'PFX'])('takes chain and key out of one secret: %s', async (form) => {
    const { host, env, stateDir } = await practice();
    const chain = leaf.certPem + issuing.certPem;
    const secret =
      form === 'PEM'
        ? { value: leaf.keyPem + chain, contentType: 'application/x-pem-file' }
        : { value: pfxOf(leaf, issuing.certPem, stateDir), contentType: 'application/x-pkcs12' };
    await store(host, 'tls', secret);
    const place = `keyvault:${VAULT}/certificates/tls`;
    const context: Context = {
      env: { ...env, tls: { ...env.tls, roots: async () => [root.certPem] }, clock: { ...env.clock, now: () => Date.now() + 60_000 } },
      answers: { 'certificate.certFile': place, 'certificate.keyFile': place },
      signal,
      profile: 'contoso',
      paths: { resolve: (path) => join(stateDir, path), own: join(stateDir, 'own') },
    };
    const { bundle, findings } = await pem.plan(['www.contoso.com'], context);
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(bundle).toMatchObject({ key: { from: 'keyvault', name: `${VAULT}/certificates/tls` }, names: ['www.contoso.com'] });
    expect(bundle?.files).toBeUndefined();
    expect(JSON.stringify([bundle, findings])).not.toContain('PRIVATE');
    const { resolvePair } = await import('../../../../src/plugins/shared/web-service/private-key.ts');
    expect((await resolvePair(bundle, context)).key).toContain('PRIVATE KEY');
  });
});
