import { isIP, isIPv6 } from 'node:net';
import type { DnsServer, Environment } from '../../../core/contracts/index.ts';
import { checkFqdn, checkNotPublicSuffix } from '../../../core/domain/check-fqdn.ts';
import { withOutcome } from '../../../core/engine/with-outcome.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { flagsFor } from '../../../core/profile/profile-command.ts';
import { shellWord } from '../../../core/text/shell-word.ts';
import { takeUpRecords } from '../../../core/wait/take-up-records.ts';
import { watchRecords } from '../../../core/wait/watch-records.ts';
import { parseHostPort } from '../check/host-port.ts';
import { drive } from '../drive.ts';
import { openEnvironment } from '../environment.ts';
import { notifyOfEnd } from '../notify.ts';
import { wrong } from '../options.ts';
import { partsOf } from '../parts-of.ts';
import { needBook, useProfile } from '../profiles.ts';
import type { Session } from '../session.ts';
import { endOfWatch } from './end.ts';

export interface DnsFlags {
  readonly name?: string;
  readonly expect?: string;
  readonly authoritative?: readonly string[];
  readonly resolver?: readonly string[];
}

const DNS_PORT = 53;

/** Goes on with the wait for a profile's records. */
export async function watchDnsOf(session: Session, name: string): Promise<number> {
  const used = await useProfile(session, await needBook(session), name);
  await using env = await openEnvironment(session, used.answers);
  const leaving = new AbortController();
  const run = await takeUpRecords(await partsOf(session, env, used), session.options.timeoutMs, leaving.signal);
  const driven = await drive(session, env, used.name, run, () => leaving.abort());
  notifyOfEnd(session, used.name, driven.ended);
  return endOfWatch(session, driven);
}

/** The same for a name and an address, without a profile. */
export async function watchDnsByName(session: Session, flags: DnsFlags): Promise<number> {
  const name = await nameOf(flags.name ?? '');
  const data = isIP(flags.expect ?? '') === 0 ? wrong('--expect', flags.expect ?? '', '203.0.113.7') : (flags.expect ?? '');
  await using env = await openEnvironment(session, {});
  const { signal, options } = session;
  const leaving = new AbortController();
  const watched = {
    records: [{ name, type: isIPv6(data) ? ('AAAA' as const) : ('A' as const), data }],
    resolvers: flags.resolver ?? [],
    authoritative: await serversOf(env, flags.authoritative ?? [], signal),
    deadline: options.timeoutMs === undefined ? undefined : env.clock.now() + options.timeoutMs,
    leave: leaving.signal,
    resume: commandOf(name, data, flags, env),
  };
  const run = withOutcome({ signal }, () => watchRecords({ env, signal }, watched));
  const driven = await drive(session, env, undefined, run, () => leaving.abort());
  notifyOfEnd(session, name, driven.ended);
  return endOfWatch(session, driven);
}

/** The same look again, at the same servers. */
function commandOf(name: string, data: string, { authoritative = [], resolver = [] }: DnsFlags, env: Environment): string {
  const servers = [...authoritative.flatMap((at) => ['--authoritative', at]), ...resolver.flatMap((at) => ['--resolver', at])];
  return ['amltls watch dns --name', name, '--expect', data, ...servers.map(shellWord), ...flagsFor(env, {}, undefined)].join(' ');
}

/** A pasted URL, an address or a suffix is no name that a record could be at. */
async function nameOf(text: string): Promise<string> {
  if (text.trim() === '') return wrong('--name', text, 'www.contoso.com');
  const checked = checkFqdn(text);
  if ('code' in checked) return fail(checked);
  const suffix = await checkNotPublicSuffix(checked.fqdn);
  return suffix === undefined ? checked.fqdn : fail(suffix);
}

async function serversOf(env: Environment, given: readonly string[], signal: AbortSignal): Promise<readonly DnsServer[]> {
  const servers = given.map(async (text): Promise<readonly DnsServer[]> => {
    const { host, port } = parseHostPort(text, DNS_PORT);
    const addresses = isIP(host) === 0 ? await env.dns.lookup(host, signal) : [host];
    return addresses.map((address) => ({ label: text, address, port, role: 'authoritative' }));
  });
  return (await Promise.all(servers)).flat();
}
