import { fail } from '../../core/problems/problem-error.ts';
import { parseDuration } from '../../core/text/parse-duration.ts';
import { code, say, value } from '../../core/text/say.ts';
import { isLogLevel, LOG_LEVELS, type LogLevel } from '../host/log.ts';

export const FORMATS = ['text', 'json', 'ndjson'] as const;
export type Format = (typeof FORMATS)[number];

/** The flags that every command takes, as commander hands them over. */
export interface RawOptions {
  readonly config?: string;
  readonly env?: string;
  readonly sandbox?: boolean;
  readonly set?: readonly string[];
  readonly format?: string;
  readonly plain?: boolean;
  readonly prompts?: boolean;
  readonly yes?: boolean;
  readonly lang?: string;
  readonly timeout?: string;
  readonly logFile?: string;
  readonly logLevel?: string;
  readonly color?: boolean;
  readonly stateDir?: string;
  readonly speed?: string;
  readonly seed?: string;
}

/** The same, checked. */
export interface GlobalOptions {
  readonly config: string | undefined;
  readonly env: string | undefined;
  readonly set: readonly string[];
  readonly format: Format;
  readonly plain: boolean;
  readonly prompts: boolean;
  readonly yes: boolean;
  readonly timeoutMs: number | undefined;
  readonly logFile: string | undefined;
  readonly logLevel: LogLevel;
  readonly color: boolean;
  /** What concerns one environment alone, by the name of its flag. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Also as the system writes it: ja_JP.UTF-8. */
const LANGUAGE = /^(?:en|ja)(?:$|[-_.@])/i;

/** @throws ProblemError `flag-invalid` */
export function checkOptions(raw: RawOptions, variables: Readonly<Record<string, string | undefined>>): GlobalOptions {
  if (raw.sandbox === true && raw.env !== undefined && raw.env !== 'sandbox') throw contradiction(raw.env);
  if (raw.lang !== undefined && !LANGUAGE.test(raw.lang)) wrong('--lang', raw.lang, 'en, ja');
  const timeoutMs = raw.timeout === undefined ? undefined : (parseDuration(raw.timeout) ?? wrong('--timeout', raw.timeout, '90s, 30m, 6h'));
  if (raw.speed !== undefined && !(Number(raw.speed) > 0 && Number.isFinite(Number(raw.speed)))) wrong('--speed', raw.speed, '1, 75, 600');
  const stateDir = raw.stateDir ?? variables['AMLTLS_SANDBOX_STATE_DIR'];
  const given = { 'state-dir': stateDir, speed: raw.speed, seed: raw.seed };
  return {
    config: raw.config,
    env: raw.sandbox === true ? 'sandbox' : raw.env,
    set: raw.set ?? [],
    format: formatOf(raw.format ?? 'text'),
    plain: raw.plain ?? false,
    prompts: raw.prompts ?? false,
    yes: raw.yes ?? false,
    timeoutMs,
    logFile: raw.logFile,
    logLevel: levelOf(raw.logLevel ?? 'info'),
    color: raw.color ?? true,
    environment: Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')),
  };
}

export function formatOf(text: string): Format {
  return FORMATS.find((format) => format === text) ?? wrong('--format', text, FORMATS.join(', '));
}

function levelOf(text: string): LogLevel {
  return isLogLevel(text) ? text : wrong('--log-level', text, LOG_LEVELS.join(', '));
}

/** @param given empty where the flag is missing, or has no value */
export function wrong(flag: string, given: string, right: string): never {
  return fail({
    code: 'flag-invalid',
    owner: 'you',
    message:
      given === ''
        ? say('{flag} needs a value.', '{flag} には値が必要です。', { flag: code(flag) })
        : say('{flag} cannot be {given}.', '{flag} に {given} は指定できません。', { flag: code(flag), given: value(given) }),
    next: [say('Use for example: {right}', '指定できる値の例: {right}', { right: code(right) })],
  });
}

function contradiction(env: string): never {
  return fail({
    code: 'flag-invalid',
    owner: 'you',
    message: say('{sandbox} and {env} contradict each other.', '{sandbox} と {env} は同時に指定できません。', {
      sandbox: code('--sandbox'),
      env: code(`--env ${env}`),
    }),
    next: [say('Leave one of them out.', 'どちらか一方だけを指定してください。')],
  });
}
