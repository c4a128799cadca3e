import type { Text } from '../../../core/contracts/index.ts';
import { code, say, value } from '../../../core/text/say.ts';

/** facts.md 5 */
export function pythonSupport(): Text {
  return say(
    'Needs {package}. Microsoft ended support of the Python SDK v1 on {ended}; existing services go on running.',
    '{package} が必要です。Python SDK v1 のサポートは {ended} に終了しましたが、既存のサービスは引き続き動作します。',
    { package: code('pip install azureml-core'), ended: value('2026-06-30') },
  );
}

export function azSupport(): Text {
  return say(
    'Needs {extension}, which cannot be installed beside the extension {newer}. Microsoft ended its support on {ended}.',
    '{extension} が必要です。拡張機能 {newer} と同時にはインストールできません。サポートは {ended} に終了しました。',
    { extension: code('az extension add --name azure-cli-ml'), newer: code('ml'), ended: value('2025-09-30') },
  );
}

/** facts.md 0, 2 */
export function withoutOverwrite(argument: string): Text {
  return say(
    "Without {argument}, although Microsoft's sample has it: it would give the service a new host name, and every client of the old one would break.",
    'Microsoft のサンプルにある {argument} は指定しません。指定するとサービスのホスト名が変わり、以前の名前を使うクライアントが接続できなくなります。',
    { argument: code(argument) },
  );
}

/** facts.md 7 #2, 0.1 */
export function renewalTakesHours(): Text {
  return say(
    'A renewal takes about 5 hours to show, and does nothing earlier than about 70 days before the certificate ends.',
    '更新が反映されるまで約 5 時間かかります。証明書の有効期限の約 70 日前より早い更新は効果がありません。',
  );
}
