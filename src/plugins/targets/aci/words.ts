import type { Text } from '../../../core/contracts/index.ts';
import { say, value } from '../../../core/text/say.ts';
import type { Verdict } from '../../shared/web-service/verdict.ts';

export function createTitle(name: string): Text {
  return say('Make the web service {name} on ACI', 'Web サービス {name} を ACI に作成', { name: value(name) });
}

export function updateTitle(name: string): Text {
  return say('Set TLS on the web service {name}', 'Web サービス {name} の TLS を設定', { name: value(name) });
}

export function unchangedTitle(name: string): Text {
  return say('TLS on the web service {name}', 'Web サービス {name} の TLS', { name: value(name) });
}

export function notReadNote(file: string): Text {
  return say('{file} is not read: the service exists already.', 'サービスが既に存在するため、{file} は使用しません。', { file: value(file) });
}

export function running(): Verdict {
  return { state: 'different', why: say('Azure is still working on it; that is waited for first.', 'Azure が処理中です。完了を待ってから進めます。') };
}
