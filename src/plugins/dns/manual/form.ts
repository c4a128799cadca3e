import type { DnsRecord, Text } from '../../../core/contracts/index.ts';
import type { Hoster, RecordForm } from '../../../core/dns/hosters/index.ts';
import { hostPart } from '../../../core/domain/dns-name.ts';
import { code, say, value } from '../../../core/text/say.ts';

const USUAL_TTL_S = 300;

// Where the host is not known: the words that most forms use.
const ANY_FORM: RecordForm = { place: '', type: 'Type', name: 'Name', value: 'Value', ttl: 'TTL', apex: '@' };

/** What to type into the form of whoever hosts the zone, field by field, in the form's own words. */
export function formLines(record: DnsRecord, zone: string | undefined, hoster: Hoster | undefined): readonly Text[] {
  const form = hoster?.form ?? ANY_FORM;
  const fields = hoster === undefined ? PLAIN : labelsOf(form);
  return [
    ...(hoster === undefined ? [] : [say('  In the site: {place}', '  操作: {place}', { place: value(form.place) })]),
    line(fields.type, code(form.typeValue?.(record.type) ?? record.type)),
    nameLine(fields.name, record.name, zone, form),
    line(fields.value, code(record.data)),
    ...(form.ttl === undefined
      ? []
      : [say('  {label}: {ttl} (seconds)', '  {label}: {ttl} (秒)', { label: fields.ttl, ttl: code(String(record.ttl ?? USUAL_TTL_S)) })]),
    ...(form.notes ?? []).map((note) => say('  {note}', '  {note}', { note })),
  ];
}

const PLAIN = { type: say('Type', '種類'), name: say('Name', '名前'), value: say('Value', '値'), ttl: say('TTL', 'TTL') };

const labelsOf = ({ type, name, value: data, ttl = '' }: RecordForm) => ({ type, name, value: data, ttl });

function line(label: Text, content: ReturnType<typeof code>): Text {
  return say('  {label}: {content}', '  {label}: {content}', { label, content });
}

function nameLine(label: Text, name: string, zone: string | undefined, form: RecordForm): Text {
  const part = zone === undefined ? name : hostPart(name, zone);
  if (part === name) return line(label, code(name));
  const known = { label, name: code(name) };
  if (part === '@' && form.apex === '') return say('  {label}: leave it empty (in full: {name})', '  {label}: 空欄のまま (完全な名前: {name})', known);
  return say('  {label}: {part} (in full: {name})', '  {label}: {part} (完全な名前: {name})', { ...known, part: code(part) });
}
