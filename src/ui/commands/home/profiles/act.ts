import type { Text } from '../../../../core/contracts/index.ts';
import { Interrupted } from '../../../../core/problems/interrupted.ts';
import { isAbort, toProblem } from '../../../../core/problems/to-problem.ts';
import { isProfileName, nameRefused } from '../../../../core/profile/names.ts';
import { say, value } from '../../../../core/text/say.ts';
import type { ProfileAction } from '../../../ink/screens/profiles/panel.ts';
import { needBook } from '../../profiles.ts';
import type { Session } from '../../session.ts';
import { badgeOf } from '../badge-of.ts';
import type { ProfileUi } from './profile-ui.ts';

/** What an action did, or why it did not. */
export interface Notice {
  readonly text: Text;
  readonly severity: 'info' | 'error';
}

type Acted = Notice | undefined | 'interrupted';

/** One action on one profile, with what it has to ask; undefined where nothing was done. */
export async function act(session: Session, ui: ProfileUi, action: ProfileAction, name: string): Promise<Acted> {
  try {
    switch (action) {
      case 'edit': {
        const { editProfile } = await import('./edit.ts');
        return await ui.within(await badgeOf(session, name), () => editProfile(session, ui, name));
      }
      case 'certificate':
        return (await ui.certificates(name)) === 'quit' ? 'interrupted' : undefined;
      case 'copy':
        return await named(session, ui, name, { title: say('Copy {name}', '{name} のコピー', { name: value(name) }), line: `${name}-2` });
      case 'rename':
        return await named(session, ui, name, { title: say('Rename {name}', '{name} の名前の変更', { name: value(name) }), line: name, rename: true });
      case 'remove':
        return await remove(session, ui, name);
    }
  } catch (thrown) {
    // In lines the input may have ended.
    if (isAbort(thrown, session.signal) || thrown instanceof Interrupted) throw thrown;
    return { text: toProblem(thrown).message, severity: 'error' };
  }
}

const NEW_NAME = say('The new name, and Enter.', '新しい名前を入力して Enter を押してください。');

interface Naming {
  readonly title: Text;
  readonly line: string;
  readonly rename?: true;
}

async function named(session: Session, ui: ProfileUi, from: string, { title, line, rename }: Naming): Promise<Acted> {
  const { names } = await needBook(session);
  const check = (name: string): Text | undefined =>
    !isProfileName(name)
      ? nameRefused(name)
      : names.includes(name)
        ? say('There is a profile called {name} already.', 'プロファイル {name} は既にあります。', { name: value(name) })
        : undefined;
  const given = await ui.line({ title, help: NEW_NAME, check }, line);
  if (given.type !== 'given') return given.type === 'quit' ? 'interrupted' : undefined;
  const { copyTo, renameTo } = await import('../../profile/change.ts');
  return await said(session, (quiet) => (rename === true ? renameTo : copyTo)(quiet, from, given.value));
}

async function remove(session: Session, ui: ProfileUi, name: string): Promise<Acted> {
  const { path } = await needBook(session);
  const about = {
    title: say('Remove {name} from {file}?', '{file} から {name} を削除しますか?', { name: value(name), file: value(path) }),
    help: say('What it deployed stays as it is.', 'デプロイ済みのものはそのまま残ります。'),
  };
  const given = await ui.yesNo(about);
  if (given.type !== 'given') return given.type === 'quit' ? 'interrupted' : undefined;
  if (!given.value) return undefined;
  const { removeProfile } = await import('../../profile/change.ts');
  return await said(session, (quiet) => removeProfile(quiet, name));
}

/** Runs a command that asks nobody; what it would print is the notice. */
async function said(session: Session, work: (quiet: Session) => Promise<unknown>): Promise<Notice> {
  const lines: string[] = [];
  const line = (text: string): void => void lines.push(text);
  const options = { ...session.options, yes: true, set: [], format: 'text' as const };
  await work({ ...session, options, person: false, out: { ...session.out, line }, notes: { ...session.notes, line } });
  return { text: lines.join(' '), severity: 'info' };
}
