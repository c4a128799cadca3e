import { execFile } from 'node:child_process';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { anchorsIn } from '../../../../src/core/certificates/anchor.ts';
import { keptRoots } from '../../../../src/plugins/shared/net/kept-roots.ts';
import { clientRoots, publicRoots } from '../../../../src/plugins/shared/net/roots.ts';
import { tempFolder } from '../../../helpers/temp-folder.ts';
import { testCa } from '../../../helpers/test-ca.ts';

const ders = (pems: readonly string[]) => new Set(pems.flatMap(anchorsIn).map((der) => der.toString('base64')));
const run = promisify(execFile);
const MODULE = join(import.meta.dirname, '../../../../src/plugins/shared/net/kept-roots.ts');

describe('kept roots', () => {
  it('are those of node, from the file as from node itself, in a file of the user alone', async () => {
    const folder = join(await tempFolder(), 'roots');
    for (const roots of [keptRoots(folder), keptRoots(folder)]) {
      expect(ders(roots.bundled())).toEqual(ders(publicRoots()));
      expect(ders(roots.client())).toEqual(ders(clientRoots()));
      expect(roots.client()).toBe(roots.client());
    }
    const [file = '', ...more] = await readdir(folder);
    expect(more).toEqual([]);
    expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
  });

  it('load no TLS once they are kept, and hold what NODE_EXTRA_CA_CERTS adds', async () => {
    const folder = join(await tempFolder(), 'roots');
    const extra = join(await tempFolder(), 'extra.pem');
    await writeFile(extra, (await testCa()).root.certPem);
    const script = `import { keptRoots } from ${JSON.stringify(MODULE)};
      console.log(JSON.stringify([keptRoots(process.argv[1]).client().length, process.moduleLoadList.includes('NativeModule tls')]));`;
    const counted = async (env: NodeJS.ProcessEnv) => {
      const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script, folder], { env: { ...process.env, ...env } });
      return JSON.parse(stdout) as [number, boolean];
    };
    const [first] = await counted({ NODE_EXTRA_CA_CERTS: '' });
    expect(await counted({ NODE_EXTRA_CA_CERTS: '' })).toEqual([first, false]);
    expect(await counted({ NODE_EXTRA_CA_CERTS: extra })).toEqual([first + 1, false]);
    expect(await counted({ NODE_EXTRA_CA_CERTS: '/nowhere.pem' })).toEqual([first, false]);
    expect((await counted({ NODE_EXTRA_CA_CERTS: '', NODE_USE_SYSTEM_CA: '1' }))[1]).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('are not taken from a file that others can write to, nor from a damaged one', async () => {
    const folder = join(await tempFolder(), 'roots');
    keptRoots(folder).bundled();
    const file = join(folder, (await readdir(folder))[0] ?? '');
    for (const [text, mode] of [
      ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'.repeat(3), 0o666],
      ['', 0o600],
    ] as const) {
      await writeFile(file, text);
      await chmod(file, mode);
      expect(ders(keptRoots(folder).bundled())).toEqual(ders(publicRoots()));
      expect((await readFile(file, 'utf8')).length).toBeGreaterThan(100_000);
    }
  });
});
