import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answers, Context, Environment, PluginKind } from '../../../src/core/contracts/index.ts';
import { confine } from '../../../src/plugins/shared/further/confine.ts';
import { knownSecrets } from '../../../src/plugins/shared/further/known-secrets.ts';
import { createFiles, createSecrets } from '../../../src/plugins/shared/local/index.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const never = new AbortController().signal;
const ANSWERS: Answers = {
  environment: 'sandbox',
  'azure.workspace': 'ws',
  'domain.fqdn': 'www.contoso.com',
  'target.computeName': 'aks',
  'certificate.keyFile': 'key.pem',
  'dns.plugin': 'mine',
  'dns.tokenFile': 'token.txt',
  'dns.tokenVariable': 'AMLTLS_TOKEN',
};

async function confined(kind: PluginKind, granted: readonly string[] = []) {
  const folder = await tempFolder();
  for (const name of ['key.pem', 'token.txt']) await writeFile(join(folder, name), `what is in ${name}`);
  const files = createFiles();
  const variables = { AMLTLS_TOKEN: 'token-of-mine', AMLTLS_OTHER: 'token-of-others' };
  const registrar = { get: async () => [], set: async () => undefined, remove: async () => undefined };
  const env = { id: 'x', files, secrets: createSecrets(files, { variables }), registrar, concerns: async () => [] } as unknown as Environment;
  const context: Context = { env, answers: ANSWERS, signal: never, profile: 'p', paths: { resolve: (path) => join(folder, path), own: join(folder, 'own') } };
  const set = new Set(granted.map((name) => `file:${join(folder, name)}`));
  return { folder, given: confine(context, { spec: 'mine', kind, id: 'mine', secrets: knownSecrets(), granted: set, contexts: new WeakMap() }) };
}

const refused = (code: string) => ({ problem: { code } });

describe('what a further plugin is handed', () => {
  it('the answers that concern it', async () => {
    const { given } = await confined('dns');
    expect(Object.keys(given.answers)).toEqual(['environment', 'azure.workspace', 'domain.fqdn', 'dns.plugin', 'dns.tokenFile', 'dns.tokenVariable']);
  });

  it('secrets that its own answers name, and no others', async () => {
    const { given, folder } = await confined('dns');
    const { secrets } = given.env;
    expect(await secrets.resolve({ from: 'env', name: 'AMLTLS_TOKEN' }, never)).toBe('token-of-mine');
    expect(await secrets.resolve({ from: 'file', name: join(folder, 'token.txt') }, never)).toBe('what is in token.txt');
    for (const ref of [
      { from: 'env', name: 'AMLTLS_OTHER' },
      { from: 'env', name: 'mine' },
      { from: 'file', name: join(folder, 'key.pem') },
      { from: 'file', name: `${given.paths.own}/../../key.pem` },
    ] as const)
      await expect(secrets.resolve(ref, never)).rejects.toMatchObject(refused('plugin-secret-refused'));
  });

  it('for a target, the key of the bundle that it deploys', async () => {
    const { given, folder } = await confined('target', ['key.pem']);
    expect(await given.env.secrets.resolve({ from: 'file', name: join(folder, 'key.pem') }, never)).toBe('what is in key.pem');
    await expect(given.env.secrets.resolve({ from: 'file', name: join(folder, 'token.txt') }, never)).rejects.toMatchObject(refused('plugin-secret-refused'));
    expect(given.env.registrar).toBeUndefined();
  });

  it('files that its own answers name, and a folder of its own; no way leads out of them', async () => {
    const { given, folder } = await confined('dns');
    const { files } = given.env;
    await files.write(join(given.paths.own, 'kept.txt'), 'mine', { mode: 0o600 });
    expect(await files.list(given.paths.own)).toEqual(['kept.txt']);
    expect(new TextDecoder().decode(await files.read(join(folder, 'token.txt')))).toBe('what is in token.txt');
    for (const path of [
      join(folder, 'key.pem'),
      `${given.paths.own}/../../../key.pem`,
      `${join(folder, 'token.txt')}/../key.pem`,
      'key.pem',
      folder,
      '/etc/passwd',
    ])
      await expect(files.read(path)).rejects.toMatchObject(refused('plugin-file-refused'));
    await expect(files.write(`${given.paths.own}x`, '', { mode: 0o600 })).rejects.toMatchObject(refused('plugin-file-refused'));
  });
});
