import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { DnsClient, DnsServer, Problem } from '../../../core/contracts/index.ts';
import { fail, ProblemError } from '../../../core/problems/problem-error.ts';
import { isAbort } from '../../../core/problems/to-problem.ts';
import { say, value } from '../../../core/text/say.ts';
import { within } from '../net/within.ts';
import { parseHostPort } from './servers.ts';
import { turns } from './turns.ts';
import { noResolver, unreachable } from './unreachable.ts';

const MACHINE_MS = 10_000;
const ABSENT = ['ENOTFOUND', 'ENODATA', 'EAI_NODATA', 'EAI_NONAME'];

/**
 * As every program of this machine resolves: its hosts file, its resolvers. Empty where the name has no address.
 * @param resolver the one that is asked first: these questions count as well
 */
export async function lookupByMachine(name: string, signal: AbortSignal, resolver?: string): Promise<readonly string[]> {
  if (isIP(name) !== 0) return [name];
  if (resolver !== undefined) for (const _question of ['A', 'AAAA']) await inTurn(resolver, signal);
  using limited = within(signal, MACHINE_MS);
  const bounded = limited.signal;
  const aborted = Promise.withResolvers<never>();
  const onAbort = () => aborted.reject(bounded.reason);
  bounded.addEventListener('abort', onAbort, { once: true });
  try {
    bounded.throwIfAborted();
    const found = await Promise.race([lookup(name, { all: true, order: 'verbatim' }), aborted.promise]);
    return found.map(({ address }) => address);
  } catch (error) {
    if (isAbort(error, signal)) throw error;
    if (error instanceof Error && 'code' in error && ABSENT.includes(String(error.code))) return [];
    return fail(failed(name, error));
  } finally {
    bounded.removeEventListener('abort', onAbort);
  }
}

/** The same by asking given resolvers, the next where one fails. @throws ProblemError `dns-unreachable` where none gives an answer */
export async function lookupByResolvers(name: string, resolvers: readonly DnsServer[], ask: DnsClient['ask'], signal: AbortSignal): Promise<readonly string[]> {
  if (isIP(name) !== 0) return [name];
  let last: Problem = noResolver();
  for (const resolver of resolvers) {
    try {
      const replies = await Promise.all((['A', 'AAAA'] as const).map((type) => ask(resolver, { name, type }, signal)));
      const refused = replies.find(({ rcode }) => rcode !== 'NOERROR' && rcode !== 'NXDOMAIN');
      if (refused === undefined) {
        return replies.flatMap(({ answers }) => answers.filter(({ type }) => type === 'A' || type === 'AAAA').map(({ data }) => data));
      }
      last = unreachable(resolver, Object.assign(new Error(refused.rcode), { code: refused.rcode }));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      last = error.problem;
    }
  }
  return fail(last);
}

async function inTurn(resolver: string, signal: AbortSignal): Promise<void> {
  const at = parseHostPort(resolver);
  if (at === undefined) return;
  using turn = await turns.take(`${at.address}:${at.port}`, signal);
  await turn.send(() => undefined, signal);
}

function failed(name: string, cause: unknown): Problem {
  return {
    code: 'dns-unreachable',
    owner: 'service',
    message: say('The name {name} could not be looked up.', '{name} の名前解決に失敗しました。', { name: value(name) }),
    next: [
      say(
        'Check the network and the resolvers of this machine, then try again.',
        'ネットワークとこのコンピューターのリゾルバーを確認して、もう一度実行してください。',
      ),
    ],
    cause,
  };
}
