import { say } from '../../../../core/text/say.ts';

export const TITLE = say('What would you like to do?', '何をしますか?');
export const SECURE = say('Secure a service', 'サービスを保護する');
export const SECURE_DETAIL = say('Domain, certificate, deploy, DNS: one question at a time', 'ドメイン、証明書、デプロイ、DNS を順に設定します');
export const REPLAY = say('Replay a profile', 'プロファイルを再実行する');
export const REPLAY_DETAIL = say('The same work again, without questions', '保存した回答で、質問なしに実行します');
export const QUIT = say('Quit', '終了');
export const WHICH = say('Which profile?', 'どのプロファイルですか?');
export const NO_PROFILE = say('There is no profile yet.', 'プロファイルがまだありません。');
export const FIRST_SECURE = say('Secure a service first; its answers become a profile.', '先にサービスを保護してください。回答がプロファイルになります。');
