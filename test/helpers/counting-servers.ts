import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ZoneData } from '../../src/plugins/environments/sandbox/dns/zone-data.ts';

export interface CountingServers extends AsyncDisposable {
  readonly ports: readonly number[];
  /** When each was asked, ms of a monotonic clock. */
  times(): Promise<readonly (readonly number[])[]>;
}

/** Authoritative servers in a thread of their own: their clock runs on while the one who asks is busy. */
export async function startCountingServers(zone: ZoneData, count = 1): Promise<CountingServers> {
  const worker = new Worker(new URL('./counting-worker.ts', import.meta.url), { workerData: { zone, count }, execArgv: [] });
  const [ports] = (await once(worker, 'message')) as [readonly number[]];
  return {
    ports,
    async times() {
      worker.postMessage('times');
      const [times] = (await once(worker, 'message')) as [readonly (readonly number[])[]];
      return times;
    },
    [Symbol.asyncDispose]: async () => void (await worker.terminate()),
  };
}

/** The most that came within any second. */
export function mostInASecond(times: readonly number[]): number {
  let from = 0;
  let most = 0;
  for (const [at, time] of times.entries()) {
    while (time - (times[from] ?? 0) >= 1000) from += 1;
    most = Math.max(most, at - from + 1);
  }
  return most;
}
