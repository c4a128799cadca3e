import { dirname } from 'node:path';
import type { JsonObject, Text } from '../../../core/contracts/index.ts';
import type { ProfileBook } from '../../../core/profile/book.ts';
import { hooksDigest, programFile } from '../../../core/profile/hook-digest.ts';
import type { Hook, HookEvent } from '../../../core/profile/hooks.ts';
import { fileCommand, type Source } from '../../../core/profile/profile-command.ts';
import { trustedBy } from '../../../core/profile/trust.ts';
import { redactJson } from '../../../core/redact/redact.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { hide } from '../../host/output.ts';
import { jsonLine } from '../../text/json.ts';
import { sourceOf } from '../profiles.ts';
import { type Session, tell } from '../session.ts';

const LIMIT_MS = 30_000;

/** `event` as the message names it. */
export const EVENT_NAMES: Readonly<Record<HookEvent, string>> = { onFailure: 'failure', onSuccess: 'success', onNotRun: 'not-run' };

export interface Fired {
  readonly hook: Hook;
  readonly ok: boolean;
  readonly reason: string;
}

/** Whether the hooks of this file may run as they stand now. */
export async function mayRunHooks({ files, host }: Session, book: ProfileBook): Promise<boolean> {
  const digest = await hooksDigest(files, book.parsed.hooks, book.path);
  return digest !== undefined && (await trustedBy(files, host.folders.state, book.path)).hooks === digest;
}

/** Tells everyone who wants to know, side by side; a hook that fails is reported and stops nothing. */
export async function fireHooks(session: Session, book: ProfileBook, event: HookEvent, message: JsonObject): Promise<void> {
  const hooks = book.parsed.hooks.on[event];
  if (hooks.length === 0) return;
  if (!(await mayRunHooks(session, book))) {
    tell(session, untrusted(sourceOf(session, book)));
    return;
  }
  const body = bodyOf(session, { event: EVENT_NAMES[event], ...message });
  for (const { hook, ok, reason } of await Promise.all(hooks.map((hook) => runHook(session, book, hook, body)))) {
    if (!ok) tell(session, failed(hook, reason));
  }
}

/** The one line of JSON that a hook gets; nothing secret is in it. */
export function bodyOf({ hidden }: Session, message: JsonObject): string {
  const body = redactJson({ schema: 'amltls/hook/1', at: new Date().toISOString(), ...message });
  return hide(jsonLine(body), hidden);
}

export async function runHook(session: Session, book: ProfileBook, hook: Hook, body: string): Promise<Fired> {
  const run = hook.kind === 'command' ? await command(hook.argv, book, body, session.signal) : await webhook(hook.url, body, session.signal);
  session.log.write(run.ok ? 'info' : 'warn', 'hook', { ...shown(hook), ok: run.ok, reason: run.reason, said: run.said });
  return { hook, ok: run.ok, reason: run.reason };
}

/** As it may be shown: the path of a webhook often is its secret. */
export function shown(hook: Hook): JsonObject {
  return hook.kind === 'command' ? { command: hook.argv } : { webhook: new URL(hook.url).origin };
}

async function command([program = '', ...args]: readonly string[], book: ProfileBook, input: string, signal: AbortSignal) {
  const { runCommand } = await import('../../../plugins/shared/hooks/run-command.ts');
  const cwd = dirname(book.path);
  return await runCommand({ program: programFile(program, book.path) ?? program, args, cwd, input: `${input}\n`, timeoutMs: LIMIT_MS }, signal);
}

async function webhook(url: string, body: string, signal: AbortSignal) {
  const { postJson } = await import('../../../plugins/shared/hooks/post-json.ts');
  return await postJson(url, body, LIMIT_MS, signal);
}

function untrusted(source: Source): Text {
  return say(
    'The hooks of {file} are new or changed and were not run. Look at them, then: {command}',
    '{file} のフックは新規または変更されているため、実行していません。内容を確認してから実行してください: {command}',
    { file: value(source.file), command: code(fileCommand('profile trust', source)) },
  );
}

function failed(hook: Hook, reason: string): Text {
  return say('The hook {hook} failed: {reason}', 'フック {hook} が失敗しました: {reason}', { hook: code(JSON.stringify(shown(hook))), reason: value(reason) });
}
