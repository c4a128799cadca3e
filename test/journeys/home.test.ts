import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshHome, type Home } from '../helpers/bin.ts';
import { chooseEntry } from '../helpers/choose-entry.ts';
import { opensslPair } from '../helpers/openssl-pair.ts';
import { startSandboxBin } from '../helpers/sandbox-bin.ts';

const LIMIT = 60_000;

/** A home with one profile, whose certificate lies beside it and is not deployed. */
async function homeWithProfile(): Promise<Home> {
  const home = await freshHome();
  const { certFile, keyFile, trustFile } = await opensslPair(home.folder, 'www.contoso.com');
  const profile = `# kept by hand
version: 1
profiles:
  contoso:
    environment: sandbox
    target: { plugin: aks-attach, computeName: aks-prod, clusterResourceGroup: rg-practice, clusterName: aks1 }
    domain: { kind: custom, fqdn: www.contoso.com }
    certificate:
      plugin: pem
      certFile: ${certFile} # the chain
      keyFile: ${keyFile}
      trust: ${trustFile}
    dns: { plugin: manual }
`;
  await writeFile(join(home.folder, 'amltls.config.yaml'), profile);
  return home;
}

describe('the home screen and the screens behind it', () => {
  it('changes language and symbols at once, says where each value comes from, and keeps them', { timeout: LIMIT }, async () => {
    const home = await freshHome();
    const terminal = home.open(['--sandbox'], { columns: 100, rows: 30, env: { AMLTLS_THEME: 'light' } });
    await chooseEntry(terminal, 'Settings');
    expect(await terminal.waitFor('AMLTLS_THEME is set and wins')).toContain('default, sees LC_ALL');
    terminal.press('Down');
    await terminal.waitFor('❯ Language');
    terminal.press('Left');
    await terminal.waitFor('❯ 言語');
    terminal.press('Esc');
    await terminal.waitFor('❯ 設定');
    terminal.type('q');
    expect((await terminal.exited).exitCode).toBe(0);
    expect(JSON.parse(await readFile(join(home.folder, '.config/amltls/settings.json'), 'utf8'))).toEqual({ language: 'ja' });
    expect((await home.run(['watch'])).stdout).toContain('待機中のものはありません');
    expect((await home.run(['watch', '--lang', 'en'])).stdout).toContain('Nothing is waited for');
  });

  it('goes on line by line when the settings say so, on the normal screen', { timeout: LIMIT }, async () => {
    const home = await freshHome();
    const terminal = home.open(['--sandbox'], { columns: 80, rows: 24 });
    await chooseEntry(terminal, 'Settings');
    await terminal.waitFor('Screen');
    for (const row of ['Language', 'Symbols', 'Screen']) {
      terminal.press('Down');
      await terminal.waitFor(`❯ ${row}`);
    }
    terminal.press('Enter');
    await terminal.waitFor('Line by line begins when you go back.');
    terminal.press('Esc');
    await terminal.waitFor('Type a number:');
    expect(terminal.onAlternateScreen()).toBe(false);
    terminal.type('4\r');
    await terminal.waitFor('4. Screen: line by line (saved)');
    terminal.type('4\r');
    await terminal.waitFor('1. full screen');
    terminal.type('1\r');
    await terminal.waitFor('begins the next time');
    terminal.type('7\r');
    await terminal.waitFor((screen) => screen.lastIndexOf('1. Secure a web service') > screen.indexOf('begins the next time'));
    terminal.type('5\r');
    expect((await terminal.exited).exitCode).toBe(0);
    expect(JSON.parse(await readFile(join(home.folder, '.config/amltls/settings.json'), 'utf8'))).toEqual({});
  });

  it('looks at a host without any profile', { timeout: LIMIT }, async () => {
    const home = await freshHome();
    const terminal = home.open(['--sandbox'], { columns: 40, rows: 20 });
    await chooseEntry(terminal, 'Check from outside');
    await terminal.waitFor('a add a host');
    terminal.type('a');
    await terminal.waitFor('Which host?');
    terminal.type('not a host');
    terminal.press('Enter');
    await terminal.waitFor('not a host is no host name.');
    terminal.press('CtrlU');
    await terminal.waitFor((screen) => !screen.includes('❯ not a host'));
    terminal.type('nobody.contoso.com');
    await terminal.waitFor('nobody.contoso.com');
    terminal.press('Enter');
    await terminal.waitFor('1 looked at: 1 with errors');
    terminal.press('Esc');
    await terminal.waitFor('❯ Check from outside');
    terminal.type('q');
    expect((await terminal.exited).exitCode).toBe(0);
  });

  it('looks at all profiles, at one, at a finding at length, and at the certificates', { timeout: LIMIT }, async () => {
    const home = await homeWithProfile();
    const terminal = home.open(['--sandbox'], { columns: 100, rows: 30 });
    await chooseEntry(terminal, 'Check from outside');
    await terminal.waitFor('1 looked at: 1 with errors');
    terminal.press('Enter');
    await terminal.waitFor('x explain');
    terminal.type('x');
    await terminal.waitFor('How it comes about');
    terminal.resize({ columns: 40, rows: 20 });
    expect(await terminal.waitFor('more lines below')).toContain('How it comes about');
    terminal.resize({ columns: 100, rows: 30 });
    terminal.press('Esc');
    await terminal.waitFor('x explain');
    terminal.type('v');
    await terminal.waitFor('Served now');
    terminal.press('Right');
    await terminal.waitFor((screen) => screen.includes('❯ www.contoso.com') && screen.includes('SPKI pin'));
    terminal.press('Esc');
    await terminal.waitFor('x explain');
    terminal.type('r');
    await terminal.waitFor('still on its way');
    await terminal.waitFor('x explain');
    terminal.press('CtrlC');
    expect((await terminal.exited).exitCode).toBe(130);
    expect(terminal.onAlternateScreen()).toBe(false);
  });
});

describe('the profile editor', () => {
  it('changes one answer with what is saved as the default, shows the difference, and keeps comments', { timeout: LIMIT }, async () => {
    const home = await homeWithProfile();
    const file = join(home.folder, 'amltls.config.yaml');
    const before = await readFile(file, 'utf8');
    const terminal = home.open(['--sandbox'], { columns: 80, rows: 24 });
    await chooseEntry(terminal, 'Profiles');
    await terminal.waitFor('❯ contoso');
    terminal.press('Enter');
    await terminal.waitFor('Answers of contoso');
    terminal.press('Down');
    await terminal.waitFor('domain.fqdn');
    terminal.press('Enter');
    // Back changes nothing and leads to the list.
    await terminal.waitFor('question 2');
    terminal.press('Esc');
    await terminal.waitFor('Answers of contoso');
    terminal.press('Enter');
    await terminal.waitFor('question 2');
    terminal.press('CtrlU');
    await terminal.waitFor((screen) => !screen.includes('❯ www.contoso.com'));
    terminal.type('api.contoso.com');
    terminal.press('Enter');
    await terminal.waitFor('Answers of contoso');
    terminal.type('s');
    await terminal.waitFor((screen) => screen.includes('- domain.fqdn: www.contoso.com') && screen.includes('+ domain.fqdn: api.contoso.com'));
    expect(await readFile(file, 'utf8')).toBe(before);
    terminal.press('Enter');
    await terminal.waitFor('contoso was saved');
    expect(await readFile(file, 'utf8')).toBe(before.replace('fqdn: www.contoso.com', 'fqdn: api.contoso.com'));

    terminal.type('c');
    await terminal.waitFor('Copy contoso');
    terminal.press('Enter');
    await terminal.waitFor('contoso was copied to contoso-2.');
    terminal.type('n');
    await terminal.waitFor('Rename contoso');
    terminal.type('-2');
    terminal.press('Enter');
    await terminal.waitFor('There is a profile called contoso-2 already.');
    terminal.press('Esc');
    await terminal.waitFor('❯ contoso ');
    terminal.type('d');
    await terminal.waitFor('Remove contoso from');
    terminal.type('y');
    await terminal.waitFor('❯ Yes');
    terminal.press('Enter');
    await terminal.waitFor('contoso was removed');
    const after = await readFile(file, 'utf8');
    expect(after).toContain('# kept by hand');
    expect(after).toContain('contoso-2:');
    expect(after).not.toContain('contoso:');
    terminal.press('CtrlC');
    expect((await terminal.exited).exitCode).toBe(130);
  });
});

it('the header says where a profile’s work happens, whatever environment the home screen is opened for', { timeout: LIMIT }, async () => {
  const home = await homeWithProfile();
  const terminal = home.open([], { columns: 80, rows: 24 });
  expect(await terminal.waitFor('What would you like to do?')).not.toContain('PRACTICE');
  await chooseEntry(terminal, 'Profiles');
  expect(await terminal.waitFor('❯ contoso')).not.toContain('PRACTICE');
  terminal.press('Enter');
  expect(await terminal.waitFor('Answers of contoso')).toContain('PRACTICE');
  terminal.press('Enter');
  expect(await terminal.waitFor('question 1')).toContain('PRACTICE');
  terminal.press('Esc');
  await terminal.waitFor('Answers of contoso');
  terminal.press('Esc');
  expect(await terminal.waitFor((screen) => screen.includes('❯ contoso') && !screen.includes('Answers of'))).not.toContain('PRACTICE');
  terminal.type('v');
  expect(await terminal.waitFor('Served now')).toContain('PRACTICE');
  terminal.press('CtrlC');
  expect((await terminal.exited).exitCode).toBe(130);
});

describe('the open waits', () => {
  it('show a renewal that was left, take it up, and can be left again', { timeout: LIMIT }, async () => {
    const home = await freshHome();
    const target = 'target: { plugin: aks-attach, computeName: aks-prod, clusterResourceGroup: rg-practice, clusterName: aks1 }';
    const profile = `environment: sandbox\n    ${target}\n    domain: { kind: microsoft, leafDomainLabel: contoso }`;
    await writeFile(join(home.folder, 'amltls.config.yaml'), `version: 1\nprofiles:\n  mine:\n    ${profile}\n`);
    // Slow enough that the renewal is still going on when it is looked at.
    await startSandboxBin(home, ['--speed', '150']);
    expect((await home.run(['replay', 'mine'])).code).toBe(0);
    expect((await home.run(['renew', 'mine', '--even-if-early', '--no-wait'])).code).toBe(0);
    const terminal = home.open(['--sandbox'], { columns: 100, rows: 30 });
    await terminal.waitFor('Open waits: 1');
    await chooseEntry(terminal, 'Open waits');
    expect(await terminal.waitFor('nobody at the moment')).toContain('amltls watch renewal');
    terminal.press('Enter');
    await terminal.waitFor('leave it waiting');
    terminal.type('q');
    await terminal.waitFor('Press Enter for the home screen.');
    terminal.press('Enter');
    await terminal.waitFor('What would you like to do?');
    terminal.type('q');
    expect((await terminal.exited).exitCode).toBe(0);
  });
});

describe('the certificate over a question of the wizard', () => {
  it('is the chain that the answers name, judged, and gives the question back as it was', { timeout: LIMIT }, async () => {
    const home = await freshHome();
    const { certFile, keyFile } = await opensslPair(home.folder, 'www.contoso.com');
    const answers = [
      'domain.kind=custom',
      'domain.fqdn=www.contoso.com',
      'certificate.plugin=pem',
      `certificate.certFile=${certFile}`,
      `certificate.keyFile=${keyFile}`,
    ];
    const terminal = home.open(['secure', '--sandbox', ...answers.flatMap((answer) => ['--set', answer])], { columns: 80, rows: 24 });
    // The switch of the certificate's further options, then the workspace.
    await terminal.waitFor('v certificate');
    terminal.type('v');
    await terminal.waitFor((screen) => screen.includes('To be deployed') && screen.includes('Contoso issuing CA'));
    expect(terminal.screen()).toContain('Findings');
    expect(terminal.screen()).not.toContain('Contoso root ');
    terminal.press('Esc');
    await terminal.waitFor('Set more options of this step?');
    terminal.press('Enter');
    await terminal.waitFor('Which subscription?');
    terminal.type('Prac');
    await terminal.waitFor('❯ Prac');
    terminal.type('\u0018');
    await terminal.waitFor('To be deployed');
    terminal.press('Esc');
    expect(await terminal.waitFor('Which subscription?')).toContain('Prac');
    terminal.press('CtrlC');
    await terminal.waitFor('Save these answers as a profile?');
    terminal.press('Enter');
    expect((await terminal.exited).exitCode).toBe(130);
  });
});
