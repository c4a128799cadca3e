import type { ExitCode, JsonObject, PluginKind, Text } from '../../../core/contracts/index.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { visible } from '../../../core/text/visible.ts';
import type { Surveyed } from '../../../plugins/shared/further/survey.ts';
import { VERSION } from '../../host/version.ts';
import { problemJson } from '../../text/json.ts';
import { padEnd, widthOf } from '../../text/width.ts';
import { writeDocument, writeEvent, writeOutcome } from '../document.ts';
import { findBook } from '../profiles.ts';
import { type Session, tell } from '../session.ts';
import { surveyBook } from './attach.ts';
import { PLUGIN_KINDS } from './kinds.ts';

interface Row {
  readonly kind: PluginKind | undefined;
  readonly id: string | undefined;
  readonly version: string | undefined;
  readonly from: Text;
  readonly surveyed?: Surveyed;
}

const BUILT_IN = say('built in', '組み込み');

/** Every plugin there is: the built-in ones and those of the profile file. Nothing of them is run. */
export async function listPlugins(session: Session): Promise<ExitCode> {
  const book = await findBook(session);
  const further = book === undefined ? [] : await surveyBook(session, book);
  const rows = [...builtInRows(session), ...further.map(rowOf)];
  if (session.options.format === 'json')
    writeDocument(session, 'plugin-list', { file: book?.path ?? null, plugins: rows.map((row) => jsonOf(row, session)), exitCode: 0 });
  else if (session.options.format === 'ndjson') {
    for (const row of rows) writeEvent(session, Date.now(), null, 'plugin', jsonOf(row, session));
    writeOutcome(session, { status: 'unchanged', exitCode: 0, changed: false });
  } else showTable(session, rows);
  return 0;
}

function builtInRows(session: Session): readonly Row[] {
  return PLUGIN_KINDS.flatMap((kind) =>
    session.registry
      .ids(kind)
      .filter((id) => session.builtIn(kind, id))
      .map((id) => ({ kind, id, version: VERSION, from: BUILT_IN })),
  );
}

function rowOf(surveyed: Surveyed): Row {
  const { spec, source, trusted } = surveyed;
  return { kind: trusted?.kind, id: trusted?.id, version: source?.version ?? trusted?.version, from: source?.entry ?? spec, surveyed };
}

function jsonOf({ kind, id, version, from, surveyed }: Row, { words, language }: Session): JsonObject {
  const problem = surveyed?.problem;
  return {
    kind: kind ?? null,
    id: id ?? null,
    version: version ?? null,
    builtIn: surveyed === undefined,
    spec: surveyed?.spec ?? null,
    from: surveyed === undefined ? null : words(from),
    ready: problem === undefined,
    reason: problem === undefined ? null : problemJson(problem, language),
  };
}

function showTable(session: Session, rows: readonly Row[]): void {
  const cells = rows.map(({ kind, id, version, from, surveyed }) => [
    kind ?? '?',
    id ?? '?',
    version ?? '-',
    surveyed === undefined ? session.words(from) : surveyed.spec,
    stateOf(session, surveyed),
  ]);
  const widths = [0, 1, 2, 3].map((at) => Math.max(...cells.map((row) => widthOf(row[at] ?? ''))));
  for (const row of cells)
    session.out.line(
      visible(
        row
          .map((cell, at) => padEnd(cell, widths[at] ?? 0))
          .join('  ')
          .trimEnd(),
      ),
    );
  for (const { surveyed } of rows)
    for (const next of surveyed?.problem?.next ?? []) tell(session, say('{plugin}: {next}', '{plugin}: {next}', { plugin: value(surveyed?.spec ?? ''), next }));
  if (rows.every(({ surveyed }) => surveyed === undefined)) {
    tell(
      session,
      say('Further ones are named under {key} in the profile file.', '追加のプラグインはプロファイル ファイルの {key} に指定します。', {
        key: code('plugins:'),
      }),
    );
  }
}

function stateOf(session: Session, surveyed: Surveyed | undefined): string {
  return session.words(surveyed?.problem?.message ?? say('ready', '使用可能'));
}
