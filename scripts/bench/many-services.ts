import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';

const BIN = 'dist/amltls.mjs';

/** One endpoint: `HOST:PORT` to connect to, and the name that it serves. */
export interface Place {
  readonly connect: string;
  readonly name: string;
}

export interface ManyServices extends AsyncDisposable {
  readonly places: readonly Place[];
  readonly caFile: string;
  /** `amltls check --all` of so many profiles: time from start to end in ms, resident memory in bytes after each tenth. */
  check(profiles: number): Promise<{ readonly ms: number; readonly memory: readonly number[] }>;
}

interface Info {
  readonly controlEndpoint: string;
  readonly caFile: string;
  readonly token: string;
}

/** A practice Azure in a process of its own with so many container services, each with a certificate and a name of its own. */
export async function openManyServices(count: number): Promise<ManyServices> {
  const folder = mkdtempSync(join(tmpdir(), 'amltls-check-'));
  const env = { ...process.env, HOME: folder, XDG_STATE_HOME: folder, XDG_CONFIG_HOME: folder, LC_ALL: 'en_US.UTF-8' };
  const stateDir = ['--state-dir', join(folder, 'sandbox')];
  writeFileSync(join(folder, 'seed.json'), JSON.stringify(seed(count)));
  const args = [BIN, 'sandbox', '--format', 'json', ...stateDir, '--seed', join(folder, 'seed.json'), '--speed', '1'];
  const sandbox = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
  const [line] = (await once(createInterface({ input: sandbox.stdout }), 'line')) as [string];
  const info = JSON.parse(line) as Info;
  return {
    places: placesOf(await get(info, '/state')),
    caFile: info.caFile,
    async check(profiles) {
      const config = join(folder, `profiles-${profiles}.yaml`);
      writeFileSync(config, JSON.stringify(profilesFor(profiles, count)), { mode: 0o600 });
      const start = performance.now();
      const child = spawn(process.execPath, [BIN, 'check', '--all', '--config', config, '--format', 'ndjson', ...stateDir], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env,
      });
      const memory: number[] = [];
      let seen = 0;
      for await (const text of createInterface({ input: child.stdout })) {
        const { type, findings = [] } = JSON.parse(text);
        if (type !== 'endpoint') continue;
        if (findings.some((each: { severity: string }) => each.severity === 'error')) throw new Error(text);
        if (++seen % Math.ceil(profiles / 10) === 0) memory.push(resident(child));
      }
      if (seen !== profiles) throw new Error(`${seen} endpoints were seen`);
      return { ms: performance.now() - start, memory };
    },
    async [Symbol.asyncDispose]() {
      sandbox.kill('SIGTERM');
      await once(sandbox, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function seed(count: number) {
  const each = Array.from({ length: count }, (_, index) => index);
  return {
    clusters: [],
    computes: [],
    services: each.map((index) => ({ kind: 'aci', name: `s${index}`, tls: { kind: 'custom', fqdn: `s${index}.contoso.com` } })),
    zones: [{ zone: 'contoso.com', records: each.map((index) => ({ name: `s${index}`, type: 'A', data: addressOf(index) })) }],
  };
}

// As the practice Azure hands them out.
function addressOf(index: number): string {
  const beyond = index - 240;
  return beyond < 0 ? `203.0.113.${index + 10}` : `198.18.${Math.floor(beyond / 254)}.${(beyond % 254) + 1}`;
}

/** More profiles than services look at some twice. */
function profilesFor(profiles: number, services: number) {
  const one = (index: number) => ({
    environment: 'sandbox',
    target: { plugin: 'aci', serviceName: `s${index}` },
    domain: { kind: 'custom', fqdn: `s${index}.contoso.com` },
  });
  return { version: 1, profiles: Object.fromEntries(Array.from({ length: profiles }, (_, index) => [`p${index}`, one(index % services)])) };
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
