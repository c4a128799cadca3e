import type { Applying, DnsRecord, Problem, Registrar } from '../../../core/contracts/index.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { code, say } from '../../../core/text/say.ts';
import { comparableAll, sameData } from '../../../core/wait/propagation/record-set.ts';
import { asJson, type RecordState } from '../../shared/dns/record-states.ts';
import { recordLine } from '../../shared/dns/record-words.ts';

const USUAL_TTL_S = 300;

/** Replaces the announced set, removes an announced alias in its way, and reads back. The receipt is what the registrar holds then. */
export async function* writeSet({ set, before }: RecordState, registrar: Registrar, signal: AbortSignal): Applying {
  const alias = before?.find((record) => record.type === 'CNAME' && set.type !== 'CNAME');
  if (alias !== undefined) {
    await registrar.remove({ name: alias.name, type: alias.type }, signal);
    yield {
      type: 'note',
      level: 'info',
      text: say('Removed {record}, which stood in the way.', '競合していた {record} を削除しました。', { record: code(recordLine(alias)) }),
    };
  }
  await registrar.set(
    set.records.map((record) => ({ ...record, name: set.name, ttl: record.ttl ?? USUAL_TTL_S })),
    signal,
  );
  const held = await registrar.get(set.name, set.type, signal);
  if (!sameData(comparableAll(held), set.data)) fail(notHeld(set.records, held));
  return { name: set.name, type: set.type, before: asJson(before ?? []), records: asJson(held) };
}

function notHeld(wanted: readonly DnsRecord[], held: readonly DnsRecord[]): Problem {
  return {
    code: 'practice-not-held',
    owner: 'service',
    message: say('The practice registrar holds {held} instead of {wanted}.', '練習用レジストラーの内容が {wanted} ではなく {held} になっています。', {
      held: code(held.map(recordLine).join(', ')),
      wanted: code(wanted.map(recordLine).join(', ')),
    }),
    next: [
      say('Somebody else changed it at the same time; run the same command again.', '同時に別の変更が行われました。同じコマンドをもう一度実行してください。'),
    ],
  };
}
