import type { Finding, RunEvent, StepPlan } from '../contracts/index.ts';
import { resolveParts } from '../engine/parts.ts';
import { hasError, type Prepared, type PrepareOptions, prepare } from '../engine/prepare.ts';
import { type RunOptions, run } from '../engine/run.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { code, date, say, value } from '../text/say.ts';
import { lookAtEndpoints, servedChain } from './baseline.ts';
import { bundleOfPair, type Pair } from './pairs.ts';

export interface OwnRenewalOptions extends PrepareOptions {
  /** Push a certificate that is older than the served one. */
  readonly allowOlder: boolean;
  /** Push the pair that was deployed before the present one. */
  readonly rollback: boolean;
}

export interface OwnRenewal {
  readonly prepared: Prepared;
  /** What is served now, public parts; undefined where nothing answered. */
  readonly served: { readonly fingerprintSha256: string; readonly chainPem: string } | undefined;
}

/** Looks at the new pair and at what is served; an older certificate is a finding that stops it. @throws ProblemError `rollback-*` and those of `prepare` */
export async function prepareOwnRenewal(options: OwnRenewalOptions): Promise<OwnRenewal> {
  const prepared = await prepare(options.rollback ? { ...options, bundle: await previousBundle(options) } : options);
  const { target, domain, context, bundle } = prepared;
  const endpoints = await target.endpoints(domain, context);
  const looks = endpoints === undefined ? [] : await lookAtEndpoints(endpoints, context);
  const leaf = looks.find((look) => look.seen);
  const older = leaf?.seen === true && bundle !== undefined && Date.parse(bundle.notBefore) < Date.parse(leaf.leaf.notBefore);
  const refused = older && !options.allowOlder && !options.rollback ? [olderFinding(bundle.files?.cert ?? bundle.fingerprintSha256, leaf.leaf.notBefore)] : [];
  return { prepared: withFindings(prepared, refused), served: servedChain(looks) };
}

/** The served chain is kept, then the pair goes out like on the first day. The last event is the outcome. */
export async function* renewOwn({ prepared, served }: OwnRenewal, options: RunOptions): AsyncGenerator<RunEvent, void, void> {
  if (served !== undefined && prepared.pendingChanges > 0) await prepared.kept.pairs.keepServed(served.fingerprintSha256, served.chainPem);
  yield* run(prepared, options);
}

async function previousBundle(options: PrepareOptions) {
  const { kept } = await resolveParts(options);
  const [, previous] = await kept.pairs.list();
  if (previous === undefined) throw noPrevious();
  const bundle = await bundleOfPair(options.env.files, previous);
  if (bundle === undefined) throw filesChanged(previous);
  return bundle;
}

function withFindings(prepared: Prepared, findings: readonly Finding[]): Prepared {
  if (findings.length === 0) return prepared;
  const steps: readonly StepPlan[] = prepared.steps.map((step) =>
    step.step === 'certificate' ? { ...step, findings: [...step.findings, ...findings] } : step,
  );
  const blocked = steps.some((step) => hasError(step.findings));
  return { ...prepared, steps, blocked, review: { ...prepared.review, steps, blocked } };
}

function olderFinding(subject: string, servedSince: string): Finding {
  return {
    code: 'renew-older',
    severity: 'error',
    subject,
    message: say(
      'This certificate is older than the served one, which is valid from {date}.',
      'この証明書は、現在提供されている証明書 ({date} から有効) より古いものです。',
      {
        date: date(servedSince),
      },
    ),
    next: [
      say('Put the new files in place, or insist with {flag}.', '新しいファイルを配置するか、{flag} を付けて強制してください。', {
        flag: code('--allow-older'),
      }),
    ],
  };
}

function noPrevious(): ProblemError {
  return new ProblemError({
    code: 'rollback-none',
    owner: 'you',
    message: say('No earlier pair was deployed from this machine.', 'このコンピューターから以前にデプロイされた証明書はありません。'),
    next: [
      say('Name the files of the earlier certificate in the profile and replay it.', '以前の証明書のファイルをプロファイルに指定し、再実行してください。'),
    ],
  });
}

function filesChanged({ certFile, keyFile, fingerprintSha256 }: Pair): ProblemError {
  return new ProblemError({
    code: 'rollback-files-changed',
    owner: 'you',
    message: say(
      '{cert} and {key} no longer hold the pair {fingerprint} that was deployed.',
      '{cert} と {key} は、デプロイされた証明書 {fingerprint} のものではなくなっています。',
      {
        cert: value(certFile),
        key: value(keyFile),
        fingerprint: code(fingerprintSha256),
      },
    ),
    next: [say('Put the files back, or name them in the profile and replay it.', 'ファイルを元に戻すか、プロファイルに指定して再実行してください。')],
  });
}
