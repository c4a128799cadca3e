import { createPrivateKey, X509Certificate } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CertificatePlugin, Change, ChangeEvent, Context, Json } from '../../src/core/contracts/index.ts';

export interface CertificateSubject {
  /** A context in which the plugin has, or can make, a sound certificate for `names`. */
  readonly context: Context;
  readonly names: readonly string[];
  /** Path → content of everything the plugin may have written. */
  files(): Readonly<Record<string, string>>;
}

/** What every certificate plugin has to be. */
export function certificateContract(plugin: CertificatePlugin, open: () => Promise<CertificateSubject>): void {
  describe(`certificate plugin ${plugin.id}`, () => {
    it('is what it says it is', async () => {
      const { context } = await open();
      expect(plugin).toMatchObject({ api: 1, kind: 'certificate', id: expect.stringMatching(/^[a-z][a-z0-9-]*$/) });
      expect(plugin.questions.every(({ key }) => key.startsWith('certificate.'))).toBe(true);
      expect(await plugin.ready?.(context)).toBeUndefined();
    });

    it('asks nothing advanced that it cannot do without', () => {
      for (const question of plugin.questions.filter(({ advanced }) => advanced === true)) {
        expect(question.optional === true || (question.defaulted === true && question.initial !== undefined), question.key).toBe(true);
      }
    });

    it('changes nothing by planning, and plans the same twice', async () => {
      const subject = await open();
      const before = subject.files();
      const [first, second] = [await plugin.plan(subject.names, subject.context), await plugin.plan(subject.names, subject.context)];
      expect(subject.files()).toEqual(before);
      expect(JSON.stringify(first)).toBe(JSON.stringify(second));
      expect(first.changes.every(({ step, id }) => step === 'certificate' && id.startsWith('certificate:'))).toBe(true);
      expect(first.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    });

    it('makes what it announced and writes over nothing, and then has a bundle and nothing to do', async () => {
      const subject = await open();
      const before = subject.files();
      await makeAll(plugin, subject);
      expect(subject.files()).toMatchObject(before);
      const after = subject.files();
      const { bundle, changes } = await plugin.plan(subject.names, subject.context);
      expect(bundle).toBeDefined();
      expect(changes.filter(({ effect }) => effect !== 'none')).toEqual([]);
      expect(subject.files()).toEqual(after);
    });

    it('hands over a bundle that is true', async () => {
      const subject = await open();
      await makeAll(plugin, subject);
      const { bundle } = await plugin.plan(subject.names, subject.context);
      const leaf = new X509Certificate(bundle?.chainPem ?? '');
      expect(bundle).toMatchObject({
        fingerprintSha256: leaf.fingerprint256.replaceAll(':', '').toLowerCase(),
        notBefore: leaf.validFromDate.toISOString(),
        notAfter: leaf.validToDate.toISOString(),
      });
      for (const name of subject.names) expect(leaf.checkHost(name)).toBeDefined();
      expect(leaf.validToDate.getTime()).toBeGreaterThan(subject.context.env.clock.now());
      expect(bundle?.chainPem).not.toMatch(/PRIVATE/);
      for (const file of Object.values(bundle?.files ?? {})) expect(isAbsolute(file)).toBe(true);
    });

    it('refers to the key, which fits when it is resolved', async () => {
      const subject = await open();
      await makeAll(plugin, subject);
      const { bundle } = await plugin.plan(subject.names, subject.context);
      if (bundle === undefined) throw new Error('no bundle');
      const key = createPrivateKey(await subject.context.env.secrets.resolve(bundle.key, subject.context.signal));
      expect(new X509Certificate(bundle.chainPem).checkPrivateKey(key)).toBe(true);
    });

    it('lets no part of a key into plans, events or receipts', async () => {
      const subject = await open();
      const first = await plugin.plan(subject.names, subject.context);
      const made = await makeAll(plugin, subject);
      const told = JSON.stringify([first, made, await plugin.plan(subject.names, subject.context)]);
      const secrets = Object.values(subject.files()).flatMap((content) =>
        [...content.matchAll(/PRIVATE KEY-----\s+([\s\S]+?)\s+-----END/gu)].map(([, body = '']) => body.split(/\s+/u)),
      );
      expect(secrets.length).toBeGreaterThan(0);
      expect(secrets.flat().filter((line) => line.length > 20 && told.includes(line))).toEqual([]);
    });

    it('gives receipts that a journal can keep', async () => {
      const subject = await open();
      for (const { receipt } of await makeAll(plugin, subject)) expect(JSON.parse(JSON.stringify(receipt))).toEqual(receipt);
    });

    it('stops where the certificate does not cover the name, and says what to do', async () => {
      const subject = await open();
      await makeAll(plugin, subject);
      const { bundle } = await plugin.plan(subject.names, subject.context);
      const answers = { ...subject.context.answers, ...(bundle?.files === undefined ? {} : fileAnswers(bundle.files)) };
      const paths = { ...subject.context.paths, resolve: (path: string) => path };
      const { findings } = await plugin.plan(['elsewhere.example'], { ...subject.context, answers, paths });
      const finding = findings.find(({ code }) => code === 'name-not-covered');
      expect(finding?.severity).toBe('error');
      expect(finding?.next.length).toBeGreaterThan(0);
    });
  });
}

const fileAnswers = ({ cert, key }: { cert: string; key: string }) => ({ 'certificate.certFile': cert, 'certificate.keyFile': key });

async function makeAll(plugin: CertificatePlugin, { names, context }: CertificateSubject): Promise<{ events: ChangeEvent[]; receipt: Json }[]> {
  const { changes } = await plugin.plan(names, context);
  return await Promise.all(changes.map((change) => applied(change, context)));
}

async function applied(change: Change, context: Context): Promise<{ events: ChangeEvent[]; receipt: Json }> {
  const events: ChangeEvent[] = [];
  const running = change.apply(context);
  for (;;) {
    const next = await running.next();
    if (next.done === true) return { events, receipt: next.value };
    events.push(next.value);
  }
}
