import { type Command, Option } from 'commander';
import type { Language, Text } from '../../core/contracts/index.ts';
import { say } from '../../core/text/say.ts';
import { renderText } from '../text/render.ts';

/** An option that may be given several times. */
export const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

/** The flags that every command takes, before or behind the command's name. */
export function addGlobalFlags(program: Command, language: Language): void {
  const words = (text: Text) => renderText(text, language);
  program
    .option('--config <file>', words(say('the profile file', 'プロファイル ファイル')))
    .option('--env <id>', words(say('azure | azure-us-government | azure-china | sandbox', 'azure | azure-us-government | azure-china | sandbox')))
    .option('--sandbox', words(say('the practice Azure: the same as --env sandbox', '練習用 Azure (--env sandbox と同じ)')))
    .option(
      '--set <key=value>',
      words(say('answers a question, for example domain.fqdn=www.contoso.com', '質問に回答します (例: domain.fqdn=www.contoso.com)')),
      collect,
    )
    .option('--format <format>', words(say('text | json | ndjson', 'text | json | ndjson')))
    .option('--plain', words(say('one line after another, nothing redrawn', '再描画せず 1 行ずつ出力します')))
    .option('--prompts', words(say('questions one after another, without a screen of their own', '全画面を使わず、質問を 1 つずつ表示します')))
    .option('--yes', words(say('approves', '確認なしで承認します')))
    .option('--lang <language>', words(say('en | ja', 'en | ja')))
    .option('--timeout <duration>', words(say('how long to wait: 90s, 30m, 6h', '待機時間の上限: 90s, 30m, 6h')))
    .option('--log-file <file>', words(say('writes a log, without secrets', 'ログを書き込みます (秘密の値は含みません)')))
    .option('--log-level <level>', words(say('error | warn | info | debug', 'error | warn | info | debug')))
    .option('--no-color', words(say('no colours', '色を使いません')))
    .option('--state-dir <dir>', words(say('where the practice Azure keeps its state', '練習用 Azure の状態を保存するフォルダー')))
    .option('--speed <n>', words(say('how fast the clock of the practice Azure runs', '練習用 Azure の時計の速さ')))
    .option('--seed <file>', words(say('what exists in the practice Azure at first', '練習用 Azure の初期状態')))
    .addOption(new Option('--version', words(say('the version alone', 'バージョンのみを表示'))))
    .helpOption('-h, --help', words(say('this help', 'このヘルプ')));
}
