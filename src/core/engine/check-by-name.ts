import { checkEndpoint } from '../check/check.ts';
import type { CertBundle, DnsRecord, Problem, RunEvent } from '../contracts/index.ts';
import { code, say, value } from '../text/say.ts';
import type { Prepared } from './prepare.ts';

/**
 * One look at the service by its name, as a client would. Findings go out as events; errors become the problem. What was
 * known of the certificate before it was sent, and was no reason to stop, is none now.
 */
export async function* checkByName(
  prepared: Prepared,
  bundle: CertBundle | undefined,
  records: readonly DnsRecord[],
): AsyncGenerator<RunEvent, Problem | undefined, void> {
  const host = records[0]?.name;
  if (host === undefined) return undefined;
  const { env, signal, profile } = prepared.context;
  const { findings } = await checkEndpoint({
    env,
    host,
    port: 443,
    profile,
    signal,
    ...(bundle === undefined ? {} : { expectedFingerprint: bundle.fingerprintSha256 }),
    ...(bundle?.trustPem === undefined ? {} : { trustPem: bundle.trustPem }),
  });
  const known = new Set(prepared.steps.flatMap((step) => step.findings).map((finding) => finding.code));
  for (const finding of findings.filter((each) => !known.has(each.code))) yield { type: 'finding', finding };
  const errors = findings.filter((finding) => finding.severity === 'error' && !known.has(finding.code));
  if (errors.length === 0) return undefined;
  return {
    code: 'check-failed',
    owner: 'you',
    exit: 3,
    message: say('{host} does not pass the check: {codes}.', '{host} は検査に合格しませんでした: {codes}', {
      host: value(host),
      codes: code([...new Set(errors.map((finding) => finding.code))].join(', ')),
    }),
    next: errors.flatMap((finding) => finding.next),
  };
}
