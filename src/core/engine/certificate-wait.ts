import type { Change, RunEvent, WaitEvent } from '../contracts/index.ts';
import type { OpenWait } from '../wait/open-wait.ts';
import { type Applied, type Applying, applyChanges, staysOpen } from './apply-changes.ts';
import type { Parts } from './parts.ts';
import { profileCommand } from './profile-command.ts';

/** Applies the changes of the certificate step. Where a person has to act first, the wait for it lies on the disk until it is over. */
export async function* obtainCertificate(changes: readonly Change[], parts: Parts, applying: Applying): AsyncGenerator<RunEvent, Applied, void> {
  const { waits } = parts.kept;
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
        await waits.put(waitOf(parts, next.value));
      }
      yield next.value;
    }
  } finally {
    await work.return({ type: 'left', why: 'no-wait' });
    await only?.[Symbol.asyncDispose]();
  }
}

function waitOf(parts: Parts, { startedAt }: WaitEvent): OpenWait {
  const { context, domain, source } = parts;
  return {
    version: 1,
    kind: 'certificate',
    profile: context.profile ?? null,
    profileFile: source?.file ?? null,
    environment: context.env.id,
    subject: domain.kind === 'custom' ? domain.fqdn : '',
    startedAt,
    deadline: null,
    askedAt: null,
    resume: profileCommand('watch certificate', parts),
    baseline: null,
    records: [],
  };
}
