import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answers, Context, DnsPlugin, DnsRecord, Environment } from '../../../../src/core/contracts/index.ts';
import acme from '../../../../src/plugins/certificates/acme/index.ts';
import practice from '../../../../src/plugins/dns/practice/index.ts';
import { createFiles, createSecrets } from '../../../../src/plugins/shared/local/index.ts';
import { runChange } from '../../../../src/testing/run-change.ts';
import { contoso, dnsWorld } from '../../../helpers/dns-world.ts';
import { hurriedClock } from '../../../helpers/hurried-clock.ts';
import { type PebbleOptions, startPebble } from '../../../helpers/pebble.ts';
import { tempFolder } from '../../../helpers/temp-folder.ts';

export const NAMES = ['www.contoso.com'];

/** A name server that pebble asks, pebble, and a context in which the plugin can order. */
export async function acmeWorld(
  { blind = false, ...options }: Omit<PebbleOptions, 'dns'> & { readonly blind?: boolean } = {},
  records: readonly DnsRecord[] = [],
) {
  const clock = hurriedClock();
  const dns = await dnsWorld([contoso(...records)], clock);
  // A name server that never hears of a change: what the authority sees where a firewall or a split horizon stands between.
  const other = await dnsWorld([contoso()], clock);
  const { authoritative } = blind ? other : dns;
  const asked = `${authoritative.address}:${authoritative.port}`;
  let pebble = await startPebble({ ...options, dns: asked });
  const folder = await tempFolder();
  mkdirSync(join(folder, 'state', 'profiles'), { recursive: true, mode: 0o700 });
  const files = createFiles();
  const variables: Record<string, string> = {};
  let roots = [await pebble.root()];
  const env = {
    id: 'test',
    practice: true,
    clock,
    files,
    secrets: createSecrets(files, { variables }),
    tls: { roots: async () => roots },
    dns: dns.dns,
    registrar: dns.registrar,
  } as unknown as Environment;
  const paths = { resolve: (path: string) => join(folder, path), own: join(folder, 'state', 'profiles', 'contoso') };
  const usual = (): Answers => ({
    'certificate.authority': 'custom',
    'certificate.directoryUrl': pebble.directoryUrl,
    'certificate.authorityCaFile': pebble.caFile,
    'certificate.termsAgreed': true,
    'certificate.keyType': 'ecdsa-p256',
  });
  const context = (answers: Answers = {}, signal = new AbortController().signal): Context => ({
    env: { ...env, files: { ...files } },
    answers: { ...usual(), ...answers },
    signal,
    profile: 'contoso',
    paths: { ...paths, resolve: (path: string) => (path.startsWith('/') ? path : join(folder, path)) },
  });
  return {
    folder,
    clock,
    dns,
    variables,
    context,
    pebble: () => pebble,
    /** Dies and comes back with no memory, as pebble has it. */
    async rebirth() {
      await pebble.kill();
      pebble = await startPebble({ ...options, dns: asked }, pebble.ports);
      roots = [await pebble.root()];
    },
    async plan(answers: Answers = {}, lent: DnsPlugin | undefined = practice) {
      return await acme.plan(NAMES, context(answers), lent);
    },
    /** Plans and does it. */
    async issue(answers: Answers = {}, lent: DnsPlugin = practice) {
      const at = context(answers);
      const { changes, findings } = await acme.plan(NAMES, at, lent);
      const [change] = changes;
      if (change === undefined) throw new Error(`nothing to do: ${JSON.stringify(findings)}`);
      return await runChange(change, at);
    },
    challenges: () => dns.zones.flatMap(({ records: all }) => all.filter(({ name }) => name.startsWith('_acme-challenge.'))),
    kept: () => contents(folder),
    async [Symbol.asyncDispose]() {
      await pebble.kill();
      await Promise.all([dns, other].map((each) => each[Symbol.asyncDispose]()));
    },
  };
}

export function contents(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(entries.map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), 'latin1')]));
}
