import type { Context, DnsPlugin, Finding, Problem } from '../../../core/contracts/index.ts';
import { caaCauses, type Issuer } from '../../../core/dns/causes/caa.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { askQuietly } from '../../../core/wait/propagation/chase.ts';
import { rememberingZones } from '../../../core/wait/propagation/zones.ts';
import { type Directory, knownAccount, readDirectory } from './account.ts';
import { EAB } from './questions.ts';
import type { Wish } from './wish.ts';

/** Everything that can be known before the order: who writes the record, whether the authority answers, what CAA says. An order that fails counts against its limits. */
export async function findingsBeforeOrder(wish: Wish, dns: DnsPlugin | undefined, context: Context): Promise<readonly Finding[]> {
  const [unready, directory] = await Promise.all([dnsFinding(dns, context), directoryOf(wish, context)]);
  if ('severity' in directory) return [...unready, directory];
  const bound = directory.meta?.externalAccountRequired === true && wish.eab === undefined ? [bindingMissing(wish)] : [];
  return [...unready, ...bound, ...(await caaFindings(wish, directory, context))];
}

async function dnsFinding(dns: DnsPlugin | undefined, context: Context): Promise<readonly Finding[]> {
  if (dns === undefined) return [noDns()];
  const problem = await dns.ready?.(context);
  return problem === undefined ? [] : [asFinding(problem, 'dns.plugin')];
}

async function directoryOf(wish: Wish, context: Context): Promise<Directory | Finding> {
  try {
    return await readDirectory(wish, context);
  } catch (thrown) {
    if (thrown instanceof ProblemError) return asFinding(thrown.problem, wish.directoryUrl);
    throw thrown;
  }
}

async function caaFindings(wish: Wish, { meta }: Directory, context: Context): Promise<readonly Finding[]> {
  const { env, signal } = context;
  const identities = meta?.caaIdentities ?? wish.authority.caa;
  // A company's own authority reads no CAA where it names none.
  if (identities.length === 0) return [];
  const account = await knownAccount(wish, context);
  const zoneOf = rememberingZones(env.dns, env.clock);
  const { getDomain } = await import('tldts');
  const found = await Promise.all(
    wish.names.map(async (each) => {
      const wildcard = each.startsWith('*.');
      const name = each.replace(/^\*\./, '');
      const zone = await zoneOf(name, signal);
      const replies = await Promise.all((zone?.servers ?? []).slice(0, 2).map((server) => askQuietly(env.dns, server, { name, type: 'CAA' }, signal)));
      const knowing = replies.find((reply) => reply?.authoritative === true)?.server;
      const issuer: Issuer = { title: wish.title, names: identities, now: true, method: 'dns-01', account, ...(wildcard ? { wildcard } : {}) };
      return await caaCauses({ name, zone, knowing, domain: getDomain(name, { allowPrivateDomains: true }) ?? undefined }, issuer, {
        dns: env.dns,
        zoneOf,
        signal,
      });
    }),
  );
  return found.flat();
}

function asFinding(problem: Problem, subject: string): Finding {
  return { code: problem.code, severity: 'error', subject, message: problem.message, next: problem.next };
}

function noDns(): Finding {
  return {
    code: 'acme-no-dns',
    severity: 'error',
    subject: 'dns.plugin',
    message: say(
      'The authority wants a DNS record as proof, and nobody is named who writes it.',
      '証明機関による確認には DNS レコードが必要ですが、レコードの作成方法が指定されていません。',
    ),
    next: [
      say(
        'Choose a DNS plugin with {key}; {manual} shows the record for you to write.',
        '{key} で DNS プラグインを選択してください。{manual} では、作成するレコードを表示します。',
        { key: code('dns.plugin'), manual: code('manual') },
      ),
    ],
  };
}

function bindingMissing(wish: Wish): Finding {
  return {
    code: 'acme-external-account-required',
    severity: 'error',
    subject: wish.directoryUrl,
    message: say(
      '{authority} opens accounts only for those who have one at its site.',
      '{authority} では、サイトのアカウントに結び付けたアカウントだけを作成できます。',
      { authority: value(wish.title) },
    ),
    next: [say('Give its key ID and HMAC key: {keys}.', 'キー ID と HMAC キーを指定してください: {keys}', { keys: code(`${EAB.keyId}, ${EAB.hmac}`) })],
  };
}
