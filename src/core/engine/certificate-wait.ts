import type { Change, RunEvent } from '../contracts/index.ts';
import type { OpenWait, OpenWaits } from '../wait/open-wait.ts';
import { type Applied, type Applying, applyChanges, staysOpen } from './apply-changes.ts';
import type { Parts } from './parts.ts';
import { waitOf } from './wait-of.ts';

/** Applies the changes of the certificate step, with the wait kept beside the resource's record. */
export function obtainCertificate(changes: readonly Change[], parts: Parts, applying: Applying): AsyncGenerator<RunEvent, Applied, void> {
  const { domain, kept } = parts;
  const subject = domain.kind === 'custom' ? domain.fqdn : '';
  return keepingWait(changes, { waits: kept.waits, waitFrom: (startedAt) => waitOf('certificate', parts, { subject, startedAt, deadline: null }) }, applying);
}

export interface KeptWait {
  readonly waits: OpenWaits;
  /** As it lies on the disk. @param startedAt ms since the epoch of the environment's clock */
  waitFrom(startedAt: number): OpenWait;
}

/** Where a person has to act first, the wait for it lies on the disk until it is over. */
export async function* keepingWait(changes: readonly Change[], { waits, waitFrom }: KeptWait, applying: Applying): AsyncGenerator<RunEvent, Applied, void> {
  const work = applyChanges(changes, applying);
  let only: AsyncDisposable | undefined;
  try {
    for (;;) {
      const next = await work.next();
      if (next.done === true) {
        const { value: applied } = next;
        if (applied.type === 'done' || (applied.type === 'failed' && !staysOpen(applied.problem))) await waits.close('certificate');
        return applied;
      }
      if (next.value.type === 'wait' && next.value.byHand === true && only === undefined) {
        only = await waits.lock('certificate');
        await waits.put(waitFrom(next.value.startedAt));
      }
      yield next.value;
    }
  } finally {
    await work.return({ type: 'left', why: 'no-wait' });
    await only?.[Symbol.asyncDispose]();
  }
}
