import { appendFileSync } from 'node:fs';
import { fail } from '../../core/problems/problem-error.ts';
import { redactText } from '../../core/redact/redact.ts';
import { code, say, value } from '../../core/text/say.ts';
import { visible } from '../../core/text/visible.ts';
import { type Hidden, hide } from './output.ts';

export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Log {
  write(level: LogLevel, words: string, details?: unknown): void;
}

/** A log in memory, for the case that it will be wanted: its newest lines. */
export interface KeptLog extends Log {
  lines(): readonly string[];
}

const KEPT_LINES = 500;

export function isLogLevel(text: string): text is LogLevel {
  return LOG_LEVELS.some((level) => level === text);
}

/** The same lines as in a file, without the file. */
export function createKeptLog(hidden: Hidden, now: () => number): KeptLog {
  const kept: string[] = [];
  return {
    write(level, words, details) {
      kept.push(lineOf({ at: now(), level, words, details }, hidden));
      if (kept.length > KEPT_LINES) kept.shift();
    },
    lines: () => kept,
  };
}

/**
 * One JSON line an entry, redacted. Synchronous: the last line before a crash is the one that is wanted.
 * @throws ProblemError `log-not-writable`
 */
export function createLog(path: string, level: LogLevel, hidden: Hidden, now: () => number): Log {
  const limit = LOG_LEVELS.indexOf(level);
  const append = (text: string) => appendFileSync(path, text, { mode: 0o600 });
  try {
    append('');
  } catch (cause) {
    fail({
      code: 'log-not-writable',
      owner: 'you',
      message: say('The log {path} cannot be written.', 'ログ {path} に書き込めません。', { path: value(path) }),
      next: [say('Name another file with {flag}.', '{flag} で別のファイルを指定してください。', { flag: code('--log-file') })],
      cause,
    });
  }
  return {
    write(entryLevel, words, details) {
      if (LOG_LEVELS.indexOf(entryLevel) > limit) return;
      try {
        append(`${lineOf({ at: now(), level: entryLevel, words, details }, hidden)}\n`);
      } catch {
        // A disk that filled up must not end the work that is logged.
      }
    },
  };
}

interface Entry {
  /** ms since the epoch */
  readonly at: number;
  readonly level: LogLevel;
  readonly words: string;
  readonly details: unknown;
}

function lineOf({ at, level, words, details }: Entry, hidden: Hidden): string {
  const entry = { at: new Date(at).toISOString(), level, words, ...(details === undefined ? {} : { details }) };
  return visible(hide(redactText(JSON.stringify(entry, describe)), hidden));
}

// JSON.stringify would write an error as {}.
function describe(_key: string, details: unknown): unknown {
  if (!(details instanceof Error)) return details;
  const { name, message, stack, cause } = details;
  return { name, message, stack, ...(cause === undefined ? {} : { cause }) };
}
