import type { JsonObject, Problem } from '../../../core/contracts/index.ts';
import { code, say, value } from '../../../core/text/say.ts';
import type { Session } from '../session.ts';
import { writeReport } from './report.ts';

/** A crash as its reader is told of it: where the report lies that was written of it. Where none could be written, as it was. */
export async function withReport(session: Session, problem: Problem): Promise<Problem> {
  try {
    const file = await writeReport(session, { code: problem.code, ...described(problem.cause) });
    const next = say(
      'A report without secrets lies in {file}. Look through it, then send it to those who make amltls.',
      '機密情報を除いたレポートを {file} に保存しました。内容を確認してから amltls の開発元に送付してください。',
      { file: value(file) },
    );
    return { ...problem, next: [...problem.next, next] };
  } catch {
    return {
      ...problem,
      next: [...problem.next, say('Write a report with {command}.', '{command} でレポートを作成してください。', { command: code('amltls report') })],
    };
  }
}

function described(thrown: unknown): JsonObject {
  if (!(thrown instanceof Error)) return { thrown: String(thrown) };
  return { name: thrown.name, message: thrown.message, stack: (thrown.stack ?? '').split('\n') };
}
