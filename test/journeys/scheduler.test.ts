import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshHome } from '../helpers/bin.ts';
import { startSandboxBin } from '../helpers/sandbox-bin.ts';

const SEED = {
  clusters: [{ name: 'c1' }],
  computes: [{ name: 'micro', cluster: 'c1', tls: { kind: 'microsoft', leafDomainLabel: 'contoso', daysLeft: 20 } }],
  services: [{ kind: 'aks', name: 's1', compute: 'micro' }],
};
const hook = [process.execPath, './tell.cjs'];
const FILE = {
  version: 1,
  hooks: { onFailure: [{ command: hook }], onSuccess: [{ command: hook }], notRunDays: 2 },
  profiles: {
    micro: {
      environment: 'sandbox',
      target: { plugin: 'aks-attach', computeName: 'micro', clusterResourceGroup: 'rg-practice', clusterName: 'c1' },
      domain: { kind: 'microsoft', leafDomainLabel: 'contoso' },
    },
  },
};

it('a scheduler asks for a renewal once, takes it up in later runs, and somebody is told', async () => {
  const home = await freshHome();
  await writeFile(join(home.folder, 'seed.json'), JSON.stringify(SEED));
  await writeFile(join(home.folder, 'amltls.config.json'), JSON.stringify(FILE), { mode: 0o600 });
  await writeFile(join(home.folder, 'tell.cjs'), "require('fs').appendFileSync('told.ndjson', require('fs').readFileSync(0, 'utf8'))\n");
  const sandbox = await startSandboxBin(home, ['--speed', '600', '--seed', join(home.folder, 'seed.json')]);
  const json = async (...args: readonly string[]) => {
    const { code, stdout } = await home.run([...args, '--format', 'json']);
    return { code, ...JSON.parse(stdout) };
  };

  expect(await json('profile', 'trust', '--yes')).toMatchObject({ code: 0 });
  expect(await json('check', '--all')).toMatchObject({ code: 3, endpoints: [{ profile: 'micro', daysLeft: 19, findings: [{ code: 'expires-soon' }] }] });
  const unit = await json('schedule', 'micro', '--for', 'cron');
  expect(unit.files[0].content).toContain('renew --due micro --no-wait');

  expect(await json('renew', '--due', '--no-wait', '--changed-exit-code', '7')).toMatchObject({ code: 7, status: 'waiting' });
  // The service takes minutes to accept it; then only the hours are left.
  await sandbox.control('POST', '/clock', { advanceSeconds: 1800 });
  expect(await json('renew', '--due', '--no-wait')).toMatchObject({ code: 0, status: 'waiting' });
  expect(await json('renew', '--due', '--no-wait', '--waiting-exit-code', '8')).toMatchObject({ code: 8, status: 'waiting', changed: false });
  await sandbox.control('POST', '/clock', { advanceSeconds: 6 * 3600 });
  expect(await json('renew', '--due', '--no-wait', '--changed-exit-code', '7')).toMatchObject({ code: 7, status: 'done' });
  expect(await json('renew', '--due', '--no-wait')).toMatchObject({ code: 0, status: 'unchanged' });
  expect((await sandbox.changes()).filter(({ method }) => method === 'PUT')).toHaveLength(1);
  expect(await json('check', '--all')).toMatchObject({ code: 0 });

  const told = (await readFile(join(home.folder, 'told.ndjson'), 'utf8')).trimEnd().split('\n');
  expect(told.map((line) => JSON.parse(line))).toMatchObject([{ event: 'success', profile: 'micro', status: 'done' }]);
  const { file } = await json('report');
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  const bundle = await readFile(file, 'utf8');
  expect(JSON.parse(bundle)).toMatchObject({
    configuration: { profiles: { micro: {} } },
    practiceRecords: [{ journal: expect.arrayContaining([expect.anything()]) }],
  });
  expect(bundle).not.toContain(sandbox.info.token);
});
