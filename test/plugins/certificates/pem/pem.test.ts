import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../../src/core/problems/problem-error.ts';
import pem from '../../../../src/plugins/certificates/pem/index.ts';
import { createSecrets } from '../../../../src/plugins/shared/local/index.ts';
import { resolvePair } from '../../../../src/plugins/shared/web-service/private-key.ts';
import { type Issued, issue, issueChain, openssl } from '../../../helpers/openssl.ts';
import { codes, type DeskOptions, desk, planned, stopped } from '../setup.ts';

const ANSWERS = { 'certificate.certFile': 'cert.pem', 'certificate.keyFile': 'key.pem' };
let pki: { root: Issued; issuing: Issued; leaf: Issued };
let chain: string;
beforeAll(() => {
  pki = issueChain();
  chain = pki.leaf.certPem + pki.issuing.certPem;
});

async function lay(cert: string | Uint8Array, key: string | Uint8Array, options: DeskOptions = {}) {
  const laid = await desk({ roots: [pki.root.certPem], answers: ANSWERS, ...options });
  await laid.put('cert.pem', cert);
  await laid.put('key.pem', key);
  return laid;
}

describe('two PEM files', () => {
  it('become a bundle with absolute paths, the key by reference, the root left out', async () => {
    const { context, folder } = await lay(chain + pki.root.certPem, pki.leaf.keyPem);
    const { bundle, findings, changes } = await planned(pem, context);
    expect(codes(findings)).toEqual(['root-included warning']);
    expect(changes).toEqual([]);
    expect(bundle).toMatchObject({
      key: { from: 'file', name: join(folder, 'key.pem') },
      names: ['www.contoso.com'],
      files: { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') },
    });
    expect(bundle?.chainPem).toBe(chain);
    expect(bundle).not.toHaveProperty('trustPem');
  });

  it('are understood with what Windows and CAs put around them', async () => {
    const bag = `Bag Attributes\r\n    friendlyName: contoso\r\n${chain.replaceAll('\n', '\r\n')}\r\nMit freundlichen Grüßen`;
    const utf16 = Buffer.from(`\ufeff${pki.leaf.keyPem}`, 'utf16le');
    const { context } = await lay(Buffer.from(`\ufeff${bag}`), utf16);
    const { bundle, findings } = await planned(pem, context);
    expect(findings).toEqual([]);
    expect(await resolvePair(bundle, context)).toEqual({ cert: chain, key: pki.leaf.keyPem });
  });

  it('may be DER for the certificate, not for the key', async () => {
    const der = openssl(['pkey', '-outform', 'DER'], pki.leaf.keyPem);
    const leafDer = openssl(['x509', '-outform', 'DER'], pki.leaf.certPem);
    const { context } = await lay(leafDer, der, { roots: [pki.issuing.certPem] });
    const { bundle, findings } = await planned(pem, context);
    expect(codes(findings)).toEqual(['parse-error error']);
    expect(JSON.stringify(findings)).toContain('openssl pkey -inform DER');
    expect(bundle?.chainPem).toBe(pki.leaf.certPem);
  });

  it('are judged at the clock of the environment', async () => {
    const { context } = await lay(chain, pki.leaf.keyPem, { at: Date.now() + 91 * 86_400_000 });
    expect(codes((await planned(pem, context)).findings)).toEqual(['expired error']);
  });

  it('show a passphrase, and the command that takes it off works', async () => {
    const locked = openssl(['pkey', '-aes256', '-passout', 'pass:secret'], pki.leaf.keyPem);
    const { context, put } = await lay(chain, locked);
    const { findings } = await planned(pem, context);
    expect(codes(findings)).toEqual(['key-encrypted error']);
    const path = await put('locked.pem', locked);
    expect(openssl(['pkey', '-in', path, '-passin', 'pass:secret']).toString()).toContain('BEGIN PRIVATE KEY');
  });
});

describe('a private CA', () => {
  it('is a warning while nobody named it', async () => {
    const { context } = await lay(chain, pki.leaf.keyPem, { roots: [] });
    const { bundle, findings } = await planned(pem, context);
    expect(codes(findings)).toEqual(['untrusted-root warning']);
    expect(bundle).toBeDefined();
  });

  it('is accepted where certificate.trust names it, and goes on into the checks', async () => {
    const { put, answered } = await lay(chain, pki.leaf.keyPem, { roots: [] });
    await put('ca.pem', pki.root.certPem);
    const { bundle, findings } = await planned(pem, answered({ ...ANSWERS, 'certificate.trust': 'ca.pem' }));
    expect(findings).toEqual([]);
    expect(bundle?.trustPem).toBe(pki.root.certPem);
  });

  it('stops where certificate.trust names another one', async () => {
    const { put, answered } = await lay(chain, pki.leaf.keyPem, { roots: [] });
    await put('ca.pem', issue({ commonName: 'Fabrikam Root', ca: true }).certPem);
    const { findings } = await planned(pem, answered({ ...ANSWERS, 'certificate.trust': 'ca.pem' }));
    expect(codes(findings)).toEqual(['untrusted-root error']);
  });

  it('needs a certificate in the file', async () => {
    const { put, answered } = await lay(chain, pki.leaf.keyPem);
    await put('ca.pem', 'no certificate here');
    expect(await stopped(planned(pem, answered({ ...ANSWERS, 'certificate.trust': 'ca.pem' })))).toMatchObject({ code: 'trust-empty' });
  });
});

describe('files that are none', () => {
  const broken: readonly [string, (good: string) => Uint8Array | string | undefined, string][] = [
    ['missing', () => undefined, 'file-missing'],
    ['empty', () => '', 'file-empty'],
    ['blank', () => '\ufeff \r\n', 'file-empty'],
    ['binary', () => Uint8Array.from({ length: 300 }, (_, i) => (i * 7) % 256), 'file-binary'],
    ['cut off DER', () => openssl(['x509', '-outform', 'DER'], pki.leaf.certPem).subarray(0, 100), 'file-binary'],
  ];
  it.each(broken)('%s: a problem with a next step and exit code 2', async (_, make, code) => {
    for (const [name, key] of [['cert.pem', 'certificate.certFile'] as const, ['key.pem', 'certificate.keyFile'] as const]) {
      const { context, put, answered } = await lay(chain, pki.leaf.keyPem);
      const content = make(chain);
      if (content !== undefined) await put(name, content);
      const broken = content === undefined ? answered({ ...ANSWERS, [key]: 'nowhere.pem' }) : context;
      const problem = await stopped(planned(pem, broken));
      expect(problem.code).toBe(code);
      expect([exitCodeOf(problem), problem.next.length > 0]).toEqual([2, true]);
      const question = pem.questions.find((each) => each.key === key);
      const answer = String(broken.answers[key]);
      expect(question?.kind === 'path' ? await question.check?.(answer, broken) : undefined).toMatchObject({ code });
    }
  });

  it('a folder', async () => {
    const { answered } = await desk();
    const problem = await stopped(planned(pem, answered({ 'certificate.certFile': '.', 'certificate.keyFile': '.' })));
    expect(problem.code).toBe('file-is-folder');
  });

  it('a PFX, with the commands that take it apart', async () => {
    const { put, context, folder } = await lay(chain, pki.leaf.keyPem);
    const args = ['pkcs12', '-export', '-in', join(folder, 'cert.pem'), '-inkey', join(folder, 'key.pem'), '-passout', 'pass:secret'];
    await put('cert.pem', openssl(args));
    const problem = await stopped(planned(pem, context));
    expect(problem.code).toBe('file-binary');
    expect(JSON.stringify(problem.next)).toContain('openssl pkcs12');
  });

  it('are refused by the question already, with the same words', async () => {
    const { answered } = await desk();
    const [question] = pem.questions;
    const problem = question?.kind === 'path' ? await question.check?.('nowhere.pem', answered({})) : undefined;
    expect(problem).toMatchObject({ code: 'file-missing', owner: 'you' });
  });
});

describe('the key', () => {
  it('is not read by planning into anything that is kept', async () => {
    const { context, folder } = await lay(chain, pki.leaf.keyPem);
    const told = JSON.stringify(await planned(pem, context));
    for (const line of pki.leaf.keyPem.split('\n').filter((each) => !each.startsWith('-') && each.length > 10)) expect(told).not.toContain(line);
    expect(await readFile(join(folder, 'key.pem'), 'utf8')).toBe(pki.leaf.keyPem);
  });

  it('is resolved only by reference', async () => {
    const { context } = await lay(chain, pki.leaf.keyPem);
    const { bundle } = await planned(pem, context);
    const secrets = createSecrets(context.env.files, { variables: {} });
    expect(bundle === undefined ? '' : await secrets.resolve(bundle.key, context.signal)).toBe(pki.leaf.keyPem);
  });
});

describe.skipIf(process.platform === 'win32')('where the key lies', () => {
  it('is a warning with a cure where others can read it', async () => {
    const { root, issuing, leaf } = issueChain();
    const { folder, put, answered } = await desk({ roots: [root.certPem] });
    await put('cert.pem', leaf.certPem + issuing.certPem);
    await put('key.pem', leaf.keyPem);
    await chmod(folder, 0o755);
    const context = answered({ 'certificate.certFile': 'cert.pem', 'certificate.keyFile': 'key.pem' });
    expect(codes((await planned(pem, context)).findings)).toEqual(['key-file-open warning']);
    await chmod(join(folder, 'key.pem'), 0o600);
    expect((await planned(pem, context)).findings).toEqual([]);
  });
});
