import type { DnsRecord, Text } from '../../../../core/contracts/index.ts';
import { say } from '../../../../core/text/say.ts';
import { visible } from '../../../../core/text/visible.ts';
import { padEnd, widthOf } from '../../../text/width.ts';
import { cutRow, labelled, piece, type Row } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';

const NAME = say('Name', '名前');
const TYPE = say('Type', '種類');
const VALUE = say('Value', '値');
const TTL = say('TTL', 'TTL');
const seconds = (ttl: number): Text => say('{ttl} seconds', '{ttl} 秒', { ttl });

/** The same in one row a record, where room is short. */
export function drawRecordRows(records: readonly DnsRecord[], width: number, look: Look): readonly Row[] {
  return records.map((record) => {
    const ttl = record.ttl === undefined ? '' : `  TTL ${look.words(seconds(record.ttl))}`;
    return cutRow([piece(`${record.type}  ${visible(record.name)}  ${visible(record.data)}`, 'strong'), piece(ttl, 'muted')], width, look.symbols.ellipsis);
  });
}

/** Records as they are to be entered at a registrar, field by field; names and values go on below where they are long. */
export function drawRecords(records: readonly DnsRecord[], width: number, look: Look): readonly Row[] {
  return records.flatMap((record, at) => {
    const fields: readonly (readonly [Text, string])[] = [
      [TYPE, record.type],
      [NAME, visible(record.name)],
      [VALUE, visible(record.data)],
      ...(record.ttl === undefined ? [] : [[TTL, look.words(seconds(record.ttl))] as const]),
    ];
    const labels = fields.map(([label]) => look.words(label));
    const column = Math.max(...labels.map(widthOf)) + 2;
    const rows = fields.flatMap(([, text], index) => labelled([piece(padEnd(labels[index] ?? '', column), 'muted')], text, width, 'strong'));
    return at === 0 ? rows : [[], ...rows];
  });
}
