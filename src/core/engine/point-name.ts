import type { CertBundle, DnsPlugin, DnsRecord, DnsRow, Problem, RunEvent, Text } from '../contracts/index.ts';
import { listAnswer } from '../dns/list-answer.ts';
import { waitWithCauses } from '../dns/waiting-with-causes.ts';
import { replayCommand } from '../profile/profile-command.ts';
import { say } from '../text/say.ts';
import { propagationLimit } from '../wait/dns-answers.ts';
import { notYet, shownRecords } from '../wait/watch-records.ts';
import { type Applied, type Applying, applyChanges } from './apply-changes.ts';
import { checkByName } from './check-by-name.ts';
import type { Prepared } from './prepare.ts';
import { waitOf } from './wait-of.ts';

export interface Pointing {
  readonly prepared: Prepared;
  readonly bundle: CertBundle | undefined;
  readonly dns: DnsPlugin;
  readonly records: readonly DnsRecord[];
  readonly applying: Applying;
  /** Something answers at the address already, so the name can be checked all the way. */
  readonly served: boolean;
}

export interface Pointed {
  readonly applied: Applied;
  readonly problem?: Problem;
  /** What is left to time or to a person. */
  readonly left?: Text;
}

/** Writes or asks for the records, waits until DNS shows them, and then looks at the service by its name, as a client would. */
export async function* pointName({ prepared, bundle, dns, records, applying, served }: Pointing): AsyncGenerator<RunEvent, Pointed, void> {
  const { context } = prepared;
  const applied = yield* applyChanges(await dns.plan(records, context), applying);
  if (applied.type !== 'done') return { applied };
  const now = context.env.clock.now();
  const deadline = applying.wait ? (applying.deadline ?? now + propagationLimit(context.answers)) : now;
  const { right, rows } = yield* showsRecords(prepared, records, deadline);
  if (!right) return applying.wait ? { applied, problem: notYet(records, rows, replayCommand(context)) } : { applied, left: laterText(records) };
  const problem = served ? yield* checkByName(prepared, bundle, records) : undefined;
  return problem === undefined ? { applied } : { applied, problem };
}

interface Shown {
  readonly right: boolean;
  readonly rows: readonly DnsRow[];
}

// The wait lies on the disk all the while, so that another process can go on with it; it is closed when DNS shows them.
async function* showsRecords(prepared: Prepared, records: readonly DnsRecord[], deadline: number): AsyncGenerator<RunEvent, Shown, void> {
  const { context, kept } = prepared;
  const { env, answers, signal } = context;
  await using _only = await kept.waits.lock('dns');
  const before = await kept.waits.get('dns');
  const startedAt = before !== undefined && sameRecords(before.records, records) ? before.startedAt : env.clock.now();
  const awaited = records.map(({ name, type, data }) => ({ name, type, data }));
  await kept.waits.put(waitOf('dns', prepared, { subject: records[0]?.name ?? '', startedAt, deadline, records: awaited }));
  const shown = yield* waitWithCauses({ env, records, resolvers: listAnswer(answers['dns.resolvers']), deadline, startedAt, signal });
  if (shown.right) await kept.waits.close('dns');
  return shown;
}

function sameRecords(some: readonly DnsRecord[], others: readonly DnsRecord[]): boolean {
  const written = (records: readonly DnsRecord[]) =>
    records
      .map(({ name, type, data }) => `${name} ${type} ${data}`)
      .toSorted()
      .join('\n');
  return written(some) === written(others);
}

function laterText(records: readonly DnsRecord[]): Text {
  return say('DNS does not show {records} everywhere yet.', 'DNS にはまだ {records} が行き渡っていません。', { records: shownRecords(records) });
}
