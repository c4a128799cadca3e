import { code, say } from '../../core/text/say.ts';

export const MESSAGES = {
  keys: say(
    'Answer and press Enter. Commands: {back} back, {why} why this is asked, {terms} what its words mean, {term} what any word means, {leave} leave.',
    '回答を入力して Enter を押してください。コマンド: {back} 戻る、{why} 質問の理由、{terms} 用語の説明、{term} 用語の検索、{leave} 終了',
    { back: code('<'), why: code('?'), terms: code('??'), term: code('?? WORD'), leave: code('q!') },
  ),
  goBack: say('Back', '戻る'),
  why: say('Why is this asked?', 'なぜこの質問が必要ですか?'),
  terms: say('What do the words mean?', '用語の説明'),
  leave: say('Leave', '終了'),
  retry: say('Try again', '再試行'),
  doIt: say('Start', '開始'),
  change: say('Change an answer', '回答を変更'),
  requests: say('The requests that would be sent', '送信される要求'),
  asCode: say('The same with az and Python', 'az と Python での手順'),
  whatNow: say('What to do now?', '次に何をしますか?'),
  optional: say('may stay empty', '省略可'),
  noSuchChoice: say('There is no such choice.', 'その選択肢はありません。'),
  notANumber: say('A number is needed.', '数値を入力してください。'),
  notYesNo: say('Answer {yes} or {no}.', '{yes} または {no} で答えてください。', { yes: code('y'), no: code('n') }),
  needed: say('An answer is needed.', '回答が必要です。'),
  nothingToExplain: say('There is nothing more to say about this.', 'これ以上の説明はありません。'),
  review: say(
    'This is the plan. Commands: {go} do it, {back} back, {edit} change that answer, {requests} the requests, {tools} the same with az and Python, {leave} leave.',
    '計画は以上です。コマンド: {go} 実行、{back} 戻る、{edit} その回答を変更、{requests} 送信する要求、{tools} az と Python での手順、{leave} 終了',
    {
      requests: code('r'),
      tools: code('e'),
      go: code('yes'),
      back: code('<'),
      edit: code('KEY'),
      leave: code('q!'),
    },
  ),
  blocked: say('The errors above have to be cured first.', '先に上記のエラーを解消してください。'),
  failChoices: say('Commands: {back} back, {leave} leave.', 'コマンド: {back} 戻る、{leave} 終了', { back: code('<'), leave: code('q!') }),
  failRetry: say('Commands: {retry} try again, {back} back, {leave} leave.', 'コマンド: {retry} 再試行、{back} 戻る、{leave} 終了', {
    retry: code('r'),
    back: code('<'),
    leave: code('q!'),
  }),
} as const;
