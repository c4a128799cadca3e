import type { Answers, ExitCode } from '../../../core/contracts/index.ts';
import { writtenAnswers } from '../../../core/profile/book.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { visible } from '../../../core/text/visible.ts';
import { padEnd, widthOf } from '../../text/width.ts';
import { writeDocument, writeEvent, writeOutcome } from '../document.ts';
import { findBook } from '../profiles.ts';
import { answer, type Session, tell } from '../session.ts';

const COLUMNS = ['environment', 'target.plugin', 'domain.kind'] as const;

/** The profiles of the file that counts here. No file is no profiles. */
export async function listProfiles(session: Session): Promise<ExitCode> {
  const book = await findBook(session);
  const rows = (book?.names ?? []).map((name) => ({ name, answers: book === undefined ? {} : writtenAnswers(book, name) }));
  if (session.options.format === 'json') {
    writeDocument(session, 'profile-list', { file: book?.path ?? null, profiles: rows.map(({ name, answers }) => ({ name, ...summaryOf(answers) })) });
  } else if (session.options.format === 'ndjson') {
    for (const { name, answers } of rows) writeEvent(session, Date.now(), name, 'profile', summaryOf(answers));
    writeOutcome(session, { status: 'unchanged', exitCode: 0, changed: false });
  } else if (rows.length === 0) {
    tell(
      session,
      say('No profiles yet. Make one with {command}.', 'プロファイルはまだありません。{command} で作成できます。', { command: code('amltls secure NAME') }),
    );
  } else {
    const width = Math.max(...rows.map(({ name }) => widthOf(name)));
    for (const { name, answers } of rows) session.out.line(`${padEnd(name, width)}  ${visible(lineOf(answers))}`);
    if (book !== undefined) tell(session, say('from {file}', '{file} から', { file: value(book.path) }));
  }
  return 0;
}

function summaryOf(answers: Answers) {
  return {
    environment: answers['environment'] ?? 'azure',
    target: answers['target.plugin'] ?? null,
    domain: answers['domain.kind'] ?? null,
    host: answers['domain.fqdn'] ?? answers['domain.leafDomainLabel'] ?? null,
  };
}

function lineOf(answers: Answers): string {
  const host = answers['domain.fqdn'] ?? answers['domain.leafDomainLabel'];
  return [...COLUMNS.map((key) => answers[key]), host].filter((part) => part !== undefined).join('  ');
}

/** One profile as it stands in the file: variables stay variables. */
export async function showProfile(session: Session, name: string): Promise<ExitCode> {
  const { needBook } = await import('../profiles.ts');
  const book = await needBook(session);
  const answers = writtenAnswers(book, name);
  if (session.options.format !== 'text') {
    writeDocument(session, 'profile-show', { file: book.path, profile: name, answers });
    return 0;
  }
  const { stringify } = await import('yaml');
  const { profileOf } = await import('../../../core/profile/flatten.ts');
  for (const line of stringify({ [name]: profileOf(answers) }, { lineWidth: 0 })
    .trimEnd()
    .split('\n'))
    session.out.line(visible(line));
  answer(session, say('# {file}', '# {file}', { file: value(book.path) }));
  return 0;
}
