import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { BIN, freshHome } from '../helpers/bin.ts';
import { startSandboxBin } from '../helpers/sandbox-bin.ts';

const NAMES = ['silent', 'dead', 'good'] as const;
const SEED = {
  clusters: [],
  computes: [],
  services: NAMES.map((name) => ({ kind: 'aci', name, tls: { kind: 'custom', fqdn: `${name}.contoso.com` } })),
  zones: [
    {
      zone: 'contoso.com',
      // As the practice Azure hands them out; nothing listens at the last one.
      records: [
        { name: 'silent', type: 'A', data: '203.0.113.10' },
        { name: 'dead', type: 'A', data: '203.0.113.250' },
        { name: 'good', type: 'A', data: '203.0.113.12' },
      ],
    },
  ],
};
const profileOf = (name: string) => ({
  environment: 'sandbox',
  target: { plugin: 'aci', serviceName: name },
  domain: { kind: 'custom', fqdn: `${name}.contoso.com` },
});

interface Line {
  readonly type: string;
  readonly profile: string | null;
  readonly exitCode?: number;
  readonly findings?: readonly { readonly code: string; readonly severity: string; readonly message: string }[];
}

it('reports the others while one host takes the connection and never answers, and says at which layer each ended', { timeout: 60_000 }, async () => {
  const home = await freshHome();
  const seed = join(home.folder, 'seed.json');
  await writeFile(seed, JSON.stringify(SEED));
  await writeFile(
    join(home.folder, 'amltls.config.yaml'),
    JSON.stringify({ version: 1, profiles: Object.fromEntries(NAMES.map((name) => [name, profileOf(name)])) }),
    {
      mode: 0o600,
    },
  );
  const sandbox = await startSandboxBin(home, ['--speed', '1', '--seed', seed]);
  await sandbox.control('PUT', '/faults', [{ connect: '203\\.0\\.113\\.10$', how: 'silent' }]);

  const child = spawn(process.execPath, [BIN, 'check', '--all', '--format', 'ndjson'], {
    cwd: home.folder,
    env: { ...process.env, ...home.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const started = performance.now();
  const lines: (Line & { readonly afterMs: number })[] = [];
  for await (const line of createInterface({ input: child.stdout })) lines.push({ ...JSON.parse(line), afterMs: performance.now() - started });
  expect(await ended).toEqual([3, null]);

  const byName: Partial<Record<string, (typeof lines)[number]>> = Object.fromEntries(
    lines.filter(({ type }) => type === 'endpoint').map((line) => [line.profile, line]),
  );
  expect(lines.map(({ type, profile }) => `${type} ${profile}`).slice(2)).toEqual(['endpoint silent', 'outcome null']);
  // A look that gets no answer ends after 10 s; the others were told of long before.
  const [silent = NaN, dead = NaN, good = NaN] = NAMES.map((name) => byName[name]?.afterMs);
  expect(Math.max(dead, good)).toBeLessThan(silent / 2);
  expect(silent).toBeLessThan(20_000);

  const errorsOf = (name: string) => byName[name]?.findings?.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code}: ${message}`);
  expect(errorsOf('silent')).toEqual([expect.stringMatching(/^unreachable-tls: .*TLS/)]);
  expect(errorsOf('dead')).toEqual(expect.arrayContaining([expect.stringMatching(/^unreachable-tcp: .*TCP/)]));
  expect(errorsOf('good')).toEqual([]);
  expect(lines.at(-1)).toMatchObject({ exitCode: 3 });
});
