import type { Problem, Text } from '../contracts/index.ts';
import { type Met, profileCommand } from '../profile/profile-command.ts';
import { code, date, say } from '../text/say.ts';
import type { OpenWait } from '../wait/open-wait.ts';
import { actsFrom } from './acts-from.ts';
import type { RenewalVerdict } from './judge-renewal.ts';

/** Why the wait ended without another certificate: nothing changed, with the likely reason, or nobody can tell. */
export function notRenewed(verdict: Exclude<RenewalVerdict, { state: 'renewed' }>, wait: OpenWait, context: Met): Problem {
  if (verdict.state === 'cannot-tell') {
    return {
      code: 'renewal-cannot-tell',
      owner: 'service',
      exit: 3,
      message: say('Whether the certificate was renewed cannot be told. {seen}', '証明書が更新されたかどうかを確認できません。{seen}', { seen: verdict.text }),
      next: [
        say('Look again from where the service can be reached: {command}', 'サービスに接続できる場所から確認してください: {command}', {
          command: code(profileCommand('check', context)),
        }),
      ],
    };
  }
  const acts = wait.baseline === null ? undefined : actsFrom(wait.baseline.notAfter);
  const early = acts !== undefined && wait.startedAt < acts ? acts : undefined;
  return { code: 'renewal-nothing-changed', owner: 'service', exit: 3, message: unchanged(verdict.text, early !== undefined), next: nextFor(early, context) };
}

function unchanged(seen: Text, early: boolean): Text {
  return early
    ? say('Azure renewed nothing: it was too early. {seen}', 'Azure は更新を行いませんでした。時期が早すぎたためです。{seen}', { seen })
    : say('The time is up, and the certificate is the same. {seen}', '制限時間になりましたが、証明書は変わっていません。{seen}', { seen });
}

function nextFor(early: number | undefined, context: Met): readonly Text[] {
  if (early !== undefined) return [say('Renew again from {date}.', '{date} 以降にもう一度更新してください。', { date: date(early) })];
  return [
    say('Ask for it again: {command}', 'もう一度更新を要求してください: {command}', { command: code(profileCommand('renew', context)) }),
    // The field is in no published schema; another version may honour it (facts.md 1.6).
    say('If it stays so, ask with another version of the service: {command}', '変わらない場合は、別の API バージョンで要求してください: {command}', {
      command: code(`${profileCommand('renew', context)} --set azure.apiVersion=2019-06-01`),
    }),
  ];
}
