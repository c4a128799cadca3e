import type { Change, RunEvent } from '../contracts/index.ts';
import { type Applied, type Applying, applyChanges, staysOpen } from './apply-changes.ts';
import type { Parts } from './parts.ts';
import { waitOf } from './wait-of.ts';

/** Applies the changes of the certificate step. Where a person has to act first, the wait for it lies on the disk until it is over. */
export async function* obtainCertificate(changes: readonly Change[], parts: Parts, applying: Applying): AsyncGenerator<RunEvent, Applied, void> {
  const { domain, kept } = parts;
  const { waits } = kept;
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
        const subject = domain.kind === 'custom' ? domain.fqdn : '';
        await waits.put(waitOf('certificate', parts, { subject, startedAt: next.value.startedAt, deadline: null }));
      }
      yield next.value;
    }
  } finally {
    await work.return({ type: 'left', why: 'no-wait' });
    await only?.[Symbol.asyncDispose]();
  }
}
