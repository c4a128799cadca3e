import { findingsOfOrder } from '../../../../core/certificates/findings/of-chain.ts';
import { findingsOfFile } from '../../../../core/certificates/findings/of-file.ts';
import { findingsOfLeaf } from '../../../../core/certificates/findings/of-leaf.ts';
import { orderChain } from '../../../../core/certificates/order.ts';
import { readCertificates } from '../../../../core/certificates/read.ts';
import type { ExitCode, Finding } from '../../../../core/contracts/index.ts';
import { findingJson } from '../../../text/json.ts';
import { findingLines } from '../../../text/problem-lines.ts';
import { writeDocument } from '../../document.ts';
import type { Session } from '../../session.ts';
import { readFile } from '../read-file.ts';
import { hostOf, type LintFlags, timeOf } from './flags.ts';

/** What is wrong with certificates; exit 3 where something is an error. */
export async function lint(session: Session, files: readonly string[], flags: LintFlags): Promise<ExitCode> {
  if (flags.chainOnly === true) return await (await import('./chain-only.ts')).chainOnly(session, files, flags);
  const names = [hostOf(flags.host)].filter((name) => name !== undefined);
  const at = timeOf(flags.at, Date.now());
  const rows: { file: string; findings: readonly Finding[] }[] = [];
  for (const file of files) {
    const content = readCertificates(await readFile(session, file));
    const chain = orderChain(content.certificates);
    const findings = [
      ...findingsOfFile(content, file),
      ...(chain === undefined ? [] : [...findingsOfLeaf(chain.leaf, names, at, file), ...findingsOfOrder(chain, file)]),
    ];
    rows.push({ file, findings });
  }
  const exitCode = rows.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 3 : 0;
  if (session.options.format === 'text')
    for (const line of rows.flatMap(({ findings }) => findings.flatMap((each) => findingLines(each, session.writer)))) session.out.line(line);
  else
    writeDocument(session, 'cert-lint', {
      files: rows.map(({ file, findings }) => ({ file, findings: findings.map((each) => findingJson(each, session.language)) })),
      exitCode,
    });
  return exitCode;
}
