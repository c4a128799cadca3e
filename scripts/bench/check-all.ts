import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { checkEndpoint } from '../../src/core/check/check.ts';
import type { Environment } from '../../src/core/contracts/index.ts';
import { systemClock } from '../../src/plugins/shared/local/index.ts';
import { peekTls } from '../../src/plugins/shared/net/peek-tls.ts';
import { probeHttp } from '../../src/plugins/shared/net/probe-http.ts';
import { AT_ONCE } from '../../src/ui/commands/check/check-profiles.ts';
import { sideBySide } from '../../src/ui/commands/check/side-by-side.ts';
import { openManyServices, type Place } from './many-services.ts';
import { opensslLoop } from './openssl-loop.ts';
import { openSlowLine } from './slow-line-process.ts';
import type { Figure } from './wizard.ts';

// Each way: a client in one region, a service in the next.
const DELAY_MS = 25;
const COUNT = 500;

/** `amltls check --all` on many practice endpoints, and a loop of `openssl s_client` on the same ones. Build first (`npm run build`). */
export async function* measureCheckAll(): AsyncGenerator<Figure> {
  await using services = await openManyServices(COUNT);
  const { places, caFile } = services;
  const everything = await services.check(COUNT);
  yield ratio(`openssl loop / check --all of ${COUNT}, loopback`, await opensslLoop(places, caFile), everything.ms);
  await using line = await openSlowLine(places, DELAY_MS);
  const looked = await look(line.places, readFileSync(caFile, 'utf8'));
  yield ratio(`openssl loop / looks at ${COUNT}, ${2 * DELAY_MS} ms away`, await opensslLoop(line.places, caFile), looked.ms, 20);
  yield { what: 'processor time of one look, ms', figure: looked.cpuMs / COUNT, detail: `${AT_ONCE} at once` };
  for (const profiles of [100, 500, 2000]) {
    const { memory } = await services.check(profiles);
    yield {
      what: `resident memory of check --all, ${profiles}, MiB`,
      figure: Math.max(...memory) / 2 ** 20,
      detail: `after each tenth: ${memory.map((bytes) => Math.round(bytes / 2 ** 20)).join(' ')}`,
    };
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

function ratio(what: string, loopMs: number, ourMs: number, aim?: number): Figure {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  return { what, figure: loopMs / ourMs, ...(aim === undefined ? {} : { aim }), detail: `${seconds(loopMs)} / ${seconds(ourMs)}` };
}
