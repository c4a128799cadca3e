import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFiles } from '../../../../src/plugins/shared/local/files.ts';
import { createSecrets } from '../../../../src/plugins/shared/local/secrets.ts';
import { problemCode, temporaryFolder } from './temporary.ts';

const folder = await temporaryFolder();
const { signal } = new AbortController();
const quiet = createSecrets(createFiles(), { variables: { AMLTLS_PASS: 'word', AMLTLS_EMPTY: '' } });

describe('secrets', () => {
  it('come from variables and files at the last moment', async () => {
    const path = join(folder, 'key.pem');
    expect(await problemCode(quiet.resolve({ from: 'file', name: path }, signal))).toBe('file-missing');
    await writeFile(path, 'PEM\n');
    expect(await quiet.resolve({ from: 'file', name: path }, signal)).toBe('PEM\n');
    expect(await quiet.resolve({ from: 'env', name: 'AMLTLS_PASS' }, signal)).toBe('word');
  });

  it('say what is missing without naming a value', async () => {
    expect(await problemCode(quiet.resolve({ from: 'env', name: 'AMLTLS_EMPTY' }, signal))).toBe('secret-missing');
    expect(await problemCode(quiet.resolve({ from: 'env', name: 'toString' }, signal))).toBe('secret-missing');
    expect(await problemCode(quiet.resolve({ from: 'prompt', name: 'passphrase' }, signal))).toBe('secret-missing');
  });

  it('are asked for where somebody is there', async () => {
    const asked: string[] = [];
    const secrets = createSecrets(createFiles(), {
      variables: {},
      ask: async (what) => {
        asked.push(what);
        return 'typed';
      },
    });
    expect(await secrets.resolve({ from: 'prompt', name: 'passphrase of key.pem' }, signal)).toBe('typed');
    expect(asked).toEqual(['passphrase of key.pem']);
  });
});
