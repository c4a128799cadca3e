import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answers, Change, ChangeEvent } from '../../../../src/core/contracts/index.ts';
import csr from '../../../../src/plugins/certificates/csr/index.ts';
import { runChange } from '../../../../src/testing/run-change.ts';
import { issue, issueChain, openssl, signRequest } from '../../../helpers/openssl.ts';
import { codes, type Desk, desk, stopped } from '../setup.ts';

const pki = issueChain();
const names = ['www.contoso.com'];
const ANSWERS = { 'certificate.keyType': 'ecdsa-p256', 'certificate.folder': 'certs', 'certificate.returned': 'inbox' };

async function world(answers: Answers = {}, options: { at?: number } = {}) {
  const opened = await desk({ roots: [pki.root.certPem], ...options });
  await mkdir(join(opened.folder, 'inbox'));
  return { ...opened, context: opened.answered({ ...ANSWERS, ...answers }) };
}

const changesOf = async ({ context }: Pick<Desk, 'context'>) => (await csr.plan(names, context)).changes;

async function requested(at: Desk) {
  const [request] = await changesOf(at);
  if (request === undefined) throw new Error('no change');
  const { receipt } = await runChange(request, at.context);
  const { keyFile, requestFile } = receipt as { keyFile: string; requestFile: string };
  return { keyFile, requestFile, request: readFileSync(requestFile, 'utf8'), order: (await changesOf(at))[0] as Change };
}

/** Runs the wait; each time it waits, the next thing arrives. */
async function awaited(change: Change, { context }: Desk, arrivals: (() => Promise<unknown>)[]) {
  const seen: ChangeEvent[] = [];
  const result = await runChange(change, context, async (event) => {
    seen.push(event);
    if (event.type === 'wait') await arrivals.shift()?.();
  });
  const waits = seen.flatMap((event) => (event.type === 'wait' ? [event] : []));
  return { ...result, waits, words: waits.map(({ seen: text }) => (typeof text === 'object' ? text.en : text)) };
}

describe('the request', () => {
  it('asks for the names alone, with a key that nobody else can read', async () => {
    const at = await world({ 'certificate.extraNames': ['api.contoso.com', '*.ml.contoso.com'] });
    const { keyFile, requestFile } = await requested(at);
    const text = openssl(['req', '-in', requestFile, '-noout', '-text', '-verify']).toString();
    expect(text).toContain('DNS:www.contoso.com, DNS:api.contoso.com, DNS:*.ml.contoso.com');
    expect(text).toMatch(/Subject:\s*\n/);
    if (process.platform !== 'win32') expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['rsa-3072', /Public-Key: \(3072 bit\)/],
    ['ecdsa-p384', /ASN1 OID: secp384r1/],
  ])('with %s and a subject where a CA wants one', async (keyType, shown) => {
    const at = await world({ 'certificate.keyType': keyType, 'certificate.subject': 'CN=www.contoso.com, O=Contoso, C=JP' });
    const { requestFile } = await requested(at);
    const text = openssl(['req', '-in', requestFile, '-noout', '-text', '-verify']).toString();
    expect(text).toMatch(shown);
    expect(text).toMatch(/Subject: CN ?= ?www\.contoso\.com, O ?= ?Contoso, C ?= ?JP/);
  });

  it('is not made where its folder cannot be written', async () => {
    const at = await world();
    await at.put('file', 'in the way');
    const { code } = await stopped(csr.plan(names, at.answered({ ...ANSWERS, 'certificate.folder': 'file/certs' })));
    expect(code).toBe('file-not-writable');
    expect(Object.keys(at.files())).toHaveLength(1);
  });

  it('is taken up by the next run, never made twice; another wish gets another key', async () => {
    const at = await world();
    const { keyFile } = await requested(at);
    const key = readFileSync(keyFile, 'utf8');
    expect((await changesOf(at)).map(({ id }) => id)).toEqual(['certificate:csr-answer']);
    const other = at.answered({ ...ANSWERS, 'certificate.extraNames': ['api.contoso.com'] });
    const [again] = (await csr.plan(names, other)).changes;
    expect(again?.id).toBe('certificate:csr-request');
    const receipt = (await runChange(again as Change, other)).receipt as { keyFile: string };
    expect(receipt.keyFile).not.toBe(keyFile);
    expect(readFileSync(keyFile, 'utf8')).toBe(key);
  });

  it('goes on with a key that a crash left without its request', async () => {
    const at = await world();
    const { keyFile, requestFile } = await requested(at);
    await at.context.env.files.remove(requestFile);
    await at.context.env.files.remove(join(dirname(keyFile), 'order.json'));
    expect((await requested(at)).keyFile).toBe(keyFile);
  });
});

describe('the answer', () => {
  it('is waited for by hand, with what to order and the request to copy', async () => {
    const at = await world();
    const { order, request } = await requested(at);
    const { events, waits } = await awaited(order, at, [() => at.put('inbox/chain.pem', signRequest(request, pki.issuing) + pki.issuing.certPem)]);
    const told = events.find((event) => event.type === 'instruct');
    expect(order.effect).toBe('by-hand');
    expect(told).toMatchObject({ copy: request });
    expect(JSON.stringify(events)).not.toContain('PRIVATE');
    expect(waits).toHaveLength(1);
    expect(waits[0]).toMatchObject({ byHand: true });
  });

  it('is put in order and into use, root left out, whatever the CA sent and in how many files', async () => {
    const at = await world();
    const { order, request } = await requested(at);
    const leaf = signRequest(request, pki.issuing);
    const { receipt } = await awaited(order, at, [
      () => at.put('inbox/ca-bundle.crt', pki.root.certPem + pki.issuing.certPem),
      async () => writeFile(join(at.folder, 'inbox', 'www.cer'), new X509Certificate(leaf).raw),
    ]);
    const { bundle, findings, changes } = await csr.plan(names, at.context);
    expect([codes(findings), changes]).toEqual([[], []]);
    expect(bundle?.chainPem.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    expect(receipt).toMatchObject({ fingerprintSha256: bundle?.fingerprintSha256, certFile: bundle?.files?.cert });
  });

  it('says what is wrong with what arrived and goes on waiting', async () => {
    const at = await world();
    const { order, request } = await requested(at);
    const leaf = signRequest(request, pki.issuing);
    const { words } = await awaited(order, at, [
      () => at.put('inbox/a.pem', 'not a certificate'),
      () => at.put('inbox/b.pem', issue({ commonName: names[0] ?? '', issuer: pki.issuing }).certPem),
      () => at.put('inbox/c.pem', leaf),
      () => at.put('inbox/d.pem', pki.issuing.certPem),
    ]);
    expect(words).toEqual(['nothing yet in {path}', 'no certificate in {path}', 'what is in {path} belongs to another key', expect.stringContaining('issuer')]);
  });

  it('may be one file that is named', async () => {
    const at = await world({ 'certificate.returned': 'answer.pem' });
    const { order, request } = await requested(at);
    await awaited(order, at, [() => at.put('answer.pem', signRequest(request, pki.issuing) + pki.issuing.certPem)]);
    expect((await csr.plan(names, at.context)).bundle?.names).toEqual(names);
  });
});

describe('the next one', () => {
  it('is requested with a new key when a third of the life is left; the present pair stays in use until then', async () => {
    const at = await world();
    const { order, request } = await requested(at);
    await awaited(order, at, [() => at.put('inbox/chain.pem', signRequest(request, pki.issuing, 90) + pki.issuing.certPem)]);
    const first = (await csr.plan(names, at.context)).bundle;
    await at.context.env.clock.sleep(61 * 86_400_000, at.context.signal);
    const plan = await csr.plan(names, at.context);
    expect([plan.bundle, plan.changes.map(({ id }) => id)]).toEqual([undefined, ['certificate:csr-request', 'certificate:csr-answer']]);
    const next = await requested(at);
    await awaited(next.order, at, [() => at.put('inbox/next.pem', signRequest(next.request, pki.issuing, 365) + pki.issuing.certPem)]);
    const second = (await csr.plan(names, at.context)).bundle;
    expect(second?.files?.key).toBe(next.keyFile);
    expect(readFileSync(first?.files?.key ?? '', 'utf8')).toContain('PRIVATE KEY');
  });
});
