import { findingsOfFile } from '../../../../core/certificates/findings/of-file.ts';
import { wordsOfRule } from '../../../../core/certificates/findings/of-rule.ts';
import { readCertificates } from '../../../../core/certificates/read.ts';
import { judgeChain, type Verdict } from '../../../../core/certificates/verdict.ts';
import type { ExitCode, Finding } from '../../../../core/contracts/index.ts';
import { findingJson } from '../../../text/json.ts';
import { findingLines } from '../../../text/problem-lines.ts';
import { writeDocument, writeEvent } from '../../document.ts';
import { wrong } from '../../options.ts';
import type { Session } from '../../session.ts';
import { depthOf, hostOf, type LintFlags, needTrust, timeOf } from '../flags.ts';
import { readFile } from '../read-file.ts';
import { suffixesFor } from './lint.ts';

/** Accept (exit 0) or reject (exit 3), with the reasons. */
export async function chainOnly(session: Session, files: readonly string[], flags: LintFlags): Promise<ExitCode> {
  const [file = '', ...more] = files;
  if (more.length > 0) wrong('--chain-only', files.join(' '), 'cert lint chain.pem --chain-only --untrusted more.pem');
  const [at, host, maxDepth] = [timeOf(flags.at, Date.now()), hostOf(flags.host), depthOf(flags.maxDepth)];
  const trust = await readFile(session, needTrust(flags.trust));
  const untrusted = flags.untrusted === undefined ? undefined : await readFile(session, flags.untrusted);
  const shown = await readFile(session, file);
  const result = judgeChain({ shown, untrusted, trust, host, at, maxDepth, isPublicSuffix: await suffixesFor(readCertificates(shown).certificates) });
  const exitCode = result.verdict === 'accept' ? 0 : 3;
  write(session, { file, host }, result, exitCode);
  return exitCode;
}

function write(session: Session, { file, host }: { readonly file: string; readonly host: string | undefined }, result: Verdict, exitCode: ExitCode): void {
  const { options, language, writer, out } = session;
  const findings = result.verdict === 'accept' ? [] : reasons(result, file, host);
  const row = { file, findings: findings.map((finding) => findingJson(finding, language)) };
  if (options.format === 'json') writeDocument(session, 'cert-lint', { files: [row], verdict: result.verdict, exitCode });
  else if (options.format === 'ndjson') {
    writeEvent(session, Date.now(), null, 'file', row);
    writeEvent(session, Date.now(), null, 'outcome', { status: exitCode === 0 ? 'done' : 'failed', exitCode, changed: false, verdict: result.verdict });
  } else for (const line of [result.verdict, ...findings.flatMap((finding) => findingLines(finding, writer))]) out.line(line);
}

function reasons(result: Extract<Verdict, { verdict: 'reject' }>, file: string, host: string | undefined): readonly Finding[] {
  if (result.violations.length === 0) return findingsOfFile(result.file, file);
  return result.violations.map((violation) => ({ severity: 'error', subject: file, ...wordsOfRule(violation, host) }));
}
