import type { z } from 'zod';
import type { Json, Text } from '../contracts/index.ts';
import { code, say, value } from '../text/say.ts';
import type { Fault } from './faults.ts';
import { isNested } from './flatten.ts';
import { nearest } from './nearest.ts';
import { SCHEMA_PLUGINS } from './owners.ts';
import type { YamlText } from './read-yaml.ts';
import { knownKeysAt } from './schema-keys.ts';

type Issue = z.core.$ZodIssue;

/** zod's issues as faults with their places. Keys that may belong to a plugin outside the schema are none. */
export function schemaFaults(issues: readonly Issue[], yaml: YamlText): readonly Fault[] {
  return issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? unknownKeys(issue, yaml) : [faultOf(issue, yaml)]));
}

function unknownKeys(issue: z.core.$ZodIssueUnrecognizedKeys, yaml: YamlText): readonly Fault[] {
  if (belongsToForeignPlugin(issue.path, yaml.json)) return [];
  const known = knownKeysAt(issue.path);
  return issue.keys.map((key) => {
    const path = [...issue.path, key];
    const close = nearest(key, known);
    const named = { key: code(keyText(path)) };
    return {
      ...yaml.placeOf(path, 'key'),
      key: keyText(path),
      message:
        close === undefined
          ? say('{key} is not a key of the profile file. Known here: {known}', '{key} はプロファイル ファイルのキーではありません。ここで使えるキー: {known}', {
              ...named,
              known: code(known.join(', ')),
            })
          : say(
              '{key} is not a key of the profile file. Did you mean {close}?',
              '{key} はプロファイル ファイルのキーではありません。{close} ではありませんか?',
              {
                ...named,
                close: code(close),
              },
            ),
    };
  });
}

function faultOf(issue: Issue, yaml: YamlText): Fault {
  const key = keyText(issue.path);
  return { ...yaml.placeOf(issue.path, 'value'), key, message: wordsFor(issue, key) };
}

function wordsFor(issue: Issue, key: string): Text {
  const named = { key: code(key === '' ? 'file' : key) };
  switch (issue.code) {
    case 'invalid_type':
      if (issue.path.length === 0) {
        return say('The file must hold {shape} at its top.', 'ファイルの最上位には {shape} が必要です。', { shape: code('version: 1, profiles: …') });
      }
      return say('{key} takes {kind}.', '{key} には{kind}を指定します。', { ...named, kind: kindWords(issue.expected) });
    case 'invalid_value':
      return say('{key} takes one of: {values}', '{key} には次のいずれかを指定します: {values}', {
        ...named,
        values: code(issue.values.map(String).join(', ')),
      });
    case 'too_small':
      return issue.origin === 'string'
        ? say('{key} must not be empty.', '{key} は空にできません。', named)
        : say('{key} is too small; the least is {minimum}.', '{key} が小さすぎます。最小値は {minimum} です。', {
            ...named,
            minimum: value(String(issue.minimum)),
          });
    default:
      return say('{key} is not valid: {reason}', '{key} は正しくありません: {reason}', { ...named, reason: value(issue.message) });
  }
}

function kindWords(expected: string): Text {
  switch (expected) {
    case 'string':
      return say('text (put quotes around a value that looks like a number)', '文字列 (数値に見える値は引用符で囲みます)');
    case 'number':
      return say('a number', '数値');
    case 'int':
      return say('a whole number', '整数');
    case 'boolean':
      return say('{yes} or {no}', '{yes} または {no}', { yes: code('true'), no: code('false') });
    case 'array':
      return say('a list', 'リスト');
    default:
      return say('keys with values below it', '配下にキーと値の組');
  }
}

// profiles.NAME.SECTION, where the section names a plugin that the shipped schema does not know.
function belongsToForeignPlugin(path: readonly PropertyKey[], json: Json): boolean {
  const [profiles, name, section] = path;
  if (profiles !== 'profiles' || typeof name !== 'string' || (section !== 'target' && section !== 'certificate' && section !== 'dns')) return false;
  let place: Json | undefined = json;
  for (const part of ['profiles', name, section]) place = isNested(place) ? place[part] : undefined;
  const plugin = isNested(place) ? place['plugin'] : undefined;
  return typeof plugin === 'string' && !SCHEMA_PLUGINS[section].includes(plugin);
}

export function keyText(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}
