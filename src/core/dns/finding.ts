import type { Finding, Severity, Text } from '../contracts/index.ts';
import { code, say, value } from '../text/say.ts';
import { visible } from '../text/visible.ts';

export function finding(id: string, severity: Severity, subject: string, message: Text, ...next: readonly Text[]): Finding {
  return { code: `dns-${id}`, severity, subject, message, next };
}

/** Somebody's list as one value. */
export const list = (words: readonly string[]) => value(words.map((word) => visible(word)).join(', '));

/** What to set, as zone files have it. */
export function setRecord(name: string, type: string, data: string): Text {
  return say('Set {record} at the host of the zone.', 'ゾーンのホスト側で {record} を設定してください。', { record: code(`${name} ${type} ${data}`) });
}
