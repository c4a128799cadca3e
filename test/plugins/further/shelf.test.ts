import { appendFile, chmod, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { project } from './project.ts';

const TOKEN = 'tok-4f8b-of-the-shelf';
const shelf = () =>
  project({ plugins: ['shelf-dns'], install: ['shelf-dns'], dns: { one: '{ plugin: shelf, shelfFile: ./shelf.json, tokenVariable: AMLTLS_SHELF }' } });

describe('a plugin from npm, used by the built bin', () => {
  it('is listed and not run, refused where it is needed, shown, trusted, and then does its work', async () => {
    const { run, folder, allFiles } = await shelf();
    const listed = await run(['plugin', 'list', '--format', 'json']);
    expect(listed.code).toBe(0);
    const untrusted = JSON.parse(listed.stdout).plugins.at(-1);
    expect(untrusted).toMatchObject({ kind: null, version: '1.2.3', spec: 'shelf-dns', ready: false, reason: { code: 'plugin-untrusted' } });

    for (const command of ['plan', 'replay']) {
      const refused = await run([command, 'one']);
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain('amltls plugin trust shelf-dns');
    }

    const shown = await run(['plugin', 'trust', 'shelf-dns']);
    expect(shown.code).toBe(2);
    expect(shown.stdout).toMatch(/[0-9a-f]{64} {2}\S+shelf-dns\/index\.js .*written by you/);
    expect(shown.stdout).toContain('lib/shelf.js');
    expect((await run(['plugin', 'list', '--format', 'json'])).stdout).toContain('plugin-untrusted');

    const trusted = await run(['plugin', 'trust', 'shelf-dns', '--yes', '--format', 'json']);
    expect(trusted.code).toBe(0);
    expect(JSON.parse(trusted.stdout)).toMatchObject({ schema: 'amltls/plugin-trust/1', kind: 'dns', id: 'shelf', version: '1.2.3' });
    expect(JSON.parse((await run(['plugin', 'list', '--format', 'json'])).stdout).plugins.at(-1)).toMatchObject({ kind: 'dns', id: 'shelf', ready: true });
    const kept = join(folder, '.state', 'amltls', 'plugins');
    expect((await stat(kept)).mode & 0o777).toBe(0o700);

    const env = { AMLTLS_SHELF: TOKEN };
    const planned = await run(['plan', 'one', '--format', 'json'], env);
    expect(planned.code).toBe(0);
    expect(JSON.parse(planned.stdout).profiles[0].steps[3].changes[0]).toMatchObject({ id: 'dns:shelf/www.contoso.com/A', effect: 'create' });
    const replayed = await run(['replay', 'one', '--log-file', 'log.txt', '--log-level', 'debug'], env);
    expect(replayed.code).toBe(0);
    expect(replayed.stderr).toContain('Writing with (secret)');
    expect(JSON.parse(await readFile(join(folder, 'shelf.json'), 'utf8'))).toMatchObject([{ name: 'www.contoso.com', type: 'A' }]);
    expect(await allFiles(() => false)).not.toContain(TOKEN);
    const again = await run(['plan', 'one', '--format', 'json'], env);
    expect(JSON.parse(again.stdout).profiles[0].pendingChanges).toBe(0);
  });

  it('needs trust again when one byte of it changes, and runs the copy that was trusted and nothing else', async () => {
    const { run, folder } = await shelf();
    await run(['plugin', 'trust', 'shelf-dns', '--yes']);
    await appendFile(join(folder, 'node_modules/shelf-dns/lib/shelf.js'), '\n// more\n');
    const refused = await run(['plan', 'one'], { AMLTLS_SHELF: TOKEN });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('has changed since it was trusted');
    expect((await run(['plugin', 'trust', 'shelf-dns', '--yes'])).code).toBe(0);
    expect((await run(['plan', 'one'], { AMLTLS_SHELF: TOKEN })).code).toBe(0);
  });

  it.skipIf(process.platform === 'win32')('is refused where others can write to it', async () => {
    const { run, folder } = await shelf();
    await chmod(join(folder, 'node_modules/shelf-dns/lib'), 0o777);
    const refused = await run(['plugin', 'trust', 'shelf-dns', '--yes']);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('shelf-dns/lib may be written by you, its group, everybody');
  });

  it('is offered by the wizard and asks its questions there; an untrusted one is told of', async () => {
    const { run, home } = await project({ plugins: ['shelf-dns'], install: ['shelf-dns'], dns: { one: '{}' } });
    const files = ['certificate.certFile=made.pem', 'certificate.keyFile=made.key'].flatMap((set) => ['--set', set]);
    const secure = (input: string) => home.run(['secure', 'one', '--plain', ...files], { input });
    const before = await secure('');
    expect(before.stderr).toContain('shelf-dns is not trusted yet');
    await run(['plugin', 'trust', 'shelf-dns', '--yes']);
    const after = await secure(`${'\n'.repeat(7)}shelf\nnot-a-file.txt\n`);
    expect(after.stdout + after.stderr).toMatch(/The shelf[\s\S]*Which file\?[\s\S]*That is no JSON file/);
  });
});
