import { lookup } from 'node:dns/promises';
import type { Environment, Text } from '../../../core/contracts/index.ts';
import { isAbort, toProblem } from '../../../core/problems/to-problem.ts';
import { code, duration, say, value } from '../../../core/text/say.ts';
import { hasUnicode } from '../../host/terminal.ts';
import { OLDEST_NODE } from '../../host/version.ts';
import { findBook } from '../profiles.ts';
import type { Session } from '../session.ts';

export type Verdict = 'ok' | 'warning' | 'error';

export interface Check {
  readonly id: string;
  readonly verdict: Verdict;
  readonly message: Text;
  readonly next?: Text;
}

const CLOCK_TOLERANCE_MS = 5 * 60_000;

export function nodeCheck({ host }: Session): Check {
  const words = { version: value(host.nodeVersion), oldest: value(OLDEST_NODE.join('.')) };
  return { id: 'node', verdict: 'ok', message: say('Node.js {version} ({oldest} or newer is needed)', 'Node.js {version} ({oldest} 以降が必要)', words) };
}

export function terminalCheck(session: Session): Check {
  const { host, person, plain } = session;
  const size = value(host.stdout.columns === undefined ? '-' : `${host.stdout.columns}x${host.stdout.rows ?? 0}`);
  const mode = !person
    ? say('no terminal: no questions can be asked', 'ターミナルなし: 対話はできません')
    : plain
      ? say('line by line', '1 行ずつ')
      : say('full screen', '全画面');
  return {
    id: 'terminal',
    verdict: 'ok',
    message: say('Terminal: {mode}, size {size}, {marks}', 'ターミナル: {mode}、サイズ {size}、{marks}', {
      mode,
      size,
      marks: value(hasUnicode(host) ? 'Unicode' : 'ASCII'),
    }),
  };
}

export function proxyCheck({ host }: Session): Check {
  const set = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy', 'NODE_EXTRA_CA_CERTS'].filter(
    (name) => (host.env[name] ?? '') !== '',
  );
  // Names only: a proxy URL may hold a password.
  return {
    id: 'proxy',
    verdict: 'ok',
    message:
      set.length === 0
        ? say('Proxy: none set', 'プロキシ: 設定なし')
        : say('Proxy settings in use: {names}', '使用中のプロキシ設定: {names}', { names: code(set.join(', ')) }),
  };
}

export async function configCheck(session: Session): Promise<Check> {
  try {
    const book = await findBook(session);
    if (book === undefined) return { id: 'configuration', verdict: 'ok', message: say('No profile file yet', 'プロファイル ファイルはまだありません') };
    return {
      id: 'configuration',
      verdict: 'ok',
      message: say('Profile file {file}, profiles: {count}', 'プロファイル ファイル {file}: {count} 件', { file: value(book.path), count: book.names.length }),
    };
  } catch (thrown) {
    return failed('configuration', thrown, session);
  }
}

export async function nameCheck(env: Environment): Promise<Check> {
  const { hostname } = new URL(env.cloud.armEndpoint);
  try {
    await lookup(hostname);
    return { id: 'network', verdict: 'ok', message: say('{host} is found in DNS', '{host} の名前解決ができます', { host: value(hostname) }) };
  } catch {
    return {
      id: 'network',
      verdict: 'error',
      message: say('{host} is not found in DNS', '{host} の名前解決ができません', { host: value(hostname) }),
      next: say('Check the network connection and the resolver of this machine.', 'ネットワーク接続とこのマシンのリゾルバーを確認してください。'),
    };
  }
}

/** One request that needs a sign-in; its Date header also tells how far the clock is off. */
export async function signInCheck(session: Session, env: Environment): Promise<readonly Check[]> {
  try {
    const reply = await env.arm.send({ method: 'GET', path: '/subscriptions', apiVersion: '2022-12-01' }, session.signal);
    const signedIn = reply.status === 200;
    const clock = clockCheck(reply.headers['date'], env);
    const signIn: Check = signedIn
      ? { id: 'sign-in', verdict: 'ok', message: say('Signed in to {environment}', '{environment} にサインイン済み', { environment: env.title }) }
      : {
          id: 'sign-in',
          verdict: 'error',
          message: say('{environment} answered {status}', '{environment} の応答: {status}', { environment: env.title, status: value(String(reply.status)) }),
          next: say('Sign in with {command}.', '{command} でサインインしてください。', { command: code('az login') }),
        };
    return clock === undefined ? [signIn] : [signIn, clock];
  } catch (thrown) {
    return [failed('sign-in', thrown, session)];
  }
}

function clockCheck(date: string | undefined, env: Environment): Check | undefined {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs) || env.practice) return undefined;
  const off = Math.abs(env.clock.now() - theirs);
  const words = { off: duration(off) };
  return off <= CLOCK_TOLERANCE_MS
    ? { id: 'clock', verdict: 'ok', message: say('Clock: off by {off}', '時計のずれ: {off}', words) }
    : {
        id: 'clock',
        verdict: 'error',
        message: say('The clock of this machine is off by {off}', 'このマシンの時計は {off} ずれています', words),
        next: say('Set it: sign-ins and certificates are judged by it.', '時計を合わせてください。サインインと証明書の判定に使われます。'),
      };
}

export function failed(id: string, thrown: unknown, { signal }: Session): Check {
  if (isAbort(thrown, signal)) throw thrown;
  const problem = toProblem(thrown);
  const [next] = problem.next;
  return { id, verdict: 'error', message: problem.message, ...(next === undefined ? {} : { next }) };
}
