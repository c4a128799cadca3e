import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN } from '../../helpers/bin.ts';
import { createPlace, type Place } from '../fake-host.ts';

const PROFILES = `version: 1
profiles:
  contoso:
    target: { plugin: aci, serviceName: scorer }
    domain: { kind: custom, fqdn: www.contoso.com }
    certificate: { plugin: pem, certFile: ./cert.pem, keyFile: ./key.pem }
  contoso-ms:
    target: { plugin: aks-provision, computeName: aks }
    domain: { kind: microsoft, leafDomainLabel: contoso }
`;

let place: Place;
beforeAll(async () => {
  place = await createPlace();
  await mkdir(join(place.cwd, 'other'));
  await writeFile(join(place.cwd, 'amltls.config.yaml'), PROFILES, { mode: 0o600 });
  await writeFile(join(place.cwd, 'other', 'mine.yaml'), PROFILES.replaceAll('contoso', 'fabrikam'), { mode: 0o600 });
});
afterAll(() => place[Symbol.asyncDispose]());

async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const { code, out, err } = await place.run(['__complete', '--', ...words]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out.split('\n').filter((line) => line !== '');
}

const wordsOf = (lines: readonly string[]) => lines.map((line) => line.split('\t')[0]);

describe('what a shell is offered', () => {
  it.each([
    [['rep'], ['replay', 'report']],
    [['profile', 'va'], ['validate']],
    [['replay', '--chan'], ['--changed-exit-code']],
    [['--fo'], ['--format']],
    [
      ['--format', ''],
      ['text', 'json', 'ndjson'],
    ],
    [['check', '--format=js'], ['--format=json']],
    // As bash cuts it.
    [['check', '--format', '=', 'js'], ['json']],
    [
      ['check', '--format', '='],
      ['text', 'json', 'ndjson'],
    ],
    [
      ['watch', ''],
      ['renewal', 'dns', 'certificate'],
    ],
    [
      ['watch', 'dns', ''],
      ['contoso', 'contoso-ms'],
    ],
    [['plugin', 'new', 'd'], ['dns']],
    [['schedule', '--for', 'cr'], ['cron']],
    [['explain', 'key-mis'], ['key-mismatch']],
    [
      ['learn', 're'],
      ['renewal', 'request'],
    ],
    // A profile that stands there already is not wanted again.
    [['replay', 'contoso', ''], ['contoso-ms']],
    [
      ['profile', 'rename', ''],
      ['contoso', 'contoso-ms'],
    ],
    // A new name, a file: the shell knows better.
    [['profile', 'rename', 'contoso', ''], []],
    [['cert', 'lint', ''], []],
    [['--config', ''], []],
    [['no', 'such', ''], []],
  ])('%j: %j', async (words, expected) => {
    expect(wordsOf(await offered(...words))).toEqual(expected);
  });

  it('says what a word is, in the language of the user', async () => {
    expect(await offered('replay', 'contoso')).toEqual(['contoso\twww.contoso.com', 'contoso-ms\tcontoso']);
    expect(await offered('--lang', 'ja', 'repl')).toEqual([expect.stringMatching(/^replay\t.*プロファイル/)]);
  });

  it('takes the profiles of the file that the line names', async () => {
    expect(wordsOf(await offered('--config', 'other/mine.yaml', 'renew', ''))).toEqual(['fabrikam', 'fabrikam-ms']);
    expect(await offered('--config', 'no-such.yaml', 'renew', '')).toEqual([]);
  });

  it('hides what is not for people', async () => {
    expect(wordsOf(await offered(''))).not.toEqual(expect.arrayContaining(['gallery']));
  });
});

describe('the scripts', () => {
  it.each(['bash', 'zsh', 'fish', 'pwsh'])('%s asks the program', async (shell) => {
    const { code, out } = await place.run(['completion', shell]);
    expect(code).toBe(0);
    expect(out).toContain('amltls __complete -- ');
  });

  it('bash completes with it', async () => {
    const script = `amltls() { "$NODE" "$BIN" "$@"; }
eval "$(amltls completion bash)"
COMP_WORDS=(amltls replay contoso-) COMP_CWORD=2
_amltls
printf '%s\\n' "\${COMPREPLY[@]}"`;
    const env = { PATH: process.env['PATH'], HOME: place.home, NODE: process.execPath, BIN };
    const { stdout } = await promisify(execFile)('bash', ['--norc', '-c', script], { cwd: place.cwd, env });
    expect(stdout).toBe('contoso-ms\n');
  });
});
