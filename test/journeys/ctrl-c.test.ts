import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshHome, type Home } from '../helpers/bin.ts';
import { chooseEntry } from '../helpers/choose-entry.ts';
import { leftClean } from '../helpers/left-clean.ts';
import { opensslPair } from '../helpers/openssl-pair.ts';
import { type SandboxBin, startSandboxBin } from '../helpers/sandbox-bin.ts';
import type { PtyTerminal } from '../helpers/terminal-pty.ts';

const LIMIT = 180_000;
const SIZES = [
  { columns: 100, rows: 30 },
  { columns: 80, rows: 24 },
  { columns: 60, rows: 20 },
] as const;
const REVIEW = 'nothing has been sent yet';
const SAVE = 'Save these answers as a profile?';

interface Way {
  readonly args: readonly string[];
  /** Down the menu of the home screen. */
  readonly entry?: string;
  /** What is waited for, and the keys pressed then. */
  readonly keys?: readonly (readonly [wanted: string, keys: string])[];
  /** Until this is seen. */
  readonly shows: string;
  /** Every question on the way is answered with what is marked. */
  readonly accepts?: string;
  /** Asked on the way out. */
  readonly asks?: string;
}

const home = (entry: string, shows: string, ...keys: NonNullable<Way['keys']>): Way => ({ args: ['--sandbox'], entry, keys, shows });

const set = (answers: Readonly<Record<string, string>>): readonly string[] => Object.entries(answers).flatMap(([key, value]) => ['--set', `${key}=${value}`]);

/** The wizard, which begins with the first question that is not answered. */
const wizard = (answers: Readonly<Record<string, string>>, shows: string, ...keys: NonNullable<Way['keys']>): Way => ({
  args: ['secure', '--sandbox', ...set(answers)],
  keys,
  shows,
  ...(Object.keys(answers).length === 0 ? {} : { asks: SAVE }),
});

const OWN = { 'domain.kind': 'custom', 'domain.fqdn': 'www.contoso.com' };
const PROVISION = { 'domain.kind': 'microsoft', 'domain.leafDomainLabel': 'other', 'target.plugin': 'aks-provision', 'target.computeName': 'new-aks' };

const FROM_HOME: Readonly<Record<string, Way>> = {
  'the home screen': { args: ['--sandbox'], shows: 'What would you like to do?' },
  'the profiles to replay': home('Replay a profile', 'Which profile?'),
  settings: home('Settings', 'Colours'),
  'open waits': home('Open waits', 'nobody at the moment'),
  'check results': home('Check from outside', '2 looked at'),
  'a check at length': home('Check from outside', 'x explain', ['2 looked at', '\r']),
  'a finding explained': home('Check from outside', 'How it comes about', ['2 looked at', '\r'], ['x explain', 'x']),
  'the certificates of a profile': home('Check from outside', 'Served now', ['2 looked at', '\r'], ['x explain', 'v']),
  'a host to look at': home('Check from outside', 'Which host?', ['a add a host', 'a']),
  'the saved profiles': home('Profiles', '❯ contoso'),
  'the answers of a profile': home('Profiles', 'Answers of contoso', ['❯ contoso', '\r']),
  'a question of the profile editor': home('Profiles', 'question 1', ['❯ contoso', '\r'], ['Answers of contoso', '\r']),
  'a new name for a profile': home('Profiles', 'Rename contoso', ['❯ contoso', 'n']),
  'a profile to be removed': home('Profiles', 'Remove contoso from', ['❯ contoso', 'd']),
  'the glossary': home('Settings', 'Glossary', ['Symbols', '\u0007']),
};

const IN_THE_WIZARD: Readonly<Record<string, Way>> = {
  'a choice': wizard({}, '❯ A name of my own'),
  'a line': wizard({ 'domain.kind': 'custom' }, 'fully qualified domain name'),
  'a path': wizard({ ...OWN, 'certificate.plugin': 'pem' }, 'Where is the certificate file'),
  'pasted PEM': wizard({ ...OWN, 'certificate.plugin': 'pem' }, 'PEM was pasted', [
    'Where is the certificate file',
    '\u001b[200~-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n\u001b[201~',
  ]),
  'a line with a list': wizard(PROVISION, 'Which subscription', ['Set more options', '\r']),
  'a number': wizard(
    { ...PROVISION, 'azure.subscriptionId': '11111111-1111-4111-8111-111111111111', 'azure.resourceGroup': 'rg-practice', 'azure.workspace': 'ws-practice' },
    'How many nodes',
    ['Set more options', '\r'],
  ),
  'yes or no': wizard({ 'domain.kind': 'microsoft', 'domain.leafDomainLabel': 'other' }, 'Set more options'),
  'the reasons of a question': wizard({ 'domain.kind': 'custom' }, 'exactly', ['fully qualified', '?']),
  'the same with other tools': wizard({ 'domain.kind': 'custom' }, 'Esc close', ['fully qualified', '\u000f']),
  'the glossary over a question': wizard({ 'domain.kind': 'custom' }, 'Search', ['fully qualified', '\u0007']),
  prompts: { args: ['secure', '--sandbox', '--prompts'], shows: '? Which name do clients call' },
  lines: { args: ['secure', '--sandbox', '--plain'], shows: 'domain.kind:' },
};

const AT_WORK: Readonly<Record<string, Way>> = {
  'the review': { args: ['secure', 'contoso', '--sandbox'], accepts: REVIEW, shows: REVIEW },
  'its answers': { args: ['secure', 'contoso', '--sandbox'], accepts: REVIEW, keys: [[REVIEW, 'c']], shows: 'Choose the answer to change' },
  'the certificate over a question': { args: ['secure', 'contoso', '--sandbox'], keys: [['v certificate', 'v']], shows: 'To be deployed' },
  'the plan of a replay': { args: ['replay', 'contoso'], shows: '(y/N)' },
  'the name that switches TLS off': { args: ['disable', 'ms'], shows: 'Type ms to switch TLS off' },
  'the look at DNS': { args: ['watch', 'dns', '--sandbox', '--name', 'www.contoso.com', '--expect', '203.0.113.77'], shows: 'resolver' },
  'a task of a lesson': { args: ['learn', '1'], shows: 'Task 1 of 3' },
  'what a run has printed': home('Replay a profile', 'Press Enter for the home screen', ['❯ contoso', '\u001b[B'], ['❯ ms', '\r']),
};

async function scene(): Promise<{ readonly home: Home; readonly sandbox: SandboxBin }> {
  const home = await freshHome();
  const { certFile, keyFile, trustFile } = await opensslPair(home.folder, 'www.contoso.com');
  await writeFile(
    join(home.folder, 'amltls.config.yaml'),
    `version: 1
profiles:
  contoso:
    environment: sandbox
    target: { plugin: aci, serviceName: scorer }
    domain: { kind: custom, fqdn: www.contoso.com }
    certificate: { plugin: pem, certFile: '${certFile}', keyFile: '${keyFile}', trust: '${trustFile}' }
    dns: { plugin: practice }
  ms:
    environment: sandbox
    target: { plugin: aks-attach, computeName: aks-prod, clusterResourceGroup: rg-practice, clusterName: aks1 }
    domain: { kind: microsoft, leafDomainLabel: contoso }
`,
    { mode: 0o600 },
  );
  return { home, sandbox: await startSandboxBin(home, ['--speed', '600']) };
}

/** The line of the steps, with the number of the question: a frame more of the same question is not another one. */
const positionOn = (screen: string): string | undefined => screen.split('\n')[1];

async function go(terminal: PtyTerminal, { entry, accepts, keys = [], shows }: Way): Promise<void> {
  for (let screen = ''; accepts !== undefined && !screen.includes(accepts); ) {
    const before = positionOn(screen);
    screen = await terminal.waitFor((now) => now.includes(accepts) || (now.includes('❯') && positionOn(now) !== before));
    if (!screen.includes(accepts)) terminal.press('Enter');
  }
  if (entry !== undefined) await chooseEntry(terminal, entry);
  for (const [wanted, pressed] of keys) {
    await terminal.waitFor(wanted);
    terminal.type(pressed);
  }
  await terminal.waitFor(shows);
}

async function leftFrom(home: Home, ways: Readonly<Record<string, Way>>): Promise<void> {
  for (const [at, [name, way]] of Object.entries(ways).entries()) {
    const terminal = home.open(way.args, { ...SIZES[at % SIZES.length], asksMode: true });
    await go(terminal, way).catch((thrown: Error) => expect.unreachable(`${name}: ${thrown.message}`));
    terminal.press('CtrlC');
    if (way.asks !== undefined) {
      await terminal.waitFor(way.asks);
      terminal.press('CtrlC');
    }
    await leftClean(terminal, 130, name);
  }
}

describe.skipIf(process.platform === 'win32')('Ctrl-C leaves the terminal as it was', () => {
  it('on the home screen and each screen behind it', { timeout: LIMIT }, async () => {
    const { home } = await scene();
    expect((await home.run(['replay', 'ms'])).code).toBe(0);
    expect((await home.run(['renew', 'ms', '--even-if-early', '--no-wait'])).code).toBe(0);
    // While the renewal is still under way.
    await leftFrom(home, {
      'the watch of a renewal': { args: ['watch', 'renewal', 'ms'], shows: 'Served now' },
    });
    await leftFrom(home, FROM_HOME);
  });

  it('at each kind of question of the wizard', { timeout: LIMIT }, async () => {
    const { home } = await scene();
    await leftFrom(home, IN_THE_WIZARD);
  });

  it('before, beside and after work', { timeout: LIMIT }, async () => {
    const { home, sandbox } = await scene();
    expect((await home.run(['replay', 'ms'])).code).toBe(0);
    await leftFrom(home, AT_WORK);
    await sandbox.control('PUT', '/faults', [{ match: 'GET .*/services/scorer.*', status: 403 }]);
    await leftFrom(home, { 'what went wrong': { args: ['secure', 'contoso', '--sandbox'], accepts: 'What to do now', shows: 'What to do now' } });
  });
});
