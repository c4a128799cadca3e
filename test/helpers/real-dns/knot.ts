import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, programPath, startDaemon } from './daemon.ts';

/** The key that updates are signed with in these tests, and in no other place. */
export const TSIG = { name: 'amltls-test', algorithm: 'hmac-sha256', secret: 'c2VjcmV0IG9mIGEgdGVzdCBhbmQgb2Ygbm90aGluZyBlbHNlIQ==' } as const;

export interface KnotZone {
  readonly zone: string;
  /** Zone file after `$ORIGIN` and `$TTL`; missing for a secondary. */
  readonly text?: string;
  /** Port of the primary: the copy comes from there. */
  readonly primary?: number;
  readonly signed?: boolean;
  /** Updates need the key. */
  readonly keyed?: boolean;
}

export interface Knot extends AsyncDisposable {
  readonly port: number;
  /** Base64-free: the DS of a signed zone, as `keymgr` prints it. */
  ds(zone: string): Promise<string>;
}

const run = promisify(execFile);

/** Knot DNS on a port of loopback. */
export async function startKnot(folder: string, zones: readonly KnotZone[]): Promise<Knot> {
  const port = await freePort();
  await Promise.all(['run', 'db'].map((name) => mkdir(join(folder, name), { recursive: true })));
  for (const { zone, text } of zones) if (text !== undefined) await writeFile(join(folder, `${zone}.zone`), `$ORIGIN ${zone}.\n$TTL 300\n${text}\n`);
  const config = join(folder, 'knot.conf');
  await writeFile(config, configOf(folder, port, zones));
  const daemon = await startDaemon(programPath('knotd', 'knot'), ['-c', config], port);
  return {
    port,
    async ds(zone) {
      const { stdout } = await run(programPath('keymgr', 'knot'), ['-c', config, zone, 'ds']);
      return stdout.split('\n').find((line) => / 13 2 /.test(line)) ?? '';
    },
    [Symbol.asyncDispose]: () => daemon[Symbol.asyncDispose](),
  };
}

function configOf(folder: string, port: number, zones: readonly KnotZone[]): string {
  const primaries = [...new Set(zones.flatMap(({ primary }) => primary ?? []))];
  return [
    'server:',
    `    listen: 127.0.0.1@${port}`,
    `    rundir: "${join(folder, 'run')}"`,
    '    tcp-workers: 2',
    '    udp-workers: 1',
    '    background-workers: 1',
    'database:',
    `    storage: "${join(folder, 'db')}"`,
    'log:',
    '  - target: stderr',
    '    any: warning',
    'key:',
    `  - id: ${TSIG.name}.`,
    `    algorithm: ${TSIG.algorithm}`,
    `    secret: ${TSIG.secret}`,
    'acl:',
    '  - id: open',
    '    address: 127.0.0.0/8',
    '    action: [update, transfer]',
    '  - id: keyed',
    `    key: ${TSIG.name}.`,
    '    action: update',
    '  - id: copy',
    '    address: 127.0.0.0/8',
    '    action: transfer',
    ...(primaries.length === 0 ? [] : ['remote:', ...primaries.flatMap((primary) => [`  - id: p${primary}`, `    address: 127.0.0.1@${primary}`])]),
    'policy:',
    '  - id: plain',
    '    algorithm: ecdsap256sha256',
    '    single-type-signing: on',
    'template:',
    '  - id: default',
    `    storage: "${folder}"`,
    '    file: "%s.zone"',
    '    semantic-checks: off',
    'zone:',
    ...zones.flatMap(({ zone, primary, signed, keyed }) => [
      `  - domain: ${zone}`,
      `    acl: [${keyed === true ? 'keyed, copy' : 'open'}]`,
      ...(primary === undefined ? [] : [`    master: p${primary}`]),
      ...(signed === true ? ['    dnssec-signing: on', '    dnssec-policy: plain'] : []),
    ]),
    '',
  ].join('\n');
}
