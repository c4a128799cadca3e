import type { ChangeEvent, DnsRow } from '../contracts/index.ts';
import { rememberingZones } from '../wait/propagation/zones.ts';
import { type RecordsLook, type WaitForRecords, waitForRecords } from '../wait/propagation.ts';
import { diagnoseName } from './diagnose.ts';

const AGAIN_MS = 60_000;

/** Waits for the records and says, each once, why they are not there: causes with cures among the looks. */
export async function* waitWithCauses(wait: WaitForRecords): AsyncGenerator<ChangeEvent, { right: boolean; rows: readonly DnsRow[] }, void> {
  const { env, records, resolvers, signal } = wait;
  const zoneOf = wait.zoneOf ?? rememberingZones(env.dns, env.clock);
  const told = new Set<string>();
  let look: RecordsLook | undefined;
  let nextDiagnosis = 0;
  const waiting = waitForRecords({
    ...wait,
    zoneOf,
    looked(seen) {
      look = seen;
      wait.looked?.(seen);
    },
  });
  for (;;) {
    const next = await waiting.next();
    if (next.done === true) return next.value;
    yield next.value;
    if (next.value.over === undefined && env.clock.now() < nextDiagnosis) continue;
    nextDiagnosis = env.clock.now() + AGAIN_MS;
    for (const name of new Set(records.map((record) => record.name))) {
      const { findings } = await diagnoseName({ env, records, name, resolvers, signal, zoneOf, ...(look === undefined ? {} : { look }) });
      for (const finding of findings) {
        const key = `${finding.code} ${finding.subject}`;
        // What is waited for is no news, and where all is well hints are none either.
        if (told.has(key) || AWAITED.has(finding.code) || (next.value.over !== undefined && finding.severity === 'info')) continue;
        told.add(key);
        yield { type: 'finding', finding };
      }
    }
  }
}

const AWAITED = new Set(['dns-record-missing', 'dns-elsewhere', 'dns-old-answer', 'dns-absence-remembered']);
