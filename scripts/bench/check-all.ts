import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { checkEndpoint } from '../../src/core/check/check.ts';
import type { Environment } from '../../src/core/contracts/index.ts';
import { systemClock } from '../../src/plugins/shared/local/index.ts';
import { peekTls } from '../../src/plugins/shared/net/peek-tls.ts';
import { probeHttp } from '../../src/plugins/shared/net/probe-http.ts';
import { AT_ONCE } from '../../src/ui/commands/check/check-profiles.ts';
import { sideBySide } from '../../src/ui/commands/check/side-by-side.ts';

// `amltls check --all` on many practice endpoints, and a loop of `openssl s_client` on the same ones. Build first (`npm run build`).
const COUNT = Number(process.argv[2] ?? 500);
const BIN = 'dist/amltls.mjs';
// Each way: a client in one region, a service in the next.
const DELAY_MS = 25;

interface Info {
  readonly controlEndpoint: string;
  readonly caFile: string;
  readonly token: string;
}
interface Place {
  readonly connect: string;
  readonly name: string;
}

const folder = mkdtempSync(join(tmpdir(), 'amltls-check-'));
const env = { ...process.env, HOME: folder, XDG_STATE_HOME: folder, XDG_CONFIG_HOME: folder, LC_ALL: 'en_US.UTF-8' };
const nameOf = (index: number) => `s${index}.contoso.com`;

writeFileSync(join(folder, 'seed.json'), JSON.stringify(seed()));
writeFileSync(join(folder, 'amltls.config.yaml'), JSON.stringify(profiles()), { mode: 0o600 });
const started = performance.now();
const sandbox = spawn(process.execPath, [BIN, 'sandbox', '--format', 'json', ...stateDir(), '--seed', join(folder, 'seed.json'), '--speed', '1'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env,
});
try {
  const [line] = (await once(createInterface({ input: sandbox.stdout }), 'line')) as [string];
  console.log(`${COUNT} endpoints ready after ${seconds(performance.now() - started)}`);
  await measure(JSON.parse(line) as Info);
} finally {
  sandbox.kill('SIGTERM');
  await once(sandbox, 'exit');
  rmSync(folder, { recursive: true, force: true });
}

async function measure(info: Info): Promise<void> {
  const places = placesOf(await get(info, '/state'));
  const checked = await check();
  const loop = await opensslLoop(places, info.caFile);
  row('loopback: amltls check --all', checked.ms);
  row('loopback: openssl s_client in a loop', loop, checked.ms);
  const shown = checked.memory.map((bytes) => `${Math.round(bytes / 2 ** 20)}`).join(' ');
  console.log(`resident memory of check, MiB, after each tenth of the endpoints: ${shown}`);
  const line = spawn(process.execPath, [join(import.meta.dirname, 'slow-line.ts'), String(DELAY_MS)], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    line.stdin.end(JSON.stringify(places.map(({ connect }) => connect)));
    const [text] = (await once(createInterface({ input: line.stdout }), 'line')) as [string];
    const slow = (JSON.parse(text) as readonly number[]).map((port, at) => ({ connect: `127.0.0.1:${port}`, name: places[at]?.name ?? '' }));
    const looked = await look(slow, readFileSync(info.caFile, 'utf8'));
    row(`${2 * DELAY_MS} ms round trip: looks side by side`, looked.ms);
    row(`${2 * DELAY_MS} ms round trip: openssl s_client`, await opensslLoop(slow, info.caFile), looked.ms);
    console.log(`CPU of one look: ${(looked.cpuMs / COUNT).toFixed(1)} ms`);
  } finally {
    line.kill();
  }
}

/** What `check` does to each host, as many at once. */
async function look(places: readonly Place[], caPem: string): Promise<{ ms: number; cpuMs: number }> {
  const roots = [caPem];
  const env = {
    clock: systemClock,
    dns: { lookup: async () => ['127.0.0.1'] },
    tls: { peek: peekTls, roots: async () => roots },
    http: { probe: probeHttp },
  } as unknown as Environment;
  const { signal } = new AbortController();
  const before = process.cpuUsage();
  const start = performance.now();
  await sideBySide(places, AT_ONCE, async ({ connect, name }) => {
    const { findings } = await checkEndpoint({ env, host: name, port: Number(connect.split(':')[1]), around: true, profile: undefined, signal });
    if (findings.length > 0) throw new Error(JSON.stringify(findings));
  });
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - start, cpuMs: (user + system) / 1000 };
}

/** Time from start to end, and the memory after each tenth. */
async function check(): Promise<{ ms: number; memory: readonly number[] }> {
  const start = performance.now();
  const child = spawn(process.execPath, [BIN, 'check', '--all', '--config', join(folder, 'amltls.config.yaml'), '--format', 'ndjson', ...stateDir()], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  const memory: number[] = [];
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const { type, findings = [] } = JSON.parse(line);
    if (type === 'endpoint' && findings.some((each: { severity: string }) => each.severity === 'error')) throw new Error(line);
    if (type === 'endpoint' && ++seen % Math.ceil(COUNT / 10) === 0) memory.push(resident(child));
  }
  if (seen !== COUNT) throw new Error(`${seen} endpoints were seen`);
  return { ms: performance.now() - start, memory };
}

/** One shell that starts openssl for each endpoint in turn, as scripts do it. */
async function opensslLoop(places: readonly Place[], caFile: string): Promise<number> {
  const commands = places.map(
    ({ connect, name }) =>
      `openssl s_client -connect ${connect} -servername ${name} -CAfile '${caFile}' -verify_return_error </dev/null >/dev/null 2>&1 || exit 1`,
  );
  writeFileSync(join(folder, 'loop.sh'), commands.join('\n'));
  const start = performance.now();
  const child = spawn('sh', [join(folder, 'loop.sh')], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('openssl did not take a certificate');
  return performance.now() - start;
}

function seed() {
  const each = Array.from({ length: COUNT }, (_, index) => index);
  return {
    clusters: [],
    computes: [],
    services: each.map((index) => ({ kind: 'aci', name: `s${index}`, tls: { kind: 'custom', fqdn: nameOf(index) } })),
    zones: [{ zone: 'contoso.com', records: each.map((index) => ({ name: `s${index}`, type: 'A', data: addressOf(index) })) }],
  };
}

// As the practice Azure hands them out.
function addressOf(index: number): string {
  const beyond = index - 240;
  return beyond < 0 ? `203.0.113.${index + 10}` : `198.18.${Math.floor(beyond / 254)}.${(beyond % 254) + 1}`;
}

function profiles() {
  const one = (index: number) => ({
    environment: 'sandbox',
    target: { plugin: 'aci', serviceName: `s${index}` },
    domain: { kind: 'custom', fqdn: nameOf(index) },
  });
  return { version: 1, profiles: Object.fromEntries(Array.from({ length: COUNT }, (_, index) => [`p${index}`, one(index)])) };
}

function placesOf(state: unknown): readonly Place[] {
  const { services } = state as { services: readonly { name: string | null; connect: string | null }[] };
  return services.flatMap(({ name, connect }) => (name === null || connect === null ? [] : [{ connect, name: `${name}.contoso.com` }]));
}

async function get({ controlEndpoint, caFile, token }: Info, path: string): Promise<unknown> {
  const outgoing = request(new URL(path, controlEndpoint), { ca: readFileSync(caFile), headers: { authorization: `Bearer ${token}` } }).end();
  const [response] = await once(outgoing, 'response');
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return JSON.parse(text);
}

function resident({ pid }: ChildProcess): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
  } catch {
    return Number.NaN;
  }
}

function stateDir(): readonly string[] {
  return ['--state-dir', join(folder, 'sandbox')];
}

function row(what: string, ms: number, ours?: number): void {
  const ratio = ours === undefined ? '' : `${(ms / ours).toFixed(1)} times as long`;
  console.log(`${what.padEnd(44)} ${seconds(ms).padStart(8)}  ${(COUNT / (ms / 1000)).toFixed(0).padStart(5)} a second  ${ratio}`);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
