import { Command } from 'commander';
import type { Language, Text } from '../../core/contracts/index.ts';
import { say } from '../../core/text/say.ts';
import { renderText } from '../text/render.ts';
import { addCertCommands } from './cert/commands.ts';
import { addGlobalFlags, collect } from './flags.ts';
import { addLearnCommands } from './learn/commands.ts';
import type { RawOptions } from './options.ts';
import { addPluginCommands } from './plugin/commands.ts';
import type { SandboxHosting } from './sandbox.ts';
import type { Session } from './session.ts';
import type { Table } from './table.ts';

/** A command that was parsed: the name for its schema, and the work, loaded when it is done. */
export interface Chosen {
  readonly name: string;
  readonly options: RawOptions;
  run(session: Session): Promise<number>;
}

export interface ProgramOptions {
  readonly language: Language;
  readonly sandbox: () => Promise<SandboxHosting>;
  choose(chosen: Chosen): void;
}

/** The table of commands; parsing calls `choose`, nothing is loaded or done before. */
export function createProgram({ language, sandbox, choose }: ProgramOptions): Command {
  const words = (text: Text) => renderText(text, language);
  const program = new Command('amltls');
  program.description(words(say('Secures Azure Machine Learning web services with TLS.', 'Azure Machine Learning の Web サービスを TLS で保護します。')));
  addGlobalFlags(program, language);
  program.helpCommand(false).showHelpAfterError(false).showSuggestionAfterError(false).exitOverride();
  program.configureOutput({ writeErr: () => undefined });
  if (language === 'ja') program.configureHelp({ styleTitle: (title) => JAPANESE_TITLES[title] ?? title });

  const does = (name: string, run: (session: Session, args: readonly string[], flags: object) => Promise<number>) =>
    function (this: Command) {
      const args = this.processedArgs.flat().filter((each): each is string => typeof each === 'string');
      choose({ name, options: this.optsWithGlobals(), run: (session) => run(session, args, this.opts()) });
    };
  const add = (parent: Command, usage: string, summary: Text) => parent.command(usage).description(words(summary));

  program.action(does('home', async (session) => (await import('./no-command.ts')).withoutCommand(session, program.helpInformation(), sandbox)));
  addLearnCommands(program, { words, add, does }, sandbox);
  add(program, 'secure [profile]', say('the guided wizard', '対話形式のウィザード')).action(
    does('secure', async (session, [name]) => (await import('./secure.ts')).secure(session, name)),
  );
  add(program, 'plan [profiles...]', say('what replay would change, changing nothing', '変更内容の確認 (何も変更しません)'))
    .option('--all', words(ALL))
    .option('--show-equivalents', words(say('the same work with the Python SDK and az', 'Python SDK と az での同じ作業を表示')))
    .option(
      '--migrate',
      words(say('prints the profile of Azure ML v2 for one of v1 on AKS', 'AKS の v1 プロファイルに対応する Azure ML v2 のプロファイルを表示')),
    )
    .action(does('plan', async (session, names, flags) => (await import('./plan.ts')).plan(session, names, flags)));
  add(program, 'replay [profiles...]', say('does what profiles say, without questions', 'プロファイルの内容を質問なしで実行'))
    .option('--all', words(ALL))
    .option('--redeploy', words(say('sends even where "unchanged" cannot be told', '変更の有無を判定できない場合も送信')))
    .option('--no-wait', words(say('leaves long waits to a later run', '長い待機を次回以降に回す')))
    .option('--changed-exit-code <n>', words(say('exit code where something was changed', '変更があった場合の終了コード')))
    .action(does('replay', async (session, names, flags) => (await import('./replay.ts')).replay(session, names, flags)));
  add(
    program,
    'renew [profiles...]',
    say(
      'renews certificates: Microsoft ones by force, own ones from their new files',
      '証明書を更新 (Microsoft 証明書は強制更新、独自の証明書は新しいファイルを反映)',
    ),
  )
    .option('--all', words(ALL))
    .option('--due', words(say('only what is due by the share of its lifetime that is left', '残り期間の割合から更新が必要なものだけ')))
    .option('--even-if-early', words(say('renews although it is not due yet', '更新時期の前でも更新')))
    .option('--allow-older', words(say('pushes a certificate that is older than the served one', '提供中のものより古い証明書でも反映')))
    .option('--rollback', words(say('pushes the pair that was deployed before', '前回デプロイした証明書に戻す')))
    .option('--no-wait', words(say('leaves long waits to a later run', '長い待機を次回以降に回す')))
    .option('--changed-exit-code <n>', words(say('exit code where something was changed', '変更があった場合の終了コード')))
    .option('--waiting-exit-code <n>', words(say('exit code where a wait is left open', '待機が残っている場合の終了コード')))
    .option('--show-equivalents', words(say('the same work with the Python SDK and az', 'Python SDK と az での同じ作業を表示')))
    .option('--test-hooks', words(TEST_HOOKS))
    .action(does('renew', async (session, names, flags) => (await import('./renew/renew.ts')).renew(session, names, flags)));
  add(program, 'disable <profile>', say('switches TLS off', 'TLS をオフにする'))
    .option('--show-equivalents', words(say('the same work with the Python SDK and az', 'Python SDK と az での同じ作業を表示')))
    .action(does('disable', async (session, [name = ''], flags) => (await import('./disable/disable.ts')).disable(session, name, flags)));
  add(
    program,
    'watch [kind] [profile]',
    say('goes on with an open wait (dns, renewal, certificate); alone lists them', '待機を再開 (dns, renewal, certificate)。引数なしで一覧を表示'),
  )
    .option('--name <fqdn>', words(say('the name that DNS has to show', 'DNS で確認する名前')))
    .option('--expect <ip>', words(say('the address that it has to lead to', '名前が指すべきアドレス')))
    .option('--authoritative <host:port>', words(say('a server to ask as authoritative', '権威サーバーとして問い合わせるサーバー')), collect)
    .option('--resolver <host:port>', words(say('a resolver to ask', '問い合わせるリゾルバー')), collect)
    .action(does('watch', async (session, args, flags) => (await import('./watch/watch.ts')).watch(session, args, flags)));
  add(program, 'check [profiles...]', say('looks from outside, changing nothing', '外部からの確認 (何も変更しません)'))
    .option('--all', words(ALL))
    .option('--host <name>', words(say('a host instead of a profile: NAME[:PORT]', 'プロファイルの代わりにホストを指定: NAME[:PORT]')))
    .option('--trust <file>', words(say('PEM file of a private CA to accept', '信頼するプライベート CA の PEM ファイル')))
    .option('--warn-days <n>', words(say('warn below so many days left', '残り日数がこの値を下回ると警告')))
    .option('--error-days <n>', words(say('error below so many days left', '残り日数がこの値を下回るとエラー')))
    .option('--test-hooks', words(TEST_HOOKS))
    .action(does('check', async (session, names, flags) => (await import('./check/check.ts')).check(session, names, flags)));
  add(program, 'schedule [profiles...]', say('prints what runs renew --due regularly', 'renew --due を定期実行する設定を出力'))
    .option('--all', words(ALL))
    .option('--for <scheduler>', 'systemd | cron | windows | github | kubernetes')
    .action(does('schedule', async (session, names, flags) => (await import('./schedule.ts')).schedule(session, names, flags)));
  addProfileCommands(add(program, 'profile', say('saved answers', '保存した回答')), { words, add, does });
  addCertCommands(add(program, 'cert', say('certificates, keys, and what is wrong with them', '証明書と鍵の表示、検査、変換')), { words, add, does });
  addPluginCommands(
    add(program, 'plugin', say('further targets, certificate sources, DNS providers, environments', '追加のターゲット、証明書の入手元、DNS、環境')),
    { words, add, does },
  );
  const sandboxCommand = add(program, 'sandbox', say('runs the practice Azure until it is stopped', '停止するまで練習用 Azure を実行')).action(
    does('sandbox', async (session) => (await import('./sandbox.ts')).runSandbox(session, await sandbox())),
  );
  add(sandboxCommand, 'reset', say('forgets its state', '状態を初期化')).action(
    does('sandbox-reset', async (session) => (await import('./sandbox.ts')).resetSandbox(session, await sandbox())),
  );
  add(program, 'doctor', say('looks whether everything here is ready', 'この環境の準備状況を確認')).action(
    does('doctor', async (session) => (await import('./doctor/doctor.ts')).doctor(session)),
  );
  add(program, 'report', say('writes a redacted bundle for a bug report', 'バグ報告用に機密情報を除いたファイルを作成')).action(
    does('report', async (session) => (await import('./report/report.ts')).report(session)),
  );
  add(program, 'completion <shell>', say('a completion script: bash, zsh, fish, pwsh', '補完スクリプト: bash, zsh, fish, pwsh')).action(
    does('completion', async (session, [shell = '']) => {
      const { completionScript } = await import('./completion/scripts.ts');
      for (const line of completionScript(shell).trimEnd().split('\n')) session.out.line(line);
      return 0;
    }),
  );
  program
    .command('__complete [words...]', { hidden: true })
    .action(does('complete', async (session, words) => (await import('./completion/complete.ts')).complete(session, program, words)));
  program
    .command('gallery [scene]', { hidden: true })
    .action(does('gallery', async (session, [name]) => (await import('./gallery.ts')).gallery(session, name)));
  return program;
}

const TEST_HOOKS = say('runs every hook of the file once, and nothing else', 'ファイルのフックをすべて 1 回実行 (それ以外は何もしません)');
const ALL = say('all profiles of the file', 'ファイル内のすべてのプロファイル');

const JAPANESE_TITLES: Readonly<Record<string, string>> = { 'Usage:': '使い方:', 'Options:': 'オプション:', 'Commands:': 'コマンド:', 'Arguments:': '引数:' };

function addProfileCommands(profile: Command, { add, does }: Table): void {
  profile.action(does('profile-list', async (session) => (await import('./profile/list.ts')).listProfiles(session)));
  add(profile, 'list', say('all of them', '一覧')).action(does('profile-list', async (session) => (await import('./profile/list.ts')).listProfiles(session)));
  add(profile, 'show <profile>', say('one as it stands in the file', 'ファイルの内容を表示')).action(
    does('profile-show', async (session, [name = '']) => (await import('./profile/list.ts')).showProfile(session, name)),
  );
  add(profile, 'validate', say('everything that is wrong with the file', 'ファイルの誤りをすべて表示')).action(
    does('profile-validate', async (session) => (await import('./profile/validate.ts')).validateProfiles(session)),
  );
  add(profile, 'copy <from> <to>', say('copies one; --set changes the copy', 'コピー (--set でコピー先を変更)')).action(
    does('profile-copy', async (session, [from = '', to = '']) => (await import('./profile/change.ts')).copyTo(session, from, to)),
  );
  add(profile, 'rename <from> <to>', say('gives one another name', '名前の変更')).action(
    does('profile-rename', async (session, [from = '', to = '']) => (await import('./profile/change.ts')).renameTo(session, from, to)),
  );
  add(profile, 'edit <profile>', say('--set KEY=VALUE, or your editor', '--set KEY=VALUE またはエディターで編集')).action(
    does('profile-edit', async (session, [name = '']) => (await import('./profile/edit.ts')).editProfile(session, name)),
  );
  add(profile, 'remove <profile>', say('takes one out of the file', 'ファイルから削除')).action(
    does('profile-remove', async (session, [name = '']) => (await import('./profile/change.ts')).removeProfile(session, name)),
  );
  add(profile, 'trust', say('lets the file read variables beyond AMLTLS_* and run its hooks', 'AMLTLS_* 以外の環境変数の読み取りとフックの実行を許可')).action(
    does('profile-trust', async (session) => (await import('./profile/trust.ts')).trustProfile(session)),
  );
}
