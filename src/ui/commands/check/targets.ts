import type { CertBundle, Context, Finding } from '../../../core/contracts/index.ts';
import { domainOf } from '../../../core/domain/domain-of.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { isAbort } from '../../../core/problems/to-problem.ts';
import { say } from '../../../core/text/say.ts';
import type { Session } from '../session.ts';

/** What of a profile is to be looked at. */
export interface ProfileTarget {
  /** undefined where there is nothing to look at; the findings say why. */
  readonly host: string | undefined;
  readonly port: number;
  readonly expectedFingerprint?: string;
  /** PEM of a private CA that the profile's certificate plugin accepts. */
  readonly trustPem?: string;
  readonly findings: readonly Finding[];
}

/** Where a profile's service answers, and what it should serve: the profile's certificate, else what was deployed last. */
export async function targetOfProfile(session: Session, context: Context): Promise<ProfileTarget> {
  const domain = domainOf(context.answers);
  if (domain.kind === 'none')
    return nothing({
      code: 'tls-off',
      severity: 'info',
      subject: subjectOf(context),
      message: say('TLS is switched off on purpose.', 'TLS は意図的にオフになっています。'),
      next: [],
    });
  const bundle = domain.kind === 'custom' ? await bundleOf(session, context, domain.fqdn) : undefined;
  const fingerprint = bundle?.fingerprintSha256 ?? (await session.store.record(context.env, context.answers).deployment())?.fingerprintSha256;
  const expected = {
    ...(fingerprint === undefined ? {} : { expectedFingerprint: fingerprint }),
    ...(bundle?.trustPem === undefined ? {} : { trustPem: bundle.trustPem }),
  };
  if (domain.kind === 'custom') return { host: domain.fqdn, port: 443, findings: [], ...expected };
  const endpoints = await (await targetPlugin(session, context)).endpoints(domain, context);
  if (endpoints?.host !== undefined) return { host: endpoints.host, port: endpoints.port, findings: [], ...expected };
  return nothing({
    code: 'endpoint-unknown',
    severity: 'error',
    subject: subjectOf(context),
    message: endpoints?.waiting ?? say('The Microsoft name of the service is not known yet.', 'サービスの Microsoft ドメイン名はまだわかりません。'),
    next: [say('Deploy a web service to the compute, then check again.', 'コンピューティングに Web サービスをデプロイしてから、もう一度確認してください。')],
  });
}

// Files that are not there any more do not keep anybody from looking at the service.
async function bundleOf(session: Session, context: Context, fqdn: string): Promise<CertBundle | undefined> {
  const id = context.answers['certificate.plugin'];
  if (typeof id !== 'string') return undefined;
  try {
    return (await (await session.registry.get('certificate', id)).plan([fqdn], context)).bundle;
  } catch (thrown) {
    if (isAbort(thrown, context.signal)) throw thrown;
    session.log.write('info', 'certificate not read', { cause: thrown });
    return undefined;
  }
}

async function targetPlugin({ registry }: Session, { answers }: Context) {
  const id = answers['target.plugin'];
  if (typeof id === 'string') return await registry.get('target', id);
  return fail({
    code: 'answers-missing',
    owner: 'you',
    message: say('The profile names no target.', 'プロファイルにターゲットが指定されていません。'),
    next: [say('Set target.plugin.', 'target.plugin を指定してください。')],
  });
}

function nothing(finding: Finding): ProfileTarget {
  return { host: undefined, port: 443, findings: [finding] };
}

function subjectOf({ profile }: Context): string {
  return profile ?? '';
}
