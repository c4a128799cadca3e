import type { Effect, Severity, Status, StepId, Text } from '../../core/contracts/index.ts';
import { say } from '../../core/text/say.ts';

/** Names of things that every UI shows. */
export const STEP_WORDS: Readonly<Record<StepId, Text>> = {
  domain: say('Domain', 'ドメイン'),
  certificate: say('Certificate', '証明書'),
  deploy: say('Deploy', 'デプロイ'),
  dns: say('DNS', 'DNS'),
};

export const EFFECT_WORDS: Readonly<Record<Effect, Text>> = {
  create: say('create', '作成'),
  update: say('update', '更新'),
  delete: say('delete', '削除'),
  'by-hand': say('by hand', '手動'),
  none: say('unchanged', '変更なし'),
};

export const STATUS_WORDS: Readonly<Record<Status, Text>> = {
  done: say('Done.', '完了しました。'),
  unchanged: say('Unchanged: everything is as wanted.', '変更なし: すべて希望どおりの状態です。'),
  waiting: say('Waiting.', '待機中です。'),
  failed: say('Failed.', '失敗しました。'),
};

export const SEVERITY_WORDS: Readonly<Record<Severity, Text>> = {
  error: say('error', 'エラー'),
  warning: say('warning', '警告'),
  info: say('note', '情報'),
};
