import type { ExitCode } from '../../../core/contracts/index.ts';
import { Interrupted } from '../../../core/problems/interrupted.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { asksFor, trustedVariables, trustVariables } from '../../../core/profile/trust.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { confirm } from '../confirm.ts';
import { writeDocument } from '../document.ts';
import { needBook } from '../profiles.ts';
import { answer, type Session } from '../session.ts';

/** Lets the profile file read the variables that it names beyond AMLTLS_*; these and no later ones. */
export async function trustProfile(session: Session): Promise<ExitCode> {
  const { files, host, options } = session;
  const book = await needBook(session);
  const asked = asksFor(book.parsed);
  const before = await trustedVariables(files, host.folders.state, book.path);
  const fresh = asked.filter((name) => !before.includes(name));
  if (fresh.length > 0) {
    const names = { file: value(book.path), names: code(fresh.join(', ')) };
    if (!options.yes) {
      if (!session.person) return needsYes(fresh);
      if (!(await confirm(session, say('Let {file} read these variables: {names}?', '{file} に次の環境変数の読み取りを許可しますか: {names}', names))))
        throw new Interrupted();
    }
    await trustVariables(files, host.folders.state, book.path, asked);
  }
  if (options.format !== 'text') writeDocument(session, 'profile-trust', { file: book.path, variables: asked, exitCode: 0 });
  else if (asked.length === 0)
    answer(session, say('{file} asks for nothing that needs trust.', '{file} には許可が必要な項目はありません。', { file: value(book.path) }));
  else answer(session, say('{file} may read: {names}', '{file} が読み取れる環境変数: {names}', { file: value(book.path), names: code(asked.join(', ')) }));
  return 0;
}

function needsYes(names: readonly string[]): never {
  return fail({
    code: 'approval-needed',
    owner: 'you',
    message: say('Nobody is here to allow these variables: {names}', '次の環境変数の許可を対話的に確認できません: {names}', { names: code(names.join(', ')) }),
    next: [say('If they are meant to be read, add {flag}.', '読み取りを意図している場合は {flag} を付けてください。', { flag: code('--yes') })],
  });
}
