import type { JsonObject, Text } from '../../../core/contracts/index.ts';
import { code, date, say, value } from '../../../core/text/say.ts';
import type { OpenWait } from '../../../core/wait/open-wait.ts';
import { toJson } from '../../text/json.ts';
import { writeDocument, writeEvent } from '../document.ts';
import { answer, type Session } from '../session.ts';
import { type FoundWait, openWaitsOf } from './open-waits.ts';

export async function listWaits(session: Session): Promise<number> {
  const waits = await openWaitsOf(session);
  const { format } = session.options;
  const shown = waits.map((wait): JsonObject => Object(toJson(documentOf(wait), session.language)));
  if (format === 'json') writeDocument(session, 'watch', { waits: shown, exitCode: 0 });
  else if (format === 'ndjson') {
    for (const [at, wait] of waits.entries()) writeEvent(session, Date.now(), wait.profile, 'open-wait', shown[at] ?? {});
    writeEvent(session, Date.now(), null, 'outcome', { status: 'unchanged', exitCode: 0, changed: false });
  } else for (const line of linesOf(waits)) answer(session, line);
  return 0;
}

const documentOf = ({ elsewhere: _elsewhere, file: _file, ...wait }: FoundWait): OpenWait => wait;

function linesOf(waits: readonly OpenWait[]): readonly Text[] {
  if (waits.length === 0) return [say('Nothing is waited for.', '待機中のものはありません。')];
  return waits.map((wait) => say('{what}: {command}', '{what}: {command}', { what: waitText(wait), command: code(wait.resume) }));
}

/** What is waited for, and since when. */
export function waitText({ kind, subject, startedAt }: OpenWait): Text {
  const about = { host: value(subject), since: date(startedAt) };
  switch (kind) {
    case 'renewal':
      return say('Renewal of {host} since {since}', '{host} の更新 ({since} から)', about);
    case 'dns':
      return say('DNS of {host} since {since}', '{host} の DNS への反映 ({since} から)', about);
    case 'certificate':
      return say('Certificate for {host} since {since}', '{host} の証明書 ({since} から)', about);
  }
}
