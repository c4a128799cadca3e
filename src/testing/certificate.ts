import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { isAbsolute } from 'node:path';
import type { CertBundle, CertificatePlugin, Context, DnsPlugin } from '../core/contracts/index.ts';
import { isJson, isWhatItSays } from './claims.ts';
import { type Applied, runChange } from './run-change.ts';
import type { Runner } from './runner.ts';

export interface CertificateSubject {
  /** A context in which the plugin has, or can make, a sound certificate for `names`. */
  readonly context: Context;
  readonly names: readonly string[];
  /** Lent to the plugin, where it proves names by records. */
  readonly dns?: DnsPlugin;
  /** Has somebody do what a by-hand change asks for; called once a change, when it has said what. */
  byHand?(): Promise<void>;
  /** Path → content of everything the plugin may have written. */
  files(): Readonly<Record<string, string>>;
}

/** What every certificate plugin has to be. */
export function certificateContract(
  { describe, it }: Pick<Runner, 'describe' | 'it'>,
  plugin: CertificatePlugin,
  open: () => Promise<CertificateSubject>,
): void {
  const test = (name: string, check: (subject: CertificateSubject) => Promise<void>) => it(name, async () => check(await open()));
  describe(`certificate plugin ${plugin.id}`, () => {
    test('is what it says it is', async ({ context }) => {
      isWhatItSays(plugin, 'certificate', 'certificate');
      assert.equal(await plugin.ready?.(context), undefined);
    });
    test('changes nothing by planning, and plans the same twice', (subject) => planTwice(plugin, subject));
    test('makes what it announced and writes over nothing, and then has a bundle and nothing to do', (subject) => makeOnce(plugin, subject));
    test('hands over a bundle that is true', (subject) => bundleIsTrue(plugin, subject));
    test('refers to the key, which fits when it is resolved', async (subject) => {
      const bundle = await madeBundle(plugin, subject);
      const key = createPrivateKey(await subject.context.env.secrets.resolve(bundle.key, subject.context.signal));
      assert.ok(new X509Certificate(bundle.chainPem).checkPrivateKey(key));
    });
    test('lets no part of a key into plans, events or receipts', (subject) => tellsNoKey(plugin, subject));
    test('gives receipts that a journal can keep', async (subject) => {
      for (const { receipt } of await makeAll(plugin, subject)) isJson(receipt);
    });
    test('never hands over a certificate that does not cover the name: gets one that does, or stops and says what to do', (subject) =>
      refusesOtherName(plugin, subject));
    test('where a person insists, leaves its bundle out exactly where a change gets the next one', (subject) => insistedOn(plugin, subject));
    if (plugin.dueFrom !== undefined) test('says only of the certificate that it hands over from when it is to be renewed', (subject) => due(plugin, subject));
  });
}

async function planTwice(plugin: CertificatePlugin, subject: CertificateSubject): Promise<void> {
  const before = subject.files();
  const [first, second] = [await planOf(plugin, subject), await planOf(plugin, subject)];
  assert.deepEqual(subject.files(), before, 'planning changed a file');
  assert.equal(JSON.stringify(first), JSON.stringify(second), 'two plans differ');
  assert.ok(first.changes.every(({ step, id }) => step === 'certificate' && id.startsWith('certificate:')));
  assert.deepEqual(
    first.findings.filter(({ severity }) => severity === 'error'),
    [],
  );
}

async function makeOnce(plugin: CertificatePlugin, subject: CertificateSubject): Promise<void> {
  const before = subject.files();
  await makeAll(plugin, subject);
  const after = subject.files();
  for (const [path, content] of Object.entries(before)) assert.equal(after[path], content, `${path} was written over`);
  const { bundle, changes } = await planOf(plugin, subject);
  assert.notEqual(bundle, undefined);
  assert.deepEqual(
    changes.filter(({ effect }) => effect !== 'none').map(({ id }) => id),
    [],
  );
  assert.deepEqual(subject.files(), after, 'planning again changed a file');
}

async function bundleIsTrue(plugin: CertificatePlugin, subject: CertificateSubject): Promise<void> {
  const bundle = await madeBundle(plugin, subject);
  const leaf = new X509Certificate(bundle.chainPem);
  assert.equal(bundle.fingerprintSha256, leaf.fingerprint256.replaceAll(':', '').toLowerCase());
  assert.equal(bundle.notBefore, leaf.validFromDate.toISOString());
  assert.equal(bundle.notAfter, leaf.validToDate.toISOString());
  for (const name of subject.names) assert.notEqual(leaf.checkHost(name), undefined, `${name} is not covered`);
  assert.ok(leaf.validToDate.getTime() > subject.context.env.clock.now(), 'it has ended');
  assert.doesNotMatch(bundle.chainPem, /PRIVATE/);
  for (const file of Object.values(bundle.files ?? {})) assert.ok(isAbsolute(file), `${file} is not absolute`);
}

const PRIVATE_KEY = /-----BEGIN ([A-Z ]*)PRIVATE KEY-----[\s\S]+?-----END \1PRIVATE KEY-----/gu;

/** The lines of a key that its public half does not tell: requests and certificates hold that one, too. */
function secretLines(pem: string): readonly string[] {
  const spki = createPublicKey(pem).export({ type: 'spki', format: 'der' });
  return pem
    .split(/\s*\n\s*/u)
    .filter((line) => !line.startsWith('-----') && line !== '')
    .filter((line) => !spki.includes(Buffer.from(line, 'base64')));
}

async function tellsNoKey(plugin: CertificatePlugin, subject: CertificateSubject): Promise<void> {
  const first = await planOf(plugin, subject);
  const made = await makeAll(plugin, subject);
  const told = JSON.stringify([first, made, await planOf(plugin, subject)]);
  const secrets = Object.values(subject.files()).flatMap((content) => [...content.matchAll(PRIVATE_KEY)].flatMap(([pem]) => secretLines(pem)));
  assert.ok(secrets.length > 0, 'files() shows no key');
  assert.ok(!secrets.some((line) => line.length > 20 && told.includes(line)), 'a part of the key is told');
}

async function refusesOtherName(plugin: CertificatePlugin, subject: CertificateSubject): Promise<void> {
  const { files } = await madeBundle(plugin, subject);
  const given = files === undefined ? {} : { 'certificate.certFile': files.cert, 'certificate.keyFile': files.key };
  const paths = { ...subject.context.paths, resolve: (path: string) => path };
  const context = { ...subject.context, answers: { ...subject.context.answers, ...given }, paths };
  const { findings, changes, bundle } = await plugin.plan(['elsewhere.example'], context, subject.dns);
  if (bundle === undefined && changes.some(({ effect }) => effect !== 'none')) return;
  const finding = findings.find(({ code }) => code === 'name-not-covered');
  assert.equal(finding?.severity, 'error');
  assert.ok((finding?.next.length ?? 0) > 0, 'says what to do');
}

async function insistedOn(plugin: CertificatePlugin, subject: CertificateSubject): Promise<void> {
  await madeBundle(plugin, subject);
  const before = subject.files();
  const { bundle, changes } = await plugin.plan(subject.names, subject.context, subject.dns, true);
  assert.deepEqual(subject.files(), before, 'planning changed a file');
  assert.equal(
    bundle === undefined,
    changes.some(({ effect }) => effect !== 'none'),
  );
}

async function due(plugin: CertificatePlugin, subject: CertificateSubject): Promise<void> {
  const { fingerprintSha256, notBefore } = await madeBundle(plugin, subject);
  const said = await plugin.dueFrom?.(subject.names, subject.context);
  if (said === undefined) return;
  assert.equal(said.fingerprintSha256, fingerprintSha256);
  assert.ok(said.from > Date.parse(notBefore), 'due before it begins');
}

async function madeBundle(plugin: CertificatePlugin, subject: CertificateSubject): Promise<CertBundle> {
  await makeAll(plugin, subject);
  const { bundle } = await planOf(plugin, subject);
  assert.ok(bundle !== undefined, 'there is no bundle');
  return bundle;
}

async function makeAll(plugin: CertificatePlugin, subject: CertificateSubject): Promise<readonly Applied[]> {
  const { changes } = await planOf(plugin, subject);
  const all: Applied[] = [];
  for (const change of changes) {
    let told = change.effect !== 'by-hand';
    all.push(
      await runChange(change, subject.context, async ({ type }) => {
        if (told || type !== 'instruct') return;
        told = true;
        await subject.byHand?.();
      }),
    );
  }
  return all;
}

const planOf = (plugin: CertificatePlugin, { names, context, dns }: CertificateSubject) => plugin.plan(names, context, dns);
