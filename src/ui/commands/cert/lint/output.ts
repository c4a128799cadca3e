import type { ExitCode, Finding } from '../../../../core/contracts/index.ts';
import { say, value } from '../../../../core/text/say.ts';
import { findingJson, jsonLine } from '../../../text/json.ts';
import { findingLines } from '../../../text/problem-lines.ts';
import { writeEvent } from '../../document.ts';
import type { Session } from '../../session.ts';

/** What `cert lint` prints, file by file, so that a thousand files take no more memory than one. */
export interface LintOutput {
  file(name: string, findings: readonly Finding[]): void;
  end(): ExitCode;
}

export function lintOutput(session: Session): LintOutput {
  const { options, language, writer, out } = session;
  const rows: string[] = [];
  let errors = false;
  return {
    file(name, findings) {
      errors ||= findings.some(({ severity }) => severity === 'error');
      const row = { file: name, findings: findings.map((finding) => findingJson(finding, language)) };
      if (options.format === 'json') rows.push(jsonLine(row));
      else if (options.format === 'ndjson') writeEvent(session, Date.now(), null, 'file', row);
      else for (const line of lines(name, findings)) out.line(line);
    },
    end() {
      const exitCode = errors ? 3 : 0;
      if (options.format === 'json') out.line(`{"schema":"amltls/cert-lint/1","files":[${rows.join(',')}],"exitCode":${exitCode}}`);
      if (options.format === 'ndjson') writeEvent(session, Date.now(), null, 'outcome', { status: errors ? 'failed' : 'done', exitCode, changed: false });
      return exitCode;
    },
  };

  function lines(name: string, findings: readonly Finding[]): readonly string[] {
    if (findings.length > 0) return findings.flatMap((finding) => findingLines(finding, writer));
    return [
      `${writer.symbols.done} ${session.words(say('{file}: nothing to find fault with.', '{file}: 問題は見つかりませんでした。', { file: value(name) }))}`,
    ];
  }
}
