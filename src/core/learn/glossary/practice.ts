import { code, say } from '../../text/say.ts';
import { AMLTLS } from './sources.ts';
import type { Term } from './term.ts';

/** Words of amltls itself. */
export const PRACTICE_WORDS: readonly Term[] = [
  {
    id: 'profile',
    name: say('Profile', 'プロファイル'),
    also: ['profiles', 'amltls.config.yaml'],
    means: say(
      'Saved answers, under a name, in {file}. It holds paths of keys and never a key.',
      '名前を付けて {file} に保存した回答です。鍵のパスは含みますが、鍵そのものは含みません。',
      { file: code('amltls.config.yaml') },
    ),
    see: ['replay', 'plan'],
    source: AMLTLS,
  },
  {
    id: 'plan',
    name: say('Plan', '計画'),
    also: ['review', '確認画面'],
    means: say(
      'Everything that would be changed, with before and after, and nothing sent: {command}.',
      '変更される内容を変更前後の値とともに示したもので、何も送信しません: {command}',
      { command: code('amltls plan PROFILE') },
    ),
    see: ['replay'],
    source: AMLTLS,
  },
  {
    id: 'replay',
    name: say('Replay', '再実行'),
    also: ['replays'],
    means: say(
      'Doing what a profile says, without questions. Where all is as wanted already, nothing is sent.',
      'プロファイルの内容を質問なしで実行することです。既に希望どおりなら何も送信しません。',
    ),
    see: ['profile', 'plan'],
    source: AMLTLS,
  },
  {
    id: 'finding',
    name: say('Finding', '検出事項'),
    also: ['findings', 'problem', '問題'],
    means: say(
      'Something seen in a certificate, an endpoint or DNS. Errors stop a change before anything is sent; {command} says more about each.',
      '証明書、エンドポイント、DNS で見つかった事柄です。エラーがあると、何も送信せずに止まります。{command} で詳しい説明を表示します。',
      { command: code('amltls explain CODE') },
    ),
    see: ['plan'],
    source: AMLTLS,
  },
  {
    id: 'practice-azure',
    name: say('Practice Azure', '練習用 Azure'),
    also: ['sandbox', 'practice', 'practice registrar', '練習', '練習用レジストラー', 'サンドボックス'],
    means: say(
      'Servers on your own machine that answer as Azure, DNS and a CA do. Nothing outside is touched. Its clock runs faster and can be moved.',
      '自分のマシン上で Azure、DNS、CA と同じように応答するサーバー群です。外部には一切影響しません。時計は速く進み、動かすこともできます。',
    ),
    see: ['profile'],
    source: AMLTLS,
  },
];
