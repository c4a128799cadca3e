import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { issue } from './openssl.ts';
import { tempFolder } from './temp-folder.ts';

export interface PebbleOptions {
  /** Where its validation authority asks: `127.0.0.1:PORT`. */
  readonly dns: string;
  readonly eab?: Readonly<Record<string, string>>;
  /** Percent of good nonces that are refused. */
  readonly nonceReject?: number;
  /** Percent of authorizations that are used again. */
  readonly authzReuse?: number;
  /** Further chains beside the usual one. */
  readonly alternateRoots?: number;
  /** seconds */
  readonly validity?: number;
}

export interface Pebble extends AsyncDisposable {
  readonly directoryUrl: string;
  /** PEM file of the CA that signed its https certificate. */
  readonly caFile: string;
  /** Roots of what it issues: `at` 0 is the usual one. */
  root(at?: number): Promise<string>;
  /** What it wrote so far. */
  log(): string;
  kill(): Promise<void>;
}

/** Let's Encrypt's own test server, on loopback, ended by its pid. It validates for real, by asking the name server it is given. */
export async function startPebble(options: PebbleOptions, ports?: readonly [number, number]): Promise<Pebble & { readonly ports: readonly [number, number] }> {
  const folder = await tempFolder();
  const [acme, management] = ports ?? [await freePort(), await freePort()];
  const ca = issue({ commonName: 'Pebble https CA', ca: true });
  const server = issue({ commonName: 'localhost', issuer: ca, san: 'DNS:localhost,IP:127.0.0.1' });
  const files = { 'ca.pem': ca.certPem, 'cert.pem': server.certPem, 'key.pem': server.keyPem };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const pebble = {
    listenAddress: `127.0.0.1:${acme}`,
    managementListenAddress: `127.0.0.1:${management}`,
    certificate: join(folder, 'cert.pem'),
    privateKey: join(folder, 'key.pem'),
    httpPort: 5002,
    tlsPort: 5001,
    ocspResponderURL: '',
    externalAccountBindingRequired: options.eab !== undefined,
    ...(options.eab === undefined ? {} : { externalAccountMACKeys: options.eab }),
    certificateValidityPeriod: options.validity ?? 90 * 86_400,
  };
  await writeFile(join(folder, 'config.json'), JSON.stringify({ pebble }));
  const child = spawn('pebble', ['-config', join(folder, 'config.json'), '-dnsserver', options.dns], {
    env: {
      ...process.env,
      PEBBLE_VA_NOSLEEP: '1',
      PEBBLE_WFE_NONCEREJECT: String(options.nonceReject ?? 0),
      PEBBLE_AUTHZREUSE: String(options.authzReuse ?? 0),
      PEBBLE_ALTERNATE_ROOTS: String(options.alternateRoots ?? 0),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      log += chunk.toString();
    });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  const get = (path: string) => fetchPem(management, path);
  await listening(
    () => get('/roots/0'),
    () => child.exitCode,
    () => log,
  );
  return {
    directoryUrl: `https://127.0.0.1:${acme}/dir`,
    caFile: join(folder, 'ca.pem'),
    root: (at = 0) => get(`/roots/${at}`),
    log: () => log,
    kill,
    ports: [acme, management],
    [Symbol.asyncDispose]: kill,
  };
}

async function listening(look: () => Promise<string>, exitCode: () => number | null, log: () => string): Promise<void> {
  for (;;) {
    if (exitCode() !== null) throw new Error(`pebble ended: ${log()}`);
    try {
      await look();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

function fetchPem(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, rejectUnauthorized: false }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      response.on('end', () => resolve(body));
    })
      .on('error', reject)
      .end();
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
