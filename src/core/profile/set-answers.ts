import type { Answers, Json, Text } from '../contracts/index.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { lines } from '../text/join.ts';
import { code, say, value } from '../text/say.ts';
import { type KeyKind, profileKeys } from './keys.ts';
import { nearest } from './nearest.ts';

const YES = new Set(['true', 'yes', 'on', '1']);
const NO = new Set(['false', 'no', 'off', '0']);
const BUILT_IN_SECTIONS = new Set(['environment', 'azure', 'domain']);

/**
 * `KEY=VALUE` as given to `--set`, in the kind that the key has; later ones win. A key that only a further plugin can know is taken as text.
 * @throws ProblemError `set-invalid`: all that are wrong, at once
 */
export function parseSets(sets: readonly string[]): Answers {
  const answers: Record<string, Json> = {};
  const wrong: Text[] = [];
  for (const set of sets) {
    const at = set.indexOf('=');
    const key = set.slice(0, at);
    if (at <= 0) {
      wrong.push(say('{set}: a key, then {equals}, then the value.', '{set}: キー、{equals}、値の順に指定します。', { set: value(set), equals: code('=') }));
      continue;
    }
    const parsed = parseAs(profileKeys.get(key) ?? unlisted(key), set.slice(at + 1));
    if (parsed.ok) answers[key] = parsed.json;
    else wrong.push(whyWrong(key, parsed.kind));
  }
  if (wrong.length > 0) throw refuse(wrong);
  return answers;
}

type Parsed = { readonly ok: true; readonly json: Json } | { readonly ok: false; readonly kind: KeyKind | 'unknown' };

function parseAs(kind: KeyKind | 'unknown', text: string): Parsed {
  switch (kind) {
    case 'text':
      return { ok: true, json: text };
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? { ok: true, json: Number(text) } : { ok: false, kind };
    case 'boolean':
      return YES.has(text.toLowerCase()) ? { ok: true, json: true } : NO.has(text.toLowerCase()) ? { ok: true, json: false } : { ok: false, kind };
    case 'list':
      return {
        ok: true,
        json: text
          .split(',')
          .map((item) => item.trim())
          .filter((item) => item !== ''),
      };
    case 'unknown':
      return { ok: false, kind };
  }
}

function unlisted(key: string): KeyKind | 'unknown' {
  const section = key.split('.', 1)[0] ?? '';
  const maybeOfPlugin = ['target', 'certificate', 'dns'].includes(section) && key.includes('.');
  return BUILT_IN_SECTIONS.has(section) || !maybeOfPlugin || nearest(key, [...profileKeys.keys()]) !== undefined ? 'unknown' : 'text';
}

function whyWrong(key: string, kind: KeyKind | 'unknown'): Text {
  const named = { key: code(key) };
  if (kind === 'number') return say('{key} takes a number.', '{key} には数値を指定します。', named);
  if (kind === 'boolean')
    return say('{key} takes {yes} or {no}.', '{key} には {yes} または {no} を指定します。', { ...named, yes: code('true'), no: code('false') });
  const close = nearest(key, [...profileKeys.keys()]);
  if (close === undefined) return say('No question has the key {key}.', 'キー {key} に対応する質問はありません。', named);
  return say('No question has the key {key}. Did you mean {close}?', 'キー {key} に対応する質問はありません。{close} ではありませんか?', {
    ...named,
    close: code(close),
  });
}

function refuse(wrong: readonly Text[]): ProblemError {
  return new ProblemError({
    code: 'set-invalid',
    owner: 'you',
    message: lines(wrong),
    next: [say('Write {example}.', '{example} のように指定してください。', { example: code('--set domain.fqdn=www.contoso.com') })],
  });
}
