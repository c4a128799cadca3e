import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshHome } from '../helpers/bin.ts';
import { type Internet, startInternet } from '../helpers/real-dns/internet.ts';
import { nsupdate } from '../helpers/real-dns/nsupdate.ts';

let internet: Internet;
beforeAll(async () => {
  internet = await startInternet([
    { zone: 'live.test', text: 'www 5 A 20.0.0.66' },
    { zone: 'nothing.test', text: '' },
  ]);
});
afterAll(async () => await internet[Symbol.asyncDispose]());

const at = (port: number) => `127.0.0.1:${port}`;
const watching = (name: string, ...more: readonly string[]) => [
  ...['watch', 'dns', '--name', name, '--expect', '20.0.0.4', '--authoritative', at(internet.ports.one), '--resolver', at(internet.ports.resolver)],
  ...more,
];

describe('amltls watch dns on real servers', () => {
  it('follows a change to its end, and says only what is new', async () => {
    const home = await freshHome();
    await internet.askResolver('www.live.test');
    const running = home.run(watching('www.live.test', '--format', 'ndjson', '--timeout', '60s'));
    await nsupdate(internet.ports.one, 'live.test', 'update delete www.live.test A', 'update add www.live.test 5 A 20.0.0.4');
    const { code, stdout } = await running;
    expect(code).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({ type: 'outcome', status: 'done', exitCode: 0 });
    const waits = lines.filter(({ type }) => type === 'wait');
    expect(waits.at(-1).rows).toMatchObject([
      { role: 'authoritative', verdict: 'right', answer: '20.0.0.4', serial: expect.any(Number) },
      { role: 'resolver', verdict: 'right', answer: '20.0.0.4' },
    ]);
    const news = waits.map(({ rows, over }) =>
      JSON.stringify([over !== undefined, rows.map((row: Record<string, unknown>) => [row['verdict'], row['answer'], row['serial']])]),
    );
    expect(new Set(news).size).toBe(news.length);
  });

  it('calls somebody back to the terminal at the end', async () => {
    await nsupdate(internet.ports.one, 'live.test', 'update delete there.live.test A', 'update add there.live.test 5 A 20.0.0.4');
    const terminal = (await freshHome()).open(watching('there.live.test', '--timeout', '60s'));
    expect((await terminal.exited).exitCode).toBe(0);
    expect(terminal.written().join('')).toContain('\u001b]9;amltls there.live.test: Done.\u0007');
  });

  it('ends with 3 when the time is up, and shows in text what nslookup would', async () => {
    const home = await freshHome();
    const { code, stdout, stderr } = await home.run(watching('www.nothing.test', '--timeout', '1s'));
    expect(code).toBe(3);
    expect(stdout).toContain(`> nslookup www.nothing.test ${at(internet.ports.one)}`);
    expect(stdout).toContain("** server can't find www.nothing.test: NXDOMAIN");
    expect(stderr).toContain('not there yet');
    expect(stderr).toContain('The time is up');
    // Whoever goes on asks the same servers.
    expect(stderr).toContain(`--expect 20.0.0.4 --authoritative ${at(internet.ports.one)} --resolver ${at(internet.ports.resolver)}`);
  });

  it.each([
    ['https://www.nothing.test/score', 'fqdn-not-only-a-name'],
    ['20.0.0.4', 'fqdn-address'],
    ['co.uk', 'fqdn-public-suffix'],
  ])('refuses %s where a name is meant, and says what is', async (text, code) => {
    const home = await freshHome();
    const refused = await home.run(watching(text, '--format', 'json'));
    expect(refused.code).toBe(2);
    expect(JSON.parse(refused.stdout)).toMatchObject({ problem: { code } });
  });

  it('shows a table with countdowns on a screen, and the transcript on a key', async () => {
    const home = await freshHome();
    const terminal = home.open(watching('www.nothing.test'), { columns: 100, rows: 30 });
    await terminal.waitFor('not there yet');
    await terminal.waitFor('next look in');
    terminal.type('n');
    await terminal.waitFor("can't find www.nothing.test");
    terminal.type('n');
    await terminal.waitFor('Server');
  });
});
