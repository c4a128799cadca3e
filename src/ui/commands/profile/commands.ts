import type { Command } from 'commander';
import { say } from '../../../core/text/say.ts';
import type { Table } from '../table.ts';

/** `amltls profile …`: nothing is read or loaded before one is chosen. */
export function addProfileCommands(profile: Command, { add, does }: Table): void {
  profile.action(does('profile-list', async (session) => (await import('./list.ts')).listProfiles(session)));
  add(profile, 'list', say('all of them', '一覧')).action(does('profile-list', async (session) => (await import('./list.ts')).listProfiles(session)));
  add(profile, 'show <profile>', say('one as it stands in the file', 'ファイルの内容を表示')).action(
    does('profile-show', async (session, [name = '']) => (await import('./list.ts')).showProfile(session, name)),
  );
  add(profile, 'validate', say('everything that is wrong with the file', 'ファイルの誤りをすべて表示')).action(
    does('profile-validate', async (session) => (await import('./validate.ts')).validateProfiles(session)),
  );
  add(profile, 'copy <from> <to>', say('copies one; --set changes the copy', 'コピー (--set でコピー先を変更)')).action(
    does('profile-copy', async (session, [from = '', to = '']) => (await import('./change.ts')).copyTo(session, from, to)),
  );
  add(profile, 'rename <from> <to>', say('gives one another name', '名前の変更')).action(
    does('profile-rename', async (session, [from = '', to = '']) => (await import('./change.ts')).renameTo(session, from, to)),
  );
  add(profile, 'edit <profile>', say('--set KEY=VALUE, or your editor', '--set KEY=VALUE またはエディターで編集')).action(
    does('profile-edit', async (session, [name = '']) => (await import('./edit.ts')).editProfile(session, name)),
  );
  add(profile, 'remove <profile>', say('takes one out of the file', 'ファイルから削除')).action(
    does('profile-remove', async (session, [name = '']) => (await import('./change.ts')).removeProfile(session, name)),
  );
  add(profile, 'trust', say('lets the file read variables beyond AMLTLS_* and run its hooks', 'AMLTLS_* 以外の環境変数の読み取りとフックの実行を許可')).action(
    does('profile-trust', async (session) => (await import('./trust.ts')).trustProfile(session)),
  );
}
