import type { CertificatePlugin, Context, DnsPlugin, Outcome, RunEvent } from '../contracts/index.ts';
import { code, say } from '../text/say.ts';
import { openWaits } from '../wait/open-wait.ts';
import { keepingWait } from './certificate-wait.ts';
import { openJournal } from './journal.ts';
import { hasError } from './review-of.ts';
import { blockedProblem } from './run.ts';
import { waitOf } from './wait-of.ts';
import { failedOutcome, withOutcome } from './with-outcome.ts';

export interface Obtaining {
  readonly certificate: CertificatePlugin;
  readonly names: readonly string[];
  readonly dns: DnsPlugin | undefined;
  readonly context: Context;
  readonly journalFile: string;
  /** false: leave what a person has to do to the next run. */
  readonly wait: boolean;
  /** ms since the epoch of the environment's clock */
  readonly deadline: number | undefined;
  /** Absolute; where the wait for what a person has to do lies meanwhile. */
  readonly recordFolder: string;
  /** What takes it up again, for whoever has to leave it. */
  readonly again: string;
}

/** A certificate alone, without a service to deploy it to. The last event is the outcome; what is left unfinished is journaled. */
export async function* obtain(obtaining: Obtaining): AsyncGenerator<RunEvent, void, void> {
  yield* withOutcome(obtaining.context, () => obtained(obtaining));
}

async function* obtained({
  certificate,
  names,
  dns,
  context,
  journalFile,
  recordFolder,
  wait,
  deadline,
  again,
}: Obtaining): AsyncGenerator<RunEvent, Outcome, void> {
  const { files } = context.env;
  await using _lock = await files.lock(journalFile);
  const journal = await openJournal(files, journalFile);
  const { changes, findings } = await certificate.plan(names, context, dns);
  for (const finding of findings) yield { type: 'finding', finding };
  if (hasError(findings)) return failedOutcome(blockedProblem({ steps: [{ step: 'certificate', changes, findings, notes: [] }] }));
  const waitFrom = (startedAt: number) =>
    waitOf('certificate', { context, source: undefined }, { subject: names[0] ?? '', startedAt, deadline: null, resume: again });
  const kept = { waits: openWaits(files, recordFolder), waitFrom };
  const applied = yield* keepingWait(changes, kept, { context, journal, wait, deadline });
  if (applied.type === 'failed') return failedOutcome(applied.problem, true);
  if (applied.type === 'done') return { type: 'outcome', status: applied.changed ? 'done' : 'unchanged', exitCode: 0, changed: applied.changed };
  const next = [say('Run it again to go on: {command}.', '続行するには、もう一度実行してください: {command}', { command: code(again) })];
  return { type: 'outcome', status: 'waiting', exitCode: applied.why === 'timeout' ? 3 : 0, changed: true, next };
}
