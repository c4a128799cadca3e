import { Command } from 'commander';
import type { Language, Text } from '../../core/contracts/index.ts';
import { say } from '../../core/text/say.ts';
import { renderText } from '../text/render.ts';
import { addCertCommands } from './cert/commands.ts';
import { addGlobalFlags } from './flags.ts';
import { addExplainCommand, addLearnCommand } from './learn/commands.ts';
import type { RawOptions } from './options.ts';
import { addPluginCommands } from './plugin/commands.ts';
import { addProfileCommands } from './profile/commands.ts';
import { PROFILE_WORK } from './profile-work.ts';
import type { SandboxHosting } from './sandbox.ts';
import type { Session } from './session.ts';
import { chosen, type Table } from './table.ts';

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
  /** The words of the command line: where they begin with a command, the others are left out, which would take a tenth of a short run to set up. */
  readonly asked?: readonly string[];
}

/** The table of commands; parsing calls `choose`, nothing is loaded or done before. */
export function createProgram(options: ProgramOptions): Command {
  const { language, sandbox, choose, asked = [] } = options;
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
  const table: Table = { words, add, does };

  program.action(does('home', async (session) => (await import('./no-command.ts')).withoutCommand(session, program.helpInformation(), sandbox)));
  const commands = commandsOf(options);
  for (const name of chosen(commands, asked[0])) commands[name]?.(program, table);
  return program;
}

function commandsOf(options: ProgramOptions): Readonly<Record<string, (program: Command, table: Table) => void>> {
  const { sandbox, asked } = options;
  return {
    learn: (program, table) => addLearnCommand(program, table, sandbox),
    explain: addExplainCommand,
    ...PROFILE_WORK,
    profile: (program, table) => addProfileCommands(table.add(program, 'profile', say('saved answers', '保存した回答')), table),
    cert: (program, table) =>
      addCertCommands(table.add(program, 'cert', say('certificates, keys, and what is wrong with them', '証明書と鍵の表示、検査、変換')), table, asked?.[1]),
    plugin: (program, table) =>
      addPluginCommands(
        table.add(program, 'plugin', say('further targets, certificate sources, DNS providers, environments', '追加のターゲット、証明書の入手元、DNS、環境')),
        table,
      ),
    sandbox(program, { add, does }) {
      const command = add(program, 'sandbox', say('runs the practice Azure until it is stopped', '停止するまで練習用 Azure を実行')).action(
        does('sandbox', async (session) => (await import('./sandbox.ts')).runSandbox(session, await sandbox())),
      );
      add(command, 'reset', say('forgets its state', '状態を初期化')).action(
        does('sandbox-reset', async (session) => (await import('./sandbox.ts')).resetSandbox(session, await sandbox())),
      );
    },
    doctor: (program, { add, does }) =>
      add(program, 'doctor', say('looks whether everything here is ready', 'この環境の準備状況を確認')).action(
        does('doctor', async (session) => (await import('./doctor/doctor.ts')).doctor(session)),
      ),
    report: (program, { add, does }) =>
      add(program, 'report', say('writes a redacted bundle for a bug report', 'バグ報告用に機密情報を除いたファイルを作成')).action(
        does('report', async (session) => (await import('./report/report.ts')).report(session)),
      ),
    completion: (program, { add, does }) =>
      add(program, 'completion <shell>', say('a completion script: bash, zsh, fish, pwsh', '補完スクリプト: bash, zsh, fish, pwsh')).action(
        does('completion', async (session, [shell = '']) => {
          const { completionScript } = await import('./completion/scripts.ts');
          for (const line of completionScript(shell).trimEnd().split('\n')) session.out.line(line);
          return 0;
        }),
      ),
    __complete: (program, { does }) =>
      program
        .command('__complete [words...]', { hidden: true })
        .action(
          does('complete', async (session, words) =>
            (await import('./completion/complete.ts')).complete(session, createProgram({ ...options, asked: [] }), words),
          ),
        ),
    gallery: (program, { does }) =>
      program
        .command('gallery [scene]', { hidden: true })
        .action(does('gallery', async (session, [name]) => (await import('./gallery.ts')).gallery(session, name))),
  };
}

const JAPANESE_TITLES: Readonly<Record<string, string>> = { 'Usage:': '使い方:', 'Options:': 'オプション:', 'Commands:': 'コマンド:', 'Arguments:': '引数:' };
