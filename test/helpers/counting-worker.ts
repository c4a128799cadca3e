import { parentPort, workerData } from 'node:worker_threads';
import { startAuthoritative } from '../../src/plugins/environments/sandbox/dns/authoritative.ts';
import type { ZoneData } from '../../src/plugins/environments/sandbox/dns/zone-data.ts';

const { zone, count } = workerData as { readonly zone: ZoneData; readonly count: number };
const times: number[][] = Array.from({ length: count }, () => []);
const servers = await Promise.all(
  times.map((asked) =>
    startAuthoritative({
      zones: () => [zone],
      faults() {
        asked.push(performance.now());
        return undefined;
      },
    }),
  ),
);
parentPort?.on('message', () => parentPort?.postMessage(times));
parentPort?.postMessage(servers.map(({ port }) => port));
