import type { ExitCode, JsonObject, Language } from '../../../core/contracts/index.ts';
import { checkSummary } from '../../text/check-words.ts';
import { findingJson, toJson } from '../../text/json.ts';
import { writeDocument, writeEvent } from '../document.ts';
import { type Session, tell } from '../session.ts';
import type { Looked } from './looked.ts';
import { tableLines } from './table.ts';

export interface Report {
  /** @param at ms since the epoch of the environment's clock */
  add(looked: Looked, at: number): void;
  end(all: readonly Looked[], exitCode: ExitCode): void;
}

/** What was seen, in the format that was asked for: NDJSON as it comes, the others at the end and in order. */
export function createReport(session: Session): Report {
  const { options, language, host, writer, out } = session;
  let last: number | undefined;
  return {
    add(looked, at) {
      last = Math.max(at, last ?? at);
      if (options.format === 'ndjson') writeEvent(session, at, looked.endpoint.profile, 'endpoint', rowOf(looked, language));
    },
    end(all, exitCode) {
      if (options.format === 'json') writeDocument(session, 'check', { endpoints: all.map((looked) => rowOf(looked, language)) });
      else if (options.format === 'ndjson') {
        writeEvent(session, last ?? Date.now(), null, 'outcome', { status: exitCode === 0 ? 'unchanged' : 'failed', exitCode, changed: false });
      } else {
        for (const line of tableLines(all, writer, host.stdout.columns)) out.line(line);
        if (all.length > 1) tell(session, checkSummary(all));
      }
    },
  };
}

function rowOf({ endpoint, findings }: Looked, language: Language): JsonObject {
  return { ...(toJson(endpoint, language) as JsonObject), findings: findings.map((finding) => findingJson(finding, language)) };
}
