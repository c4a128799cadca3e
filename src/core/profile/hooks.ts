import type { Json } from '../contracts/index.ts';
import { code, say } from '../text/say.ts';
import type { Fault } from './faults.ts';
import { isNested } from './flatten.ts';
import { variablesIn } from './placeholders.ts';
import type { YamlText } from './read-yaml.ts';

/** What a profile file wants to be told about; the names are keys of `hooks:`. */
export const HOOK_EVENTS = ['onFailure', 'onSuccess', 'onNotRun'] as const;
export type HookEvent = (typeof HOOK_EVENTS)[number];

export type Hook =
  /** Program and arguments; no shell takes them apart. */
  { readonly kind: 'command'; readonly argv: readonly string[] } | { readonly kind: 'webhook'; readonly url: string };

export interface Hooks {
  readonly on: Readonly<Record<HookEvent, readonly Hook[]>>;
  /** Days without a renewal run before `check` says so; undefined where nobody asked. */
  readonly notRunDays: number | undefined;
}

const USUAL_DAYS = 3;

/** The hooks of a right profile file. */
export function hooksIn(file: Json): Hooks {
  const section = isNested(file) && isNested(file['hooks']) ? file['hooks'] : {};
  const on = Object.fromEntries(HOOK_EVENTS.map((event) => [event, listOf(section[event]).flatMap(hookOf)])) as unknown as Hooks['on'];
  const days = section['notRunDays'];
  return { on, notRunDays: typeof days === 'number' ? days : on.onNotRun.length > 0 ? USUAL_DAYS : undefined };
}

export function allHooks({ on }: Hooks): readonly Hook[] {
  return HOOK_EVENTS.flatMap((event) => on[event]);
}

/** What a schema of single values cannot say: one of two, and where a webhook may lead. */
export function hookFaults(file: Json, yaml: YamlText): readonly Fault[] {
  const section = isNested(file) ? file['hooks'] : undefined;
  if (!isNested(section)) return [];
  return HOOK_EVENTS.flatMap((event) =>
    listOf(section[event]).flatMap((hook, at) => {
      const message = whyWrong(hook);
      const place = ['hooks', event, at];
      return message === undefined ? [] : [{ ...yaml.placeOf(place, 'value'), key: place.join('.'), message }];
    }),
  );
}

function whyWrong(hook: Json) {
  // A misspelt key is told as one.
  if (!isNested(hook) || Object.keys(hook).some((key) => key !== 'command' && key !== 'webhook')) return undefined;
  const keys = { command: code('command'), webhook: code('webhook') };
  if ((hook['command'] === undefined) === (hook['webhook'] === undefined)) {
    return say('A hook has either {command} or {webhook}.', 'フックには {command} または {webhook} のどちらか一方を指定します。', keys);
  }
  if (Object.values(hook).some((each) => variablesIn(each).length > 0)) {
    return say(
      'Variables are not filled in here; a command reads its environment itself.',
      'ここでは変数を展開しません。コマンドが環境変数を直接参照してください。',
    );
  }
  const url = typeof hook['webhook'] === 'string' ? URL.parse(hook['webhook']) : undefined;
  if (url === undefined || (url !== null && isSafe(url))) return undefined;
  return say('{webhook} takes a URL that begins with {https}.', '{webhook} には {https} で始まる URL を指定します。', { ...keys, https: code('https://') });
}

// What is told is no secret, but whom it is told to should not be chosen by whoever sits on the line.
function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

function hookOf(hook: Json): readonly Hook[] {
  if (!isNested(hook)) return [];
  const { command, webhook } = hook;
  if (typeof webhook === 'string') return [{ kind: 'webhook', url: webhook }];
  return Array.isArray(command) ? [{ kind: 'command', argv: command.filter((part): part is string => typeof part === 'string') }] : [];
}

function listOf(json: Json | undefined): readonly Json[] {
  return Array.isArray(json) ? json : [];
}
