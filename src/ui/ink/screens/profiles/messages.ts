import { say } from '../../../../core/text/say.ts';

export const TITLE = say('Profiles', 'プロファイル');
export const NONE = say('There is no profile any more. Secure a service to make one.', 'プロファイルはありません。サービスを保護すると作成できます。');
