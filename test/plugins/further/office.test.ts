import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { opensslPair } from '../../helpers/openssl-pair.ts';
import { project } from './project.ts';

const FQDN = 'www.contoso.com';

/** A project whose certificates come from the office, which has as many pairs as drawers. */
async function office(dns = '{ plugin: practice }') {
  const all = await project({
    plugins: ['office-certificate', 'shelf-dns'],
    install: ['office-certificate', 'shelf-dns'],
    certificate: '{ plugin: office, drawers: ./drawers, trust: ./drawers/root.pem }',
    dns: { one: dns },
  });
  const fingerprints: string[] = [];
  const roots: string[] = [];
  for (const drawer of ['1', '2', '3']) {
    const folder = join(all.folder, 'drawers', drawer);
    await mkdir(folder, { recursive: true });
    const { fingerprint, trustFile } = await opensslPair(folder, FQDN);
    fingerprints.push(fingerprint);
    roots.push(await readFile(trustFile, 'utf8'));
  }
  await writeFile(join(all.folder, 'drawers/root.pem'), roots.join(''));
  expect((await all.run(['plugin', 'trust', 'office-certificate', '--yes'])).code).toBe(0);
  const openFile = join(all.folder, 'drawers/open.json');
  return {
    ...all,
    fingerprints,
    drawer: async () => (JSON.parse(await readFile(openFile, 'utf8')) as { drawer: number }).drawer,
    /** The office says from when it wants this one renewed. */
    want: async (drawer: number, renewFrom: number) => writeFile(openFile, JSON.stringify({ drawer, renewFrom })),
    async amltls(...args: string[]) {
      const { stdout, code } = await all.run([...args, '--format', 'json']);
      return { code, document: JSON.parse(stdout) };
    },
  };
}

describe('a certificate source of somebody else', () => {
  it('proves names by the DNS plugin of the profile, says when it wants to renew, and gets the next one where somebody insists', {
    timeout: 90_000,
  }, async () => {
    const { amltls, drawer, want, fingerprints, run } = await office();
    const replayed = await run(['replay', 'one', '--format', 'ndjson']);
    expect([replayed.code, replayed.stdout]).toEqual([0, expect.stringContaining('Drawer 1 is open.')]);
    expect(await drawer()).toBe(1);
    const served = async () => (await amltls('check', 'one')).document.endpoints[0].served.fingerprintSha256;
    expect(await served()).toBe(fingerprints[0]);

    // By its lifetime it would not be due for months.
    expect((await amltls('renew', 'one', '--due')).document.profiles).toMatchObject([{ status: 'unchanged' }]);
    await want(1, Date.now() - 86_400_000);
    expect((await amltls('renew', 'one', '--due')).document.profiles).toMatchObject([{ status: 'done' }]);
    expect([await drawer(), await served()]).toEqual([2, fingerprints[1]]);

    await want(2, Date.now() + 365 * 86_400_000);
    expect((await amltls('renew', 'one', '--due')).document.profiles).toMatchObject([{ status: 'unchanged' }]);
    expect((await amltls('renew', 'one', '--even-if-early')).document.profiles).toMatchObject([{ status: 'done' }]);
    expect([await drawer(), await served()]).toEqual([3, fingerprints[2]]);
  });

  it('takes its proof away again, and leaves none where the DNS plugin is somebody else’s too', { timeout: 60_000 }, async () => {
    const { run, folder } = await office('{ plugin: shelf, shelfFile: ./shelf.json }');
    expect((await run(['plugin', 'trust', 'shelf-dns', '--yes'])).code).toBe(0);
    const { code, stdout } = await run(['replay', 'one', '--format', 'ndjson']);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/Off the shelf\.[\s\S]*Drawer 1 is open\./)]);
    expect(JSON.parse(await readFile(join(folder, 'shelf.json'), 'utf8'))).toMatchObject([{ name: FQDN, type: 'A' }]);
  });
});
