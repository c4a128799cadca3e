import { spawn } from 'node:child_process';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { request } from 'node:https';
import { createInterface } from 'node:readline';
import { connect } from 'node:tls';
import { onTestFinished } from 'vitest';
import { BIN, type Home } from './bin.ts';
import type { SeenRequest, SeenState } from './sandbox.ts';

/** The one line of `amltls sandbox --format json` (cli.md). */
export interface Announcement {
  readonly armEndpoint: string;
  readonly caFile: string;
  readonly token: string;
  readonly subscriptionId: string;
  readonly dns: { readonly authoritative: string; readonly resolvers: readonly string[] };
  readonly controlEndpoint: string;
  readonly stateDir: string;
}

export interface SandboxBin {
  readonly info: Announcement;
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  state(): Promise<SeenState>;
  /** What changed something since the last call. */
  changes(): Promise<readonly SeenRequest[]>;
  /** Lower-case hex of what a front end serves for a name. */
  servedFingerprint(connectTo: string, servername: string): Promise<string>;
  /** What a practice resolver answers. */
  resolve(name: string): Promise<readonly string[]>;
}

/** `amltls sandbox` as a program of its own, as somebody else's script would run it; ended with the test. */
export async function startSandboxBin(home: Home, args: readonly string[] = ['--speed', '600']): Promise<SandboxBin> {
  const child = spawn(process.execPath, [BIN, 'sandbox', '--format', 'json', '--state-dir', home.stateDir, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, HOME: home.folder },
  });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const info = JSON.parse(line) as Announcement;
  const ca = await readFile(info.caFile, 'utf8');
  let seen = 0;
  const control = (method: string, path: string, body?: unknown) => send(new URL(path, info.controlEndpoint), method, { ca, token: info.token, body });
  return {
    info,
    control,
    state: async () => (await control('GET', '/state')) as SeenState,
    async changes() {
      const all = (await control('GET', '/requests')) as readonly SeenRequest[];
      const fresh = all.slice(seen);
      seen = all.length;
      return fresh.filter(({ method }) => method !== 'GET');
    },
    servedFingerprint,
    async resolve(name) {
      const resolver = new Resolver();
      resolver.setServers([info.dns.resolvers[0] ?? '']);
      return await resolver.resolve4(name);
    },
  };
}

async function send(url: URL, method: string, { ca, token, body }: { ca: string; token: string; body: unknown }): Promise<unknown> {
  const sent = body === undefined ? '' : JSON.stringify(body);
  // Node would send the body of a DELETE without saying how long it is.
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) };
  const outgoing = request(url, { method, ca, headers });
  outgoing.end(sent);
  const [response] = await once(outgoing, 'response');
  let text = '';
  for await (const chunk of response) text += String(chunk);
  if (response.statusCode >= 400) throw new Error(`${method} ${url.pathname}: ${response.statusCode} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

async function servedFingerprint(connectTo: string, servername: string): Promise<string> {
  const at = connectTo.lastIndexOf(':');
  const socket = connect({ host: connectTo.slice(0, at), port: Number(connectTo.slice(at + 1)), servername, rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  const { fingerprint256 } = socket.getPeerCertificate();
  socket.destroy();
  return fingerprint256.replaceAll(':', '').toLowerCase();
}
