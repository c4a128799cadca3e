import type {
  Answers,
  CertBundle,
  CertificatePlugin,
  Context,
  DnsPlugin,
  Domain,
  Environment,
  Finding,
  Paths,
  Review,
  StepPlan,
  TargetPlugin,
} from '../contracts/index.ts';
import { domainOf } from '../domain/domain-of.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { Registry } from '../registry/registry.ts';
import { say } from '../text/say.ts';
import { chosenCatalogue } from '../wizard/catalogue.ts';
import { trailOf } from '../wizard/trail.ts';
import { refuseUnknown, resolveAnswers } from './resolve-answers.ts';
import type { Record as Kept, Store } from './store.ts';

export interface PrepareOptions {
  readonly env: Environment;
  readonly registry: Registry;
  readonly answers: Answers;
  /** Its name, where the answers came from one. */
  readonly profile: string | undefined;
  readonly paths: Paths;
  readonly store: Store;
  /** Send even where "unchanged" cannot be told. */
  readonly redeploy: boolean;
  readonly signal: AbortSignal;
}

/** Everything a run needs, and what a person sees before it. */
export interface Prepared {
  readonly context: Context;
  readonly domain: Domain;
  readonly target: TargetPlugin;
  readonly certificate: CertificatePlugin | undefined;
  readonly dns: DnsPlugin | undefined;
  readonly bundle: CertBundle | undefined;
  readonly kept: Kept;
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
  const catalogue = await chosenCatalogue(options.registry, options.answers);
  refuseUnknown(catalogue, options.answers);
  const contextOf = (answers: Answers): Context => ({ env: options.env, answers, signal: options.signal, profile: options.profile, paths: options.paths });
  const path = await resolveAnswers(catalogue, options.answers, contextOf);
  const context = contextOf(path.answers);
  const target = named(catalogue.targets, path.answers['target.plugin']);
  const certificate = catalogue.certificates.get(String(path.answers['certificate.plugin']));
  const dns = catalogue.dns.get(String(path.answers['dns.plugin']));
  const domain = domainOf(path.answers);
  const kept = options.store.record(options.env, path.answers);
  const plans = await planSteps({ context, domain, target, certificate, dns, kept, redeploy: options.redeploy });
  const trail = await trailOf(path.stops, path.answers, context);
  const blocked = plans.steps.some((step) => hasError(step.findings));
  return {
    context,
    domain,
    target,
    certificate,
    dns,
    bundle: plans.bundle,
    kept,
    redeploy: options.redeploy,
    steps: plans.steps,
    blocked,
    pendingChanges: plans.steps.flatMap((step) => step.changes).filter((change) => change.effect !== 'none').length,
    review: {
      profile: options.profile,
      environment: { id: options.env.id, title: options.env.title, practice: options.env.practice },
      trail,
      steps: plans.steps,
      equivalents: target.equivalents('secure', domain, context),
      blocked,
    },
  };
}

type Parts = Pick<Prepared, 'context' | 'domain' | 'target' | 'certificate' | 'dns' | 'kept' | 'redeploy'>;

async function planSteps(parts: Parts): Promise<{ steps: readonly StepPlan[]; bundle: CertBundle | undefined }> {
  const domainStep: StepPlan = { step: 'domain', changes: [], findings: [], notes: [] };
  const obtained = await planCertificate(parts);
  const deploy = await planDeploy(parts, obtained.bundle);
  const dns = await planDns(parts);
  return { steps: [domainStep, obtained.plan, deploy, dns], bundle: obtained.bundle };
}

export async function planCertificate(parts: Pick<Parts, 'certificate' | 'domain' | 'context'>): Promise<{ plan: StepPlan; bundle: CertBundle | undefined }> {
  const { certificate, domain, context } = parts;
  if (certificate === undefined || domain.kind !== 'custom') {
    const skipped =
      domain.kind === 'microsoft'
        ? say('Microsoft issues the certificate during the deployment.', '証明書はデプロイ時に Microsoft が発行します。')
        : say('TLS stays off.', 'TLS はオフのままです。');
    return { plan: { step: 'certificate', changes: [], findings: [], notes: [], skipped }, bundle: undefined };
  }
  const { bundle, changes, findings } = await certificate.plan([domain.fqdn], context);
  const concerns = bundle === undefined ? [] : ((await context.env.concerns?.(bundle.chainPem, bundle.files?.cert ?? domain.fqdn)) ?? []);
  return { plan: { step: 'certificate', changes, findings: [...findings, ...concerns], notes: [] }, bundle };
}

export async function planDeploy(parts: Pick<Parts, 'target' | 'domain' | 'context' | 'kept' | 'redeploy'>, bundle: CertBundle | undefined): Promise<StepPlan> {
  const { target, domain, context, kept, redeploy } = parts;
  const last = await kept.deployment();
  const planned = await target.plan({ domain, redeploy, ...(bundle === undefined ? {} : { bundle }), ...(last === undefined ? {} : { last }) }, context);
  return { step: 'deploy', ...planned };
}

async function planDns(parts: Parts): Promise<StepPlan> {
  const { dns, domain, target, context } = parts;
  const nothing: StepPlan = { step: 'dns', changes: [], findings: [], notes: [] };
  if (dns === undefined || domain.kind !== 'custom') {
    return {
      ...nothing,
      skipped:
        domain.kind === 'microsoft'
          ? say('Azure sets the record itself.', 'レコードは Azure が設定します。')
          : say('No name to point anywhere.', '設定する名前はありません。'),
    };
  }
  const endpoints = await target.endpoints(domain, context);
  if (endpoints === undefined || endpoints.records.length === 0) {
    return {
      ...nothing,
      notes: [
        say(
          '{fqdn} will point to the address that the service has after the deployment.',
          '{fqdn} は、デプロイ後にサービスに割り当てられるアドレスを指すようにします。',
          {
            fqdn: { value: domain.fqdn },
          },
        ),
      ],
    };
  }
  return { ...nothing, changes: await dns.plan(endpoints.records, context) };
}

export function hasError(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}

function named(targets: ReadonlyMap<string, TargetPlugin>, id: unknown): TargetPlugin {
  const target = targets.get(String(id));
  if (target !== undefined) return target;
  throw new ProblemError({
    code: 'answers-missing',
    owner: 'you',
    message: say('No target was chosen.', 'ターゲットが選択されていません。'),
    next: [say('Set target.plugin.', 'target.plugin を指定してください。')],
  });
}
