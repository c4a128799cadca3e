import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshHome } from '../../helpers/bin.ts';

const FILE = `version: 1
profiles:
  named:
    environment: sandbox
    target: { plugin: kubernetes-extension, clusterResourceGroup: rg-practice, clusterName: aks1, moveFrontEnd: true }
    domain: { kind: custom, fqdn: scores.contoso.com }
    certificate: { plugin: self-signed }
    dns: { plugin: manual }
`;

it('names the profile file in the command that goes on, where the file had to be named', { timeout: 60_000 }, async () => {
  const home = await freshHome();
  const file = join(home.folder, 'of a colleague.yaml');
  await writeFile(file, FILE, { mode: 0o600 });
  const replay = async (...flags: readonly string[]) =>
    JSON.parse((await home.run(['replay', 'named', '--config', file, '--speed', '2000', '--format', 'json', ...flags])).stdout).profiles[0];
  expect(await replay('--no-wait')).toMatchObject({ status: 'waiting', next: [expect.stringContaining(`amltls replay named --config '${file}'`)] });
  // Deployed by now; the record stays to be made by hand.
  expect(await replay('--timeout', '3s')).toMatchObject({ exitCode: 3 });
  const { waits } = JSON.parse((await home.run(['watch', '--env', 'sandbox', '--format', 'json'])).stdout);
  expect(waits).toMatchObject([{ kind: 'dns', profile: 'named', resume: `amltls watch dns named --config '${file}'` }]);
});
