import type { DnsRecord, Text } from '../../../core/contracts/index.ts';
import { code, say } from '../../../core/text/say.ts';
import type { RecordSet } from '../../../core/wait/propagation/record-set.ts';
import type { RecordState } from './record-states.ts';

/** Stable for the same record set. */
export function changeId({ set }: Pick<RecordState, 'set'>): string {
  return `dns:${set.type}/${set.name}`;
}

/** `www.contoso.com A 20.0.0.4`, as zone files have it. */
export function recordLine({ name, type, data }: DnsRecord): string {
  return `${name} ${type} ${data}`;
}

export function alreadyRight({ set }: Pick<RecordState, 'set'>): Text {
  return say('DNS shows {record} already.', 'DNS には既に {record} が反映されています。', { record: code(set.records.map(recordLine).join(', ')) });
}

/** Of a set that is right: nothing is done to it. */
export function recordTitle({ set }: Pick<RecordState, 'set'>): Text {
  return say('DNS record {record}', 'DNS レコード {record}', { record: code(set.records.map(recordLine).join(', ')) });
}

export function changeTitle({ set, before }: Pick<RecordState, 'set' | 'before'>): Text {
  const record = code(set.records.map(recordLine).join(', '));
  return before === undefined || before.length === 0
    ? say('Create the DNS record {record}', 'DNS レコード {record} を作成', { record })
    : say('Change the DNS record to {record}', 'DNS レコードを {record} に変更', { record });
}

/** Of taking a set back. */
export function undoId({ type, name }: RecordSet): string {
  return `dns:remove/${type}/${name}`;
}

/** @param back what is to be there then */
export function undoTitle({ records }: RecordSet, back: readonly DnsRecord[]): Text {
  const record = code(records.map(recordLine).join(', '));
  return back.length === 0
    ? say('Delete the DNS record {record}', 'DNS レコード {record} を削除', { record })
    : say('Put the DNS record back to {before}', 'DNS レコードを {before} に戻す', { before: code(back.map(recordLine).join(', ')) });
}
