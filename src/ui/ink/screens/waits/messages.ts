import type { Text } from '../../../../core/contracts/index.ts';
import { code, date, say, value } from '../../../../core/text/say.ts';

export const TITLE = say('Open waits', '待機中の処理');
export const LOOKING = say('Looking…', '確認中…');
export const NOTHING = say(
  'Nothing is waited for. A wait that is left, or whose terminal was closed, stands here until it is taken up again.',
  '待機中の処理はありません。途中で離れた待機や、端末を閉じて中断した待機がここに表示されます。',
);
export const SINCE = say('Since', '開始');
export const UNTIL = say('Until', '期限');
export const HELD = say('Watched by', '監視中');
export const ENVIRONMENT = say('Where', '環境');
export const PROFILE = say('Profile', 'プロファイル');
export const COMMAND = say('Command', 'コマンド');
export const NOBODY = say('nobody at the moment', '現在は誰も監視していません');
export const heldBy = (pid: number, host: string, since: string): Text =>
  say('process {pid} on {host}, since {since}', '{host} のプロセス {pid} ({since} から)', { pid: value(String(pid)), host: value(host), since: date(since) });
export const ENTER = say('Enter takes it up on this screen.', 'Enter でこの画面から監視を再開します。');
export const ELSEWHERE = (command: string): Text => say('Go on with it: {command}', '続行するには: {command}', { command: code(command) });
