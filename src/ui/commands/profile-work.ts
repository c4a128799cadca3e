import type { Command } from 'commander';
import { say } from '../../core/text/say.ts';
import { collect } from './flags.ts';
import type { Table } from './table.ts';

const TEST_HOOKS = say('runs every hook of the file once, and nothing else', 'ファイルのフックをすべて 1 回実行 (それ以外は何もしません)');
const ALL = say('all profiles of the file', 'ファイル内のすべてのプロファイル');

/** What is done with profiles, by the command's name; nothing is read or loaded before one is chosen. */
export const PROFILE_WORK: Readonly<Record<string, (program: Command, table: Table) => void>> = {
  secure(program, { add, does }) {
    add(program, 'secure [profile]', say('the guided wizard', '対話形式のウィザード')).action(
      does('secure', async (session, [name]) => (await import('./secure.ts')).secure(session, name)),
    );
  },
  plan(program, { words, add, does }) {
    add(program, 'plan [profiles...]', say('what replay would change, changing nothing', '変更内容の確認 (何も変更しません)'))
      .option('--all', words(ALL))
      .option('--show-equivalents', words(say('the same work with the Python SDK and az', 'Python SDK と az での同じ作業を表示')))
      .option(
        '--migrate',
        words(say('prints the profile of Azure ML v2 for one of v1 on AKS', 'AKS の v1 プロファイルに対応する Azure ML v2 のプロファイルを表示')),
      )
      .action(does('plan', async (session, names, flags) => (await import('./plan.ts')).plan(session, names, flags)));
  },
  replay(program, { words, add, does }) {
    add(program, 'replay [profiles...]', say('does what profiles say, without questions', 'プロファイルの内容を質問なしで実行'))
      .option('--all', words(ALL))
      .option('--redeploy', words(say('sends even where "unchanged" cannot be told', '変更の有無を判定できない場合も送信')))
      .option('--no-wait', words(say('leaves long waits to a later run', '長い待機を次回以降に回す')))
      .option('--changed-exit-code <n>', words(say('exit code where something was changed', '変更があった場合の終了コード')))
      .action(does('replay', async (session, names, flags) => (await import('./replay.ts')).replay(session, names, flags)));
  },
  renew(program, { words, add, does }) {
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
  },
  disable(program, { words, add, does }) {
    add(program, 'disable <profile>', say('switches TLS off', 'TLS をオフにする'))
      .option('--show-equivalents', words(say('the same work with the Python SDK and az', 'Python SDK と az での同じ作業を表示')))
      .action(does('disable', async (session, [name = ''], flags) => (await import('./disable/disable.ts')).disable(session, name, flags)));
  },
  watch(program, { words, add, does }) {
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
  },
  check(program, { words, add, does }) {
    add(program, 'check [profiles...]', say('looks from outside, changing nothing', '外部からの確認 (何も変更しません)'))
      .option('--all', words(ALL))
      .option('--host <name>', words(say('a host instead of a profile: NAME[:PORT]', 'プロファイルの代わりにホストを指定: NAME[:PORT]')))
      .option('--trust <file>', words(say('PEM file of a private CA to accept', '信頼するプライベート CA の PEM ファイル')))
      .option('--warn-days <n>', words(say('warn below so many days left', '残り日数がこの値を下回ると警告')))
      .option('--error-days <n>', words(say('error below so many days left', '残り日数がこの値を下回るとエラー')))
      .option('--test-hooks', words(TEST_HOOKS))
      .action(does('check', async (session, names, flags) => (await import('./check/check.ts')).check(session, names, flags)));
  },
  schedule(program, { words, add, does }) {
    add(program, 'schedule [profiles...]', say('prints what runs renew --due regularly', 'renew --due を定期実行する設定を出力'))
      .option('--all', words(ALL))
      .option('--for <scheduler>', 'systemd | cron | windows | github | kubernetes')
      .action(does('schedule', async (session, names, flags) => (await import('./schedule.ts')).schedule(session, names, flags)));
  },
};
