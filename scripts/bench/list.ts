import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quantile } from './measure.ts';
import { open } from './screen.ts';
import type { Figure } from './wizard.ts';

const ENTRIES = 5_000;
const KEYS = 300;
const DOWN = '\u001b[B';
const PAGE_DOWN = '\u001b[6~';

/** What it costs to scroll a list of thousands: the profiles of one file, of which one is to be replayed. */
export async function measureList(bin: string, home: Readonly<Record<string, string>>, folder: string): Promise<readonly Figure[]> {
  const config = join(folder, 'list.config.yaml');
  mkdirSync(folder, { recursive: true });
  writeFileSync(config, profiles(), { mode: 0o600 });
  const list = open([bin, '--config', config], home);
  await list.until('Replay a profile');
  await list.press(DOWN);
  await list.press('\r');
  // Only what changed is written: of its title not every letter.
  await list.until('of 5,000');
  // What was seen of each profile is read meanwhile.
  await list.quiet();
  const before = list.bytes();
  const times: number[] = [];
  for (let key = 0; key < KEYS; key += 1) times.push(await list.press(key % 10 === 9 ? PAGE_DOWN : DOWN));
  await list.quiet();
  const bytes = (list.bytes() - before) / KEYS;
  await list.end();
  const median = quantile(times, 0.5).toFixed(1);
  return [
    { what: 'key to next frame in a list of 5,000, p95, ms', figure: quantile(times, 0.95), aim: 16, detail: `median ${median} ms, ${KEYS} keys` },
    { what: 'bytes a keystroke there', figure: bytes, aim: 2048, detail: 'mean of the same keys: rows and pages' },
  ];
}

function profiles(): string {
  const one = (at: number) =>
    `  service-${at}: { environment: sandbox, target: { plugin: aci, serviceName: s${at} }, domain: { kind: custom, fqdn: s${at}.contoso.com } }`;
  return ['version: 1', 'profiles:', ...Array.from({ length: ENTRIES }, (_, at) => one(at)), ''].join('\n');
}
