import type { Text } from '../../../../core/contracts/index.ts';
import { say } from '../../../../core/text/say.ts';

export const TITLE = say('What would you like to do?', '何をしますか?');
export const SECURE = say('Secure a service', 'サービスを保護する');
export const SECURE_DETAIL = say('Domain, certificate, deploy, DNS: one question at a time', 'ドメイン、証明書、デプロイ、DNS を順に設定します');
export const REPLAY = say('Replay a profile', 'プロファイルを再実行する');
export const REPLAY_DETAIL = say('The same work again, without questions', '保存した回答で、質問なしに実行します');
export const RENEW = say('Renew a certificate', '証明書を更新する');
export const RENEW_DETAIL = say('Microsoft’s by force, your own from its new files', 'Microsoft 証明書は強制更新、独自の証明書は新しいファイルを反映します');
export const dueDetail = (count: number): Text => say('Due: {count}', '更新時期: {count} 件', { count });
export const CHECK = say('Check from outside', '外部から確認する');
export const CHECK_DETAIL = say('What clients see; changes nothing', 'クライアントから見える状態を確認します (何も変更しません)');
export const WATCH = say('Open waits', '待機中の処理');
/** With their number, so that it is seen without looking for it. */
export const waitsOpen = (count: number): Text => say('Open waits: {count}', '待機中の処理: {count} 件', { count });
export const watchDetail = (count: number | undefined): Text =>
  count === undefined
    ? say('Looking…', '確認中…')
    : count === 0
      ? say('Nothing is waited for.', '待機中のものはありません。')
      : say('Left by somebody, to be taken up again', '中断された待機を再開します');
export const DISABLE = say('Switch TLS off', 'TLS をオフにする');
export const DISABLE_DETAIL = say('Says what that means, and asks for the profile’s name', '影響を表示し、プロファイル名の入力を求めます');
export const LEARN = say('Learn', '学習する');
export const LEARN_DETAIL = say('The next lesson, in a practice Azure of its own', '専用の練習用 Azure で次のレッスンを行います');
export const QUIT = say('Quit', '終了');
export const WHICH = say('Which profile?', 'どのプロファイルですか?');
export const EDIT = say('Profiles', 'プロファイル');
export const EDIT_DETAIL = say('Change, copy, rename, remove; look at certificates', '変更、コピー、名前の変更、削除、証明書の表示');
export const SETTINGS = say('Settings', '設定');
export const SETTINGS_DETAIL = say('Colours, language, symbols, notifications', '配色、言語、記号、通知');
export const FIRST_SECURE = say(
  'Replay, renewal and the rest appear here with the first profile: the answers that are kept when a service has been secured.',
  '再実行や更新などは、最初のプロファイル (サービスを保護したときに保存する回答) ができるとここに表示されます。',
);
export const PROFILES = say('As they stand', '現在の状態');
export const more = (count: number): Text => say('and {count} more', 'ほか {count} 件', { count });
