import type { Answers, Json, Text } from '../contracts/index.ts';
import { fail } from '../problems/problem-error.ts';
import { code, say } from '../text/say.ts';

const PLACEHOLDER = /\$\{env:([^}]*)\}/g;
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const OWN_PREFIX = 'AMLTLS_';
// A name or address that is asked or connected to would carry the value out of the house.
const HOST_KEY = /(?:^|\.)(?:fqdn|leafDomainLabel|dnsNameLabel|resolvers|[a-z]*(?:host|url|uri|server|endpoint|directory|domain)s?)$/i;

/** Environment variables that a value names, in order; empty where it names none. */
export function variablesIn(json: Json): readonly string[] {
  if (typeof json === 'string') return [...json.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
  return Array.isArray(json) ? json.flatMap((item: Json) => variablesIn(item)) : [];
}

/** Why a value may not name variables at this place, if so. */
export function placeholderFault(key: string, json: Json): Text | undefined {
  const names = variablesIn(json);
  if (names.length === 0) return undefined;
  const named = { key: code(key) };
  const bad = names.find((name) => !NAME.test(name));
  if (bad !== undefined)
    return say('{key}: {text} does not name a variable.', '{key}: {text} は変数名として正しくありません。', { ...named, text: code(`\${env:${bad}}`) });
  if (HOST_KEY.test(key) || texts(json).some((text) => text.includes('://'))) {
    return say(
      '{key} is a host name or URL: variables are not filled in there, so that no secret can leave in a request.',
      '{key} はホスト名または URL です。秘密の値が要求に含まれて外部に出ないよう、ここでは変数を展開しません。',
      named,
    );
  }
  return undefined;
}

/** True for variables that a profile may name without being trusted. */
export function isOwnVariable(name: string): boolean {
  return name.startsWith(OWN_PREFIX);
}

export interface Resolved {
  readonly answers: Answers;
  /** What came out of variables, to be kept out of every output: variable name → value. */
  readonly secrets: ReadonlyMap<string, string>;
}

/**
 * Fills `${env:NAME}` in. `trusted`: names beyond AMLTLS_* that the owner of the file allowed.
 * @throws ProblemError `profile-untrusted`, `variable-missing`: all of them at once
 */
export function resolvePlaceholders(
  answers: Answers,
  env: Readonly<Record<string, string | undefined>>,
  trusted: readonly string[],
  profile: string,
): Resolved {
  const names = [...new Set(Object.values(answers).flatMap(variablesIn))];
  const untrusted = names.filter((name) => !isOwnVariable(name) && !trusted.includes(name));
  if (untrusted.length > 0) return refuseUntrusted(profile, untrusted);
  const secrets = new Map<string, string>();
  const missing: string[] = [];
  for (const name of names) {
    const found = env[name];
    if (found === undefined || found === '') missing.push(name);
    else secrets.set(name, found);
  }
  if (missing.length > 0) return refuseMissing(profile, missing);
  return { answers: Object.fromEntries(Object.entries(answers).map(([key, json]) => [key, fill(json, secrets)])), secrets };
}

function fill(json: Json, values: ReadonlyMap<string, string>): Json {
  if (typeof json === 'string') return json.replace(PLACEHOLDER, (text, name: string) => values.get(name) ?? text);
  return Array.isArray(json) ? json.map((item: Json) => fill(item, values)) : json;
}

function texts(json: Json): readonly string[] {
  if (typeof json === 'string') return [json];
  return Array.isArray(json) ? json.flatMap((item: Json) => texts(item)) : [];
}

function refuseUntrusted(profile: string, names: readonly string[]): never {
  return fail({
    code: 'profile-untrusted',
    owner: 'you',
    message: say(
      'The profile {profile} reads variables that do not belong to amltls: {names}',
      'プロファイル {profile} は amltls 以外の環境変数を読み取ります: {names}',
      {
        profile: code(profile),
        names: code(names.join(', ')),
      },
    ),
    next: [
      say(
        'If that is meant, allow it with {command}; otherwise rename them to {prefix}.',
        '意図したものであれば {command} で許可してください。そうでなければ {prefix} に名前を変更してください。',
        {
          command: code('amltls profile trust'),
          prefix: code('AMLTLS_…'),
        },
      ),
    ],
  });
}

function refuseMissing(profile: string, names: readonly string[]): never {
  return fail({
    code: 'variable-missing',
    owner: 'you',
    message: say('The profile {profile} needs variables that are not set: {names}', 'プロファイル {profile} に必要な環境変数が設定されていません: {names}', {
      profile: code(profile),
      names: code(names.join(', ')),
    }),
    next: [say('Set them and run the command again.', '設定してからコマンドを再実行してください。')],
  });
}
