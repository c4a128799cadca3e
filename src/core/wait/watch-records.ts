import type { ChangeEvent, Context, DnsRecord, DnsRow, DnsServer, Outcome, Problem, RunEvent } from '../contracts/index.ts';
import { waitWithCauses } from '../dns/waiting-with-causes.ts';
import { code, say, value } from '../text/say.ts';
import { zonesServedBy } from './propagation/zones.ts';
import type { WaitForRecords } from './propagation.ts';

export interface WatchedRecords {
  readonly records: readonly DnsRecord[];
  /** As in the profile; empty for the environment's default. */
  readonly resolvers: readonly string[];
  /** Asked as authoritative, instead of those that the parent zone names. */
  readonly authoritative: readonly DnsServer[];
  /** ms since the epoch of the environment's clock */
  readonly deadline: number | undefined;
  readonly startedAt?: number;
  /** What goes on with it later. */
  readonly resume: string;
  /** Aborted when the person who watches leaves. */
  readonly leave?: AbortSignal;
}

/** Waits until DNS shows the records everywhere, and changes nothing. */
export async function* watchRecords({ env, signal }: Pick<Context, 'env' | 'signal'>, watched: WatchedRecords): AsyncGenerator<RunEvent, Outcome, void> {
  const { records, resolvers, deadline, startedAt, authoritative, resume, leave } = watched;
  const wait: WaitForRecords = {
    env,
    records,
    resolvers,
    signal: leave === undefined ? signal : AbortSignal.any([signal, leave]),
    ...(deadline === undefined ? {} : { deadline }),
    ...(startedAt === undefined ? {} : { startedAt }),
  };
  // Servers that were named by hand count, whatever a delegation says.
  const waiting = waitWithCauses(authoritative.length === 0 ? wait : { ...wait, zoneOf: zonesServedBy(env.dns, authoritative) });
  try {
    const { right, rows } = yield* resumable(waiting, resume);
    if (right) return { type: 'outcome', status: 'done', exitCode: 0, changed: false };
    return { type: 'outcome', status: 'failed', exitCode: 3, changed: false, problem: notYet(records, rows, resume) };
  } catch (thrown) {
    if (signal.aborted || leave?.aborted !== true) throw thrown;
    const later = say('Go on with it: {command}', '続行するには: {command}', { command: code(resume) });
    return { type: 'outcome', status: 'waiting', exitCode: 0, changed: false, next: [later] };
  }
}

async function* resumable<R>(waiting: AsyncGenerator<ChangeEvent, R, void>, resume: string): AsyncGenerator<RunEvent, R, void> {
  for (;;) {
    const next = await waiting.next();
    if (next.done === true) return next.value;
    yield next.value.type === 'wait' ? { ...next.value, resume } : next.value;
  }
}

/** As a sentence shows them. */
export function shownRecords(records: readonly DnsRecord[]) {
  return value(records.map((record) => `${record.name} ${record.type} ${record.data}`).join(', '));
}

/** The time is up. @param rows what was seen last @param command that looks again */
export function notYet(records: readonly DnsRecord[], rows: readonly DnsRow[], command: string): Problem {
  const zone = rows.filter(({ role }) => role === 'authoritative');
  const zoneIsRight = zone.length > 0 && zone.every(({ verdict }) => verdict === 'right');
  return {
    code: 'dns-not-yet',
    owner: 'you',
    exit: 3,
    message: say('The time is up and DNS does not show {records} everywhere.', '制限時間内に DNS に {records} が反映されませんでした。', {
      records: shownRecords(records),
    }),
    next: [
      zoneIsRight
        ? say(
            'Nothing is left to be set in the zone: it shows the records. Who says something else, and until when, stands above.',
            'ゾーンには反映済みで、設定は残っていません。異なる応答を返すサーバーとその期限は、上に表示されています。',
          )
        : say(
            'Check the record at the host of your zone: type, name and value exactly as shown.',
            'ゾーンのホスト側でレコードの種類、名前、値が表示どおりか確認してください。',
          ),
      say('Run {command} again: it only waits for what is missing.', '{command} をもう一度実行すると、足りないものだけを待ちます。', {
        command: code(command),
      }),
    ],
  };
}
