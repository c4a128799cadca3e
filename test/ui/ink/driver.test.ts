import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve as resolvePath } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Context, Question, RunEvent, TextQuestion } from '../../../src/core/contracts/index.ts';
import { say } from '../../../src/core/text/say.ts';
import { createFiles } from '../../../src/plugins/shared/local/files.ts';
import { createInkDriver, type InkDriver } from '../../../src/ui/ink/driver.ts';
import { agentCount, certFile, domainKind, fqdn, notAName, resolvers, viewOf, vmSize, workspace } from '../../../src/ui/ink/gallery/questions.ts';
import { blockedReview, deploying, equivalents, NOW, outcome, propagating, refused, review } from '../../../src/ui/ink/gallery/runs.ts';
import type { InkOptions } from '../../../src/ui/ink/options.ts';
import { issue, openssl } from '../../helpers/openssl.ts';
import { createTerminal, type TestTerminal } from '../../helpers/terminal.ts';

let terminal: TestTerminal;
let driver: InkDriver;
let interrupts = 0;
let controller: AbortController;

function start(size: { columns?: number; rows?: number } = {}, more: Partial<InkOptions> = {}): void {
  terminal = createTerminal({ columns: 100, rows: 30, ...size });
  controller = new AbortController();
  interrupts = 0;
  driver = createInkDriver({
    stdin: terminal.stdin,
    stdout: terminal.stdout,
    language: 'en',
    environment: { title: 'Azure', practice: true, clock: { now: () => NOW } },
    signal: controller.signal,
    interrupt: () => {
      interrupts += 1;
    },
    ...more,
  });
}

const contextIn = (folder: string): Context =>
  ({
    env: { clock: { now: () => NOW }, files: createFiles() },
    answers: {},
    signal: controller.signal,
    profile: undefined,
    paths: { resolve: (path: string) => resolvePath(folder, path), own: folder },
  }) as unknown as Context;

const ask = (question: Question, more: Parameters<typeof viewOf>[1] = {}, folder = '/') => driver.ask(viewOf(question, more), contextIn(folder));

async function* streamOf(events: readonly RunEvent[], gate?: Promise<void>): AsyncGenerator<RunEvent> {
  yield* events;
  await gate;
}

beforeEach(() => start());
afterEach(() => driver.close());

describe('a question', () => {
  it('is drawn on the alternate screen, with practice in sight, and answered by Enter', async () => {
    const answer = ask(domainKind);
    const screen = await terminal.waitFor('A domain name that I own');
    expect(screen).toContain('PRACTICE');
    expect(screen).toContain('Why this is asked');
    expect(terminal.onAlternateScreen()).toBe(true);
    terminal.press('Down');
    terminal.press('Enter');
    expect(await answer).toEqual({ type: 'answer', value: 'microsoft' });
  });

  it('takes typed text and its line end in one piece', async () => {
    const answer = ask(fqdn);
    await terminal.waitFor('fully qualified');
    terminal.type('www.contoso.com\r');
    expect(await answer).toEqual({ type: 'answer', value: 'www.contoso.com' });
  });

  it('keeps half-typed text for the way back', async () => {
    const first = ask(fqdn);
    await terminal.waitFor('fully qualified');
    terminal.type('www.con');
    await terminal.waitFor('❯ www.con');
    terminal.press('Esc');
    const action = await first;
    expect(action).toEqual({ type: 'back', draft: 'www.con' });
    const second = ask(fqdn, { draft: 'www.con' });
    terminal.type('toso.com\r');
    expect(await second).toEqual({ type: 'answer', value: 'www.contoso.com' });
  });

  it('shows the problem of the last answer below it', async () => {
    const answer = ask(fqdn, { draft: 'contoso', problem: notAName });
    const screen = await terminal.waitFor('single label');
    expect(screen).toContain('→ Write the whole name, such as www.contoso.com.');
    terminal.press('CtrlU');
    await terminal.waitFor((now) => !now.includes('single label'));
    terminal.press('CtrlC');
    expect(await answer).toEqual({ type: 'quit' });
  });

  it('never submits a paste of several lines, nor shows it', async () => {
    const answer = ask(fqdn);
    await terminal.waitFor('fully qualified');
    terminal.paste('-----BEGIN PRIVATE KEY-----\nMIIsecret\n-----END PRIVATE KEY-----\n');
    const screen = await terminal.waitFor('The paste had 3 lines');
    expect(screen).not.toContain('MIIsecret');
    terminal.paste('www.contoso.com\n');
    await terminal.waitFor('❯ www.contoso.com');
    terminal.press('Enter');
    expect(await answer).toEqual({ type: 'answer', value: 'www.contoso.com' });
  });

  it('marks the place of typing with the terminal cursor, wide characters included', async () => {
    const answer = ask(fqdn);
    await terminal.waitFor('fully qualified');
    terminal.type('例え');
    await terminal.waitFor('❯ 例え');
    const row = terminal.lines().findIndex((line) => line.includes('例え'));
    expect(terminal.cursor()).toEqual({ x: 1 + 2 + 4, y: row });
    terminal.press('CtrlC');
    await answer;
  });

  it('takes the visible default where nothing is typed', async () => {
    const answer = ask(agentCount);
    await terminal.waitFor('Enter takes the default');
    terminal.press('Enter');
    expect(await answer).toEqual({ type: 'answer', value: 3 });
  });

  it('says why an option cannot be chosen', async () => {
    const answer = ask(domainKind);
    await terminal.waitFor('Switch TLS off');
    terminal.press('Up');
    await terminal.waitFor('TLS is off on this compute already.');
    terminal.press('Enter');
    await terminal.waitFor('cannot be chosen here');
    terminal.press('Esc');
    expect(await answer).toEqual({ type: 'back', draft: 'none' });
  });

  it('filters thousands of options by typing', async () => {
    const answer = ask(vmSize);
    await terminal.waitFor('Standard_D3_v2');
    terminal.type('d2999');
    await terminal.waitFor('1 of 3,000');
    terminal.press('Enter');
    expect(await answer).toEqual({ type: 'answer', value: 'Standard_D2999_v2' });
  });

  it('offers suggestions and still takes what is typed', async () => {
    const chosen = ask(workspace);
    await terminal.waitFor('Listed from rg-ml');
    terminal.press('Enter');
    expect(await chosen).toEqual({ type: 'answer', value: 'ws-contoso' });
    const typed = ask(workspace);
    terminal.type('ws-other\r');
    expect(await typed).toEqual({ type: 'answer', value: 'ws-other' });
  });

  it('goes on with typing where the listing fails, and says why', async () => {
    const failing: TextQuestion = {
      ...workspace,
      suggest: () =>
        Promise.resolve({
          items: [],
          problem: { ...notAName, message: say('You may not list workspaces.', 'ワークスペースを一覧表示する権限がありません。') },
        }),
    };
    const answer = ask(failing);
    await terminal.waitFor('You may not list workspaces.');
    terminal.type('ws-1\r');
    expect(await answer).toEqual({ type: 'answer', value: 'ws-1' });
  });

  it('collects a list entry by entry', async () => {
    const answer = ask(resolvers);
    await terminal.waitFor('• 1.1.1.1');
    terminal.type('8.8.8.8, 9.9.9.9\r');
    await terminal.waitFor('• 9.9.9.9');
    terminal.press('Enter');
    expect(await answer).toEqual({ type: 'answer', value: ['system', '1.1.1.1', '8.8.8.8', '9.9.9.9'] });
  });

  it('shows the same work with other tools, and goes back to the question', async () => {
    await driver.close();
    start({}, { equivalents: () => Promise.resolve(equivalents) });
    const answer = ask(domainKind);
    await terminal.waitFor('A domain name that I own');
    terminal.type('e');
    await terminal.waitFor('from azureml.core import Workspace');
    terminal.press('Esc');
    await terminal.waitFor('A domain name that I own');
    terminal.press('CtrlC');
    expect(await answer).toEqual({ type: 'quit' });
  });

  it('rejects with the reason of an abort', async () => {
    const answer = ask(domainKind);
    await terminal.waitFor('A domain name that I own');
    controller.abort(new Error('SIGTERM'));
    await expect(answer).rejects.toThrow('SIGTERM');
  });

  it('says that it is checking where the next screen is slow to come', async () => {
    const answer = ask(domainKind);
    await terminal.waitFor('A domain name that I own');
    terminal.press('Enter');
    await answer;
    await terminal.waitFor('Checking…');
  });
});

describe('a path', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amltls-ink-'));
    await mkdir(join(folder, 'certs'));
    await writeFile(join(folder, 'certs', 'server.pem'), '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n');
    await writeFile(join(folder, 'certs', 'server.key'), openssl(['pkcs8', '-topk8', '-passout', 'pass:secret'], issue({ commonName: 'x' }).keyPem));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is completed with Tab, and what lies there is told', async () => {
    const answer = ask(certFile, {}, folder);
    await terminal.waitFor('certs/');
    terminal.type('ce');
    terminal.press('Tab');
    await terminal.waitFor('❯ certs/');
    await terminal.waitFor('server.key');
    terminal.press('Tab');
    await terminal.waitFor('❯ certs/server.');
    terminal.type('k');
    terminal.press('Tab');
    await terminal.waitFor('A private key, protected by a passphrase');
    terminal.press('Enter');
    expect(await answer).toEqual({ type: 'answer', value: 'certs/server.key' });
  });
});

describe('PEM pasted where a path is wanted', () => {
  const { certPem, keyPem } = issue({ commonName: 'www.contoso.com' });
  const pem = `${certPem}${keyPem}`.trimEnd();
  const secret = keyPem.split('\n')[1] ?? '';
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amltls-paste-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('becomes a file of one’s own after a yes, and is never shown', async () => {
    const answer = ask(certFile, {}, folder);
    await terminal.waitFor('❯');
    terminal.paste(pem);
    const asked = await terminal.waitFor('certificates: 1, private keys: 1');
    expect(asked).not.toContain(secret);
    terminal.type('y');
    await terminal.waitFor('A private key is in it too');
    expect(terminal.screen()).not.toContain(secret);
    terminal.press('Enter');
    const action = await answer;
    const path = action.type === 'answer' ? String(action.value) : '';
    expect(await readFile(path, 'utf8')).toBe(`${pem}\n`);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('is forgotten after a no', async () => {
    const answer = ask(certFile, { draft: './cert.pem' }, folder);
    await terminal.waitFor('./cert.pem');
    terminal.paste(pem);
    await terminal.waitFor('certificates: 1, private keys: 1');
    terminal.type('n');
    await terminal.waitFor((shown) => !shown.includes('PEM was pasted'));
    terminal.press('Enter');
    expect(await answer).toEqual({ type: 'answer', value: './cert.pem' });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the review', () => {
  it('shows the difference and the requests, and is approved', async () => {
    const action = driver.review(review);
    const screen = await terminal.waitFor('nothing has been sent yet');
    expect(screen).toContain('- sslConfiguration.status: Disabled');
    expect(screen).toContain('+ sslConfiguration.status: Enabled');
    terminal.type('r');
    await terminal.waitFor('PUT /subscriptions/');
    terminal.press('Enter');
    expect(await action).toEqual({ type: 'approve' });
  });

  it('goes to the answer that is to be changed', async () => {
    const action = driver.review(review);
    await terminal.waitFor('Start');
    terminal.type('c');
    await terminal.waitFor('Choose the answer to change');
    terminal.press('Down');
    terminal.press('Enter');
    expect(await action).toEqual({ type: 'jump', key: 'domain.fqdn' });
  });

  it('cannot be approved while an error stands', async () => {
    const action = driver.review(blockedReview);
    await terminal.waitFor('It cannot start');
    terminal.type('s');
    terminal.press('Esc');
    expect(await action).toEqual({ type: 'back' });
  });

  it('scrolls no further than its end', async () => {
    await driver.close();
    start({ columns: 80, rows: 20 });
    const action = driver.review(review);
    await terminal.waitFor('more lines below');
    terminal.press('End');
    await terminal.waitFor('+ ttl: 300');
    terminal.press('Up');
    await terminal.waitFor('1 more lines below');
    terminal.press('CtrlC');
    expect(await action).toEqual({ type: 'quit' });
  });
});

describe('the run', () => {
  it('shows the wait with its times, and asks once what Ctrl-C shall mean while a change is in flight', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const watched = driver.watch(streamOf(deploying, promise));
    const screen = await terminal.waitFor('4 min of about 10 min');
    expect(screen).toContain('next look in 20 sec');
    expect(screen).toContain('provisioning state Updating');
    terminal.press('CtrlC');
    await terminal.waitFor('Azure goes on with it');
    terminal.type('w');
    await terminal.waitFor((shown) => !shown.includes('Azure goes on with it'));
    expect(interrupts).toBe(0);
    terminal.press('CtrlC');
    await terminal.waitFor('l leave it running');
    terminal.type('l');
    await expect.poll(() => interrupts).toBe(1);
    terminal.press('CtrlC');
    await expect.poll(() => interrupts).toBe(2);
    resolve();
    await watched;
  });

  it('shows who answers what', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const watched = driver.watch(streamOf(propagating, promise));
    const screen = await terminal.waitFor('Forgets in');
    expect(screen).toMatch(/system \(192\.168\.1\.1\) \(resolver\) +13\.66\.2\.9 .*old answer +4 min/);
    resolve();
    await watched;
  });

  const osc = () => terminal.written().filter((text) => text.includes('\u001b]52;'));

  it('copies what a person has to hand on, at a key press and not before', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const copy = '-----BEGIN CERTIFICATE REQUEST-----\nMAkwAwIBADACMAA=\n-----END CERTIFICATE REQUEST-----\n';
    const watched = driver.watch(streamOf([{ type: 'instruct', text: say('Order it.', '注文してください。'), copy }], promise));
    expect(await terminal.waitFor('Order it.')).toContain('MAkwAwIBADACMAA=');
    expect(osc()).toEqual([]);
    terminal.type('c');
    await terminal.waitFor('Copied');
    expect(osc()).toEqual([`\u001b]52;c;${Buffer.from(copy).toString('base64')}\u0007`]);
    resolve();
    await watched;
  });

  it('copies no secret, whoever says that it may', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const copy = '-----BEGIN PRIVATE KEY-----\nMAkwAwIBADACMAA=\n-----END PRIVATE KEY-----\n';
    const events: RunEvent[] = [
      { type: 'instruct', text: say('Order it.', '注文してください。'), copy },
      { type: 'note', level: 'info', text: 'and then' },
    ];
    const watched = driver.watch(streamOf(events, promise));
    expect(await terminal.waitFor('and then')).not.toContain('MAkwAwIBADACMAA=');
    terminal.type('c');
    terminal.press('CtrlC');
    await expect.poll(() => interrupts).toBe(1);
    expect(osc()).toEqual([]);
    resolve();
    await watched;
  });

  it('leaves a summary on the normal screen', async () => {
    await driver.watch(streamOf([...deploying, outcome]));
    driver.setProfile('contoso');
    await driver.close();
    await terminal.waitFor('Scoring URI');
    expect(terminal.onAlternateScreen()).toBe(false);
    const printed = terminal.normalScreen();
    expect(printed).toContain('https://www.contoso.com:443/api/v1/service/credit-scorer/score');
    expect(printed).toMatch(/Profile +contoso/);
  });

  it('hands on what the stream throws', async () => {
    async function* broken(): AsyncGenerator<RunEvent> {
      yield* deploying;
      throw new Error('interrupted');
    }
    await expect(driver.watch(broken())).rejects.toThrow('interrupted');
  });
});

describe('a problem and the home screen', () => {
  it('offers the ways on', async () => {
    const choice = driver.fail(refused, { retry: true });
    const screen = await terminal.waitFor('What to do now');
    expect(screen).toContain('Request id: 6f1d3c1e');
    terminal.press('Right');
    await terminal.waitFor('❯ Back');
    terminal.press('Enter');
    expect(await choice).toBe('back');
  });

  it('replays a chosen profile', async () => {
    const choice = driver.home([{ name: 'contoso' }, { name: 'fabrikam' }]);
    await terminal.waitFor('What would you like to do?');
    terminal.type('j');
    terminal.press('Enter');
    await terminal.waitFor('Which profile?');
    terminal.type('j');
    terminal.press('Enter');
    expect(await choice).toEqual({ type: 'replay', profile: 'fabrikam' });
  });
});

describe('for a screen reader', () => {
  it('everything stands in one column, with roles, on the normal screen', async () => {
    await driver.close();
    start({}, { screenReader: true });
    const answer = ask(domainKind);
    const screen = await terminal.waitFor('A domain name that I own');
    expect(terminal.onAlternateScreen()).toBe(false);
    expect(screen).toContain('listbox');
    expect(screen).toContain('Why this is asked');
    expect(screen).not.toContain('│');
    terminal.press('Enter');
    expect(await answer).toEqual({ type: 'answer', value: 'custom' });
  });
});

describe('the terminal', () => {
  it('is restored, and the scrollback is never wiped', async () => {
    const answer = ask(domainKind);
    await terminal.waitFor('A domain name that I own');
    terminal.press('CtrlC');
    await answer;
    await driver.close();
    const all = terminal.written().join('');
    expect(all).not.toContain('\u001b[3J');
    expect(all.lastIndexOf('\u001b[?25h')).toBeGreaterThan(all.lastIndexOf('\u001b[?25l'));
    expect(all).toContain('\u001b[?2004l');
    expect(all).toContain('\u001b[?1049l');
    expect(terminal.stdin.isRaw).toBe(false);
  });

  it('may be resized at any time', async () => {
    const answer = ask(domainKind);
    await terminal.waitFor('A domain name that I own');
    terminal.resize({ columns: 40, rows: 15 });
    await terminal.waitFor('Step 2 of 4: Certificate');
    expect(
      terminal
        .screen()
        .split('\n')
        .filter((line) => line.includes('Which name')),
    ).toHaveLength(1);
    terminal.resize({ columns: 39, rows: 15 });
    await terminal.waitFor('The terminal is 39×15');
    terminal.resize({ columns: 100, rows: 30 });
    await terminal.waitFor('Why this is asked');
    terminal.press('Enter');
    expect(await answer).toEqual({ type: 'answer', value: 'custom' });
  });

  it('gets one write a frame, and little of it for a key', async () => {
    const answer = ask(fqdn);
    await terminal.waitFor('Why this is asked');
    const before = terminal.written().length;
    terminal.type('w');
    await terminal.waitFor('❯ w');
    const frames = terminal.written().slice(before);
    expect(frames).toHaveLength(1);
    expect(frames.join('').length).toBeLessThan(500);
    terminal.press('CtrlC');
    await answer;
  });
});
