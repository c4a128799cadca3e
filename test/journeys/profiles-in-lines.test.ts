import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { freshHome } from '../helpers/bin.ts';

const FILE = `version: 1
profiles:
  # ours
  contoso:
    environment: sandbox
    target: { plugin: aks-attach, computeName: aks-prod, clusterResourceGroup: rg-practice, clusterName: aks1 }
    domain: { kind: custom, fqdn: www.contoso.com }
    certificate: { plugin: self-signed }
    dns: { plugin: practice }
`;
const NUMBER = 'What do you want to do? Type a number:';

it('whoever reads lines changes, saves, looks at, copies, renames and removes a profile, and checks everything or any host', { timeout: 60_000 }, async () => {
  const home = await freshHome();
  const file = join(home.folder, 'amltls.config.yaml');
  await writeFile(file, FILE);
  const profiles = async () => parse(await readFile(file, 'utf8')).profiles;
  const terminal = home.open(['--plain'], { columns: 120, rows: 100 });
  let asked = 0;
  const choose = async (words: string): Promise<void> => {
    asked += 1;
    await terminal.waitFor(() => terminal.written().join('').split(NUMBER).length > asked);
    const screen = terminal.written().join('');
    const [, number] = new RegExp(String.raw`^ *(\d+)\. ${words}`, 'm').exec(screen.slice(screen.lastIndexOf('  1. '))) ?? [];
    expect(number, words).toBeDefined();
    terminal.type(`${number}\r`);
  };

  await choose('Profiles: ');
  await choose('contoso ');
  await choose('Change answers');
  await choose('Certificate, For how many days');
  await terminal.waitFor(/Enter alone means .*:\s*$/);
  terminal.type('45\r');
  await choose('Save');
  await terminal.waitFor('+ certificate.days: 45');
  await terminal.waitFor('Save this? y or n:');
  terminal.type('y\r');
  await terminal.waitFor('contoso was saved in');
  expect((await profiles()).contoso.certificate).toEqual({ plugin: 'self-signed', days: 45 });
  expect(await readFile(file, 'utf8')).toContain('# ours');

  await choose('contoso ');
  await choose('Look at its certificates');
  await terminal.waitFor(/Of the profile/);

  await choose('contoso ');
  await choose('Copy');
  await terminal.waitFor('(contoso-2)');
  terminal.type('contoso\r');
  await terminal.waitFor('There is a profile called contoso already.');
  terminal.type('\r');
  await terminal.waitFor('contoso was copied to contoso-2.');

  await choose('contoso-2 ');
  await choose('Rename');
  await terminal.waitFor('(contoso-2)');
  terminal.type('spare\r');
  await terminal.waitFor('contoso-2 is now called spare.');

  await choose('spare ');
  await choose('Remove');
  await terminal.waitFor('Remove spare from');
  terminal.type('y\r');
  await terminal.waitFor('spare was removed.');
  expect(Object.keys(await profiles())).toEqual(['contoso']);

  await choose('Back');
  await choose('Check from outside');
  await choose('Another host, by its name');
  await terminal.waitFor('with a port where that is not 443');
  terminal.type('localhost:1\r');
  await terminal.waitFor('unreachable-tcp');
  await choose('Quit');
  expect((await terminal.exited).exitCode).toBe(0);
});
