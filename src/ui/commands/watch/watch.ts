import { fail } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { isWaitKind } from '../../../core/wait/open-wait.ts';
import type { Session } from '../session.ts';
import { listWaits } from './list.ts';
import { watchCertificateOf } from './watch-certificate.ts';
import { type DnsFlags, watchDnsByName, watchDnsOf } from './watch-dns.ts';
import { watchRenewalOf } from './watch-renewal.ts';

/** Looks at an unfinished wait until it is over, live; without arguments lists the open ones. Changes nothing. */
export async function watch(session: Session, [kind, profile]: readonly string[], flags: DnsFlags): Promise<number> {
  const byName = flags.name !== undefined || flags.expect !== undefined;
  if (kind === undefined && !byName) return await listWaits(session);
  if (kind === 'dns' && profile === undefined && byName) return await watchDnsByName(session, flags);
  if (kind === 'dns' && profile !== undefined && !byName) return await watchDnsOf(session, profile);
  if (kind === 'renewal' && profile !== undefined && !byName) return await watchRenewalOf(session, profile);
  if (kind === 'certificate' && profile !== undefined && !byName) return await watchCertificateOf(session, profile);
  return fail({
    code: 'watch-invalid',
    owner: 'you',
    message:
      kind === undefined || isWaitKind(kind)
        ? say('A profile is watched, or a name; not both, and not neither.', 'プロファイルか名前のどちらか一方を指定してください。')
        : say('There is nothing called {kind} to watch.', '{kind} という監視対象はありません。', { kind: value(kind) }),
    next: [
      say('Use {all}, {renewal}, {dns}, {certificate} or {name}.', '{all}、{renewal}、{dns}、{certificate}、{name} のいずれかを使ってください。', {
        all: code('amltls watch'),
        renewal: code('amltls watch renewal PROFILE'),
        dns: code('amltls watch dns PROFILE'),
        certificate: code('amltls watch certificate PROFILE'),
        name: code('amltls watch dns --name FQDN --expect IP'),
      }),
    ],
  });
}
