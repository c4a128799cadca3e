import type { Finding, StepPlan, Text } from '../contracts/index.ts';
import type { Parts } from '../engine/parts.ts';
import { type Prepared, type PrepareOptions, prepare } from '../engine/prepare.ts';
import { hasError } from '../engine/review-of.ts';
import { run } from '../engine/run.ts';
import { code, date, say } from '../text/say.ts';
import { lookAtEndpoints, servedChain } from './baseline.ts';
import { notDue } from './not-due.ts';
import { previousPair } from './previous-pair.ts';
import type { Renewal, RenewalWishes } from './renewal.ts';

type OwnOptions = Omit<PrepareOptions, 'redeploy' | 'given' | 'early'> & RenewalWishes;

/**
 * Looks at the new pair, or with `rollback` at the one before, and at what is served; an older certificate is a finding that stops it.
 * @throws ProblemError `rollback-*` and those of `prepare`
 */
export async function prepareOwnRenewal(options: OwnOptions, parts: Parts): Promise<Renewal> {
  const { target, domain, context } = parts;
  const endpoints = await target.endpoints(domain, context);
  const looks = endpoints === undefined ? [] : await lookAtEndpoints(endpoints, context);
  const leaf = looks.find((look) => look.seen)?.leaf;
  const given = options.rollback ? { given: await previousPair(parts, leaf?.fingerprintSha256) } : {};
  const planned = await prepare({ ...options, ...given, redeploy: false, early: options.evenIfEarly && !options.rollback });
  const { bundle } = planned;
  const older = leaf !== undefined && bundle !== undefined && Date.parse(bundle.notBefore) < Date.parse(leaf.notBefore);
  const refused = older && !options.allowOlder && !options.rollback ? [olderFinding(bundle.files?.cert ?? bundle.fingerprintSha256, leaf.notBefore)] : [];
  const prepared = withFindings(planned, refused);
  const served = servedChain(looks);
  return {
    review: { ...prepared.review, equivalents: target.equivalents('renew', domain, context) },
    pendingChanges: prepared.pendingChanges,
    underWay: false,
    async *run(how) {
      if (served !== undefined && prepared.pendingChanges > 0) await prepared.kept.pairs.keepServed(served.fingerprintSha256, served.chainPem);
      if (options.rollback && prepared.pendingChanges > 0) yield { type: 'note', level: 'warn', text: stillNamed() };
      for await (const event of run(prepared, how)) {
        if (event.type !== 'outcome' || event.status !== 'unchanged' || options.rollback) yield event;
        else yield { ...event, next: await notDue(prepared, options.evenIfEarly) };
      }
    },
    // Nothing is too early for a certificate of one's own.
    async *decline() {
      yield { type: 'outcome', status: 'unchanged', exitCode: 0, changed: false };
    },
  };
}

function stillNamed(): Text {
  return say(
    'The profile still names the newer files: the next replay or renewal pushes those again.',
    'プロファイルには新しいファイルが指定されたままです。次回の再実行または更新で、それらが再び反映されます。',
  );
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
      { date: date(servedSince) },
    ),
    next: [
      say('Put the new files in place, or insist with {flag}.', '新しいファイルを配置するか、{flag} を付けて強制してください。', {
        flag: code('--allow-older'),
      }),
    ],
  };
}
