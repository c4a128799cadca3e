import type { CertBundle, DnsRecord, Finding, Review, StepPlan } from '../contracts/index.ts';
import { say } from '../text/say.ts';
import { type Parts, type PartsOptions, resolveParts } from './parts.ts';
import { planDomain } from './plan-domain.ts';
import { hasError, reviewOf } from './review-of.ts';

export interface PrepareOptions extends PartsOptions {
  /** Send even where "unchanged" cannot be told. */
  readonly redeploy: boolean;
  /** A certificate that can be had anew is, although it is not due. */
  readonly early?: boolean;
  /** Deployed instead of what the certificate plugin gives: a pair of earlier, judged. */
  readonly given?: Given;
}

export interface Given {
  readonly bundle: CertBundle;
  readonly findings: readonly Finding[];
}

/** Everything a run needs, and what a person sees before it. */
export interface Prepared extends Parts {
  readonly bundle: CertBundle | undefined;
  readonly redeploy: boolean;
  readonly steps: readonly StepPlan[];
  /** A finding of severity error: nothing may be sent. */
  readonly blocked: boolean;
  /** Changes that would do something. */
  readonly pendingChanges: number;
  readonly review: Review;
}

/**
 * Looks at everything and changes nothing: answers, certificate, resource, DNS.
 * @throws ProblemError `answers-missing`, `answers-invalid`, what a plugin finds forbidden, what the service refuses
 */
export async function prepare(options: PrepareOptions): Promise<Prepared> {
  const parts = { ...(await resolveParts(options)), redeploy: options.redeploy };
  const { steps, bundle } = await planSteps(parts, options);
  const blocked = steps.some((step) => hasError(step.findings));
  return {
    ...parts,
    bundle,
    steps,
    blocked,
    pendingChanges: steps.flatMap((step) => step.changes).filter((change) => change.effect !== 'none').length,
    review: await reviewOf(parts, 'secure', steps),
  };
}

type Planning = Parts & Pick<Prepared, 'redeploy'>;

async function planSteps(
  parts: Planning,
  { given, early }: Pick<PrepareOptions, 'given' | 'early'>,
): Promise<{ steps: readonly StepPlan[]; bundle: CertBundle | undefined }> {
  const obtained = given === undefined ? await planCertificate(parts, early) : givenPlan(given);
  const deploy = await planDeploy(parts, obtained.bundle);
  const { dns, records } = await planDns(parts);
  const domain = await planDomain(parts, records);
  return { steps: [domain, obtained.plan, deploy, dns], bundle: obtained.bundle };
}

function givenPlan({ bundle, findings }: Given): { plan: StepPlan; bundle: CertBundle } {
  return { plan: { step: 'certificate', changes: [], findings, notes: [] }, bundle };
}

export async function planCertificate(
  parts: Pick<Parts, 'certificate' | 'domain' | 'context' | 'dns'>,
  early = false,
): Promise<{ plan: StepPlan; bundle: CertBundle | undefined }> {
  const { certificate, domain, context } = parts;
  if (certificate === undefined || domain.kind !== 'custom') {
    const skipped =
      domain.kind === 'microsoft'
        ? say('Microsoft issues the certificate during the deployment.', '証明書はデプロイ時に Microsoft が発行します。')
        : say('TLS stays off.', 'TLS はオフのままです。');
    return { plan: { step: 'certificate', changes: [], findings: [], notes: [], skipped }, bundle: undefined };
  }
  const { bundle, changes, findings } = await certificate.plan([domain.fqdn], context, parts.dns, early);
  const concerns = bundle === undefined ? [] : ((await context.env.concerns?.(bundle.chainPem, bundle.files?.cert ?? domain.fqdn)) ?? []);
  return { plan: { step: 'certificate', changes, findings: [...findings, ...concerns], notes: [] }, bundle };
}

export async function planDeploy(
  parts: Pick<Planning, 'target' | 'domain' | 'context' | 'kept' | 'redeploy'>,
  bundle: CertBundle | undefined,
): Promise<StepPlan> {
  const { target, domain, context, kept, redeploy } = parts;
  const last = await kept.deployment();
  const planned = await target.plan({ domain, redeploy, ...(bundle === undefined ? {} : { bundle }), ...(last === undefined ? {} : { last }) }, context);
  return { step: 'deploy', ...planned };
}

async function planDns(parts: Parts): Promise<{ readonly dns: StepPlan; readonly records: readonly DnsRecord[] }> {
  const { dns, domain, target, context } = parts;
  const nothing: StepPlan = { step: 'dns', changes: [], findings: [], notes: [] };
  if (dns === undefined || domain.kind !== 'custom') {
    const skipped =
      domain.kind === 'microsoft'
        ? say('Azure sets the record itself.', 'レコードは Azure が設定します。')
        : say('No name to point anywhere.', '設定する名前はありません。');
    return { dns: { ...nothing, skipped }, records: [] };
  }
  const records = (await target.endpoints(domain, context))?.records ?? [];
  if (records.length > 0) return { dns: { ...nothing, changes: await dns.plan(records, context) }, records };
  const later = say(
    '{fqdn} will point to the address that the service has after the deployment.',
    '{fqdn} は、デプロイ後にサービスに割り当てられるアドレスを指すようにします。',
    {
      fqdn: { value: domain.fqdn },
    },
  );
  return { dns: { ...nothing, notes: [later] }, records };
}
