import type { Change, ChangeEvent, Context, DnsPlugin, DnsRecord, DnsRow } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { parseDuration } from '../../../core/text/parse-duration.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { poll } from '../../../core/wait/poll.ts';
import { chase } from '../../../core/wait/propagation/chase.ts';
import { rememberingZones } from '../../../core/wait/propagation/zones.ts';
import { lookAtAuthority, lookAtRecords } from '../../../core/wait/propagation.ts';

const USUAL_MS = 2 * 3_600_000;
const PAUSE_MS = 4_000;
const TTL_S = 60;

/** The record that proves a name (RFC 8555 8.4). */
export function challengeRecord(name: string, digest: string): DnsRecord {
  return { name: `_acme-challenge.${name.replace(/^\*\./, '')}`, type: 'TXT', data: digest, ttl: TTL_S };
}

/** The same records at the end of the aliases that stand there: a challenge that is delegated to another zone is answered in that zone. */
export async function whereAliasesLead(records: readonly DnsRecord[], { env, signal }: Context): Promise<readonly DnsRecord[]> {
  return await Promise.all(records.map(async (record) => ({ ...record, name: (await chase(env.dns, record.name, record.type, signal)).end })));
}

/** Has the records written, by the DNS plugin or by hand, and waits until every authoritative server shows them: the authority is asked afterwards. */
export async function* publish(records: readonly DnsRecord[], dns: DnsPlugin, context: Context): AsyncGenerator<ChangeEvent, void, void> {
  const changes = (await dns.plan(records, context)).filter(({ effect }) => effect !== 'none');
  yield* applyAll(changes, context);
  yield* waitForAll(
    records,
    changes.some(({ effect }) => effect === 'by-hand'),
    context,
  );
}

/** Takes the records away again. A failure is told and does no harm: the next order writes others. */
export async function* takeBack(records: readonly DnsRecord[], dns: DnsPlugin, context: Context): AsyncGenerator<ChangeEvent, void, void> {
  try {
    if (dns.undo !== undefined) yield* applyAll(await dns.undo(records, context), context);
    else
      yield { type: 'instruct', text: say('These records have done their work and can be removed:', '次のレコードは役目を終えたため、削除できます:'), records };
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    yield {
      type: 'note',
      level: 'warn',
      text: say('{records} could not be removed: {why}', '{records} を削除できませんでした: {why}', {
        records: value(shown(records)),
        why: thrown.problem.message,
      }),
    };
  }
}

async function* applyAll(changes: readonly Change[], context: Context): AsyncGenerator<ChangeEvent, void, void> {
  for (const change of changes) {
    yield { type: 'note', level: 'info', text: change.title };
    yield* change.apply(context);
  }
}

async function* waitForAll(records: readonly DnsRecord[], byHand: boolean, { env, answers, signal }: Context): AsyncGenerator<ChangeEvent, void, void> {
  const deadline = env.clock.now() + (parseDuration(String(answers['dns.timeout'] ?? '')) ?? USUAL_MS);
  const resolvers = answers['dns.resolvers'];
  const names = Array.isArray(resolvers) ? resolvers.map(String) : [];
  const zoneOf = rememberingZones(env.dns, env.clock);
  let rows: readonly DnsRow[] = [];
  const right = yield* poll<true, ChangeEvent>({
    clock: env.clock,
    signal,
    deadline,
    async look() {
      const authority = await lookAtAuthority(env, records, signal, { zoneOf });
      // Port 53 closed from here: what the resolvers show has to do.
      const look = authority.authority === 'cannot-tell' ? await lookAtRecords(env, records, names, signal, { zoneOf }) : authority;
      rows = look.rows;
      return look.verdict === 'right' ? { done: true, value: true } : { done: false };
    },
    pause: () => PAUSE_MS,
    event: ({ attempt, startedAt, nextAt }) => ({
      type: 'wait',
      id: 'certificate:acme-record',
      for: say('the name servers to show {record}', 'ネーム サーバーへの {record} の反映', { record: value(shown(records)) }),
      attempt,
      startedAt,
      nextAt,
      deadline,
      rows,
      ...(byHand ? { byHand } : {}),
    }),
  });
  if (right !== true) throw late(records);
}

function late(records: readonly DnsRecord[]): ProblemError {
  return new ProblemError({
    code: 'acme-record-late',
    owner: 'you',
    exit: 3,
    message: say(
      'The time is up and the name servers do not all show {records}. The authority was not asked.',
      '制限時間内に、すべてのネーム サーバーに {records} が反映されませんでした。証明機関にはまだ確認を依頼していません。',
      {
        records: code(shown(records)),
      },
    ),
    next: [
      say(
        'Correct the record and run the same command again: it goes on with this order.',
        'レコードを修正し、同じコマンドをもう一度実行すると、この注文の続きから再開します。',
      ),
    ],
  });
}

const shown = (records: readonly DnsRecord[]): string => records.map(({ name, type, data }) => `${name} ${type} ${data}`).join(', ');
