import { checkEndpoint } from '../../../core/check/check.ts';
import { type DnsLooked, lookAtDns, withDns } from '../../../core/check/dns-findings.ts';
import { findingsOfService } from '../../../core/check/service-findings.ts';
import type { Context, DnsRecord, Endpoints, Finding, Problem } from '../../../core/contracts/index.ts';
import { listAnswer } from '../../../core/dns/list-answer.ts';
import { domainOf } from '../../../core/domain/domain-of.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { isAbort, toProblem } from '../../../core/problems/to-problem.ts';
import { say } from '../../../core/text/say.ts';
import { within } from '../../../plugins/shared/net/within.ts';
import type { Session } from '../session.ts';
import { type Expected, expectedOf } from './expected.ts';
import { type Looked, unseen, unseenFor } from './looked.ts';
import { timeForTurns } from './time-limit.ts';

export type LookOptions = Pick<Parameters<typeof checkEndpoint>[0], 'warnDays' | 'errorDays' | 'trustPem' | 'around'>;

// A custom name can be looked at without Azure: what Azure would add is not waited for any longer.
const AZURE_MS = 15_000;
export const DNS_MS = 10_000;

const NOTHING: Expected = {};

type Azure = { readonly answered: true; readonly endpoints: Endpoints | undefined } | { readonly answered: false; readonly problem: Problem };

/**
 * A profile's service from outside, held against the profile, the last deployment and what Azure says.
 * @param knownHost from an earlier look
 * @param looks how many there are in this run
 */
export async function checkProfile(session: Session, context: Context, look: LookOptions, knownHost: string | undefined, looks = 1): Promise<Looked> {
  const { env, profile = '', signal, flags = [] } = context;
  const domain = domainOf(context.answers);
  if (domain.kind === 'none') return unseen(profile, '', [tlsOff(profile)]);
  const asking = askAzure(session, context);
  // It is waited for below; an interruption before that is told by whatever was interrupted.
  asking.catch(() => undefined);
  const [expected, deployed] = await Promise.all([
    domain.kind === 'custom' ? expectedOf(session, context, domain.fqdn) : NOTHING,
    session.store().then((store) => store.record(env, context.answers).deployment()),
  ]);
  const place = domain.kind === 'custom' ? { host: domain.fqdn, port: 443 } : placeOf(await asking, knownHost);
  if (place === undefined) {
    const azure = await asking;
    return azure.answered ? unseen(profile, '', [nameUnknown(profile, azure.endpoints)]) : unseenFor(azure.problem, profile, '');
  }
  const trustPem = [look.trustPem, expected.trustPem].filter((each) => each !== undefined).join('\n');
  const checked = await checkEndpoint({
    env,
    profile,
    flags,
    signal,
    ...place,
    ...look,
    ...expected,
    changesByItself: domain.kind === 'microsoft',
    ...(deployed?.fingerprintSha256 === undefined ? {} : { deployedFingerprint: deployed.fingerprintSha256 }),
    ...(trustPem === '' ? {} : { trustPem }),
  });
  const azure = await asking;
  const { addresses } = checked.endpoint;
  const more = azure.answered
    ? findingsOfService({ endpoints: azure.endpoints, domain, host: place.host, resolved: addresses, profile, flags })
    : [notAsked(profile, azure.problem)];
  // The record to set says more than that there is none.
  const superseded = more.some(({ code }) => code === 'dns-record-missing');
  const found = [...checked.findings.filter(({ code }) => !superseded || code !== 'name-not-found'), ...more];
  if (domain.kind !== 'custom') return { endpoint: checked.endpoint, findings: found };
  const records = azure.answered ? (azure.endpoints?.records ?? []) : [];
  return { endpoint: checked.endpoint, findings: withDns(found, await askDns(context, domain.fqdn, records, checked.endpoint.served?.issuer, looks)) };
}

// Many names of one zone wait for the same servers, which are asked no faster than is polite: what was seen so far is not given up for that.
async function askDns(context: Context, host: string, records: readonly DnsRecord[], issuer: string | undefined, looks: number): Promise<DnsLooked> {
  using limit = within(context.signal, DNS_MS + timeForTurns(looks));
  const { signal } = limit;
  try {
    return await lookAtDns({ env: context.env, signal, host, records, resolvers: listAnswer(context.answers['dns.resolvers']), issuer });
  } catch (thrown) {
    if (context.signal.aborted || !signal.aborted) throw thrown;
    return { findings: [zoneNotAsked(host)], told: false };
  }
}

async function askAzure(session: Session, context: Context): Promise<Azure> {
  using limit = within(context.signal, AZURE_MS);
  const { signal } = limit;
  try {
    const target = await targetPlugin(session, context);
    return { answered: true, endpoints: await target.endpoints(domainOf(context.answers), { ...context, signal }) };
  } catch (thrown) {
    if (isAbort(thrown, context.signal)) throw thrown;
    if (isAbort(thrown, signal) || thrown === signal.reason) return { answered: false, problem: silent() };
    const problem = toProblem(thrown);
    session.log.write('info', 'azure not asked', { code: problem.code, cause: problem.cause });
    return { answered: false, problem };
  }
}

function placeOf(azure: Azure, knownHost: string | undefined): { readonly host: string; readonly port: number } | undefined {
  if (!azure.answered) return knownHost === undefined ? undefined : { host: knownHost, port: 443 };
  const { host, port } = azure.endpoints ?? {};
  return host === undefined || port === undefined ? undefined : { host, port };
}

async function targetPlugin({ registry }: Session, { answers }: Context) {
  const id = answers['target.plugin'];
  if (typeof id === 'string') return await registry.get('target', id);
  return fail({
    code: 'answers-missing',
    owner: 'you',
    message: say('The profile names no target.', 'プロファイルにターゲットが指定されていません。'),
    next: [say('Set {key} in the profile.', 'プロファイルの {key} を指定してください。', { key: { code: 'target.plugin' } })],
  });
}

function tlsOff(profile: string): Finding {
  return {
    code: 'tls-off',
    severity: 'info',
    subject: profile,
    message: say('TLS is switched off on purpose.', 'TLS は意図的にオフになっています。'),
    next: [
      say('Nothing is to be done. To switch it on, choose another {key}.', '対応は不要です。オンにするには {key} に別の値を指定してください。', {
        key: { code: 'domain.kind' },
      }),
    ],
  };
}

function nameUnknown(profile: string, endpoints: Endpoints | undefined): Finding {
  return {
    code: 'endpoint-unknown',
    severity: 'error',
    subject: profile,
    message: endpoints?.waiting ?? say('The Microsoft name of the service is not known yet.', 'サービスの Microsoft ドメイン名はまだわかりません。'),
    next: [say('Deploy a web service to the compute, then check again.', 'コンピューティングに Web サービスをデプロイしてから、もう一度確認してください。')],
  };
}

function notAsked(profile: string, problem: Problem): Finding {
  return {
    code: 'azure-not-asked',
    severity: 'warning',
    subject: profile,
    message: say(
      'Azure could not be asked, so DNS was not compared with the scoring address. {why}',
      'Azure に問い合わせできなかったため、DNS とスコアリングのアドレスを比較していません。{why}',
      { why: problem.message },
    ),
    next: problem.next,
  };
}

function silent(): Problem {
  return {
    code: 'azure-silent',
    owner: 'service',
    message: say('Azure did not answer in time.', 'Azure から時間内に応答がありませんでした。'),
    next: [
      say('Check the network and the sign-in: {command}', 'ネットワークとサインインを確認してください: {command}', { command: { code: 'amltls doctor' } }),
    ],
  };
}

function zoneNotAsked(host: string): Finding {
  return {
    code: 'dns-not-asked',
    severity: 'info',
    subject: host,
    message: say(
      'Not every server of the zone could be asked in time; what this machine resolves was looked at.',
      'ゾーンのすべてのサーバーには時間内に問い合わせできませんでした。このコンピューターでの名前解決の結果は確認済みです。',
    ),
    next: [say('Look at it alone: {command}', '単独で確認してください: {command}', { command: { code: `amltls watch dns --name ${host} --expect IP` } })],
  };
}
