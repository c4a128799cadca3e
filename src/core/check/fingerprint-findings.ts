import type { Finding, Text } from '../contracts/index.ts';
import { type Met, profileCommand } from '../profile/profile-command.ts';
import { code, say, value } from '../text/say.ts';
import type { Served } from './served.ts';

/** What should be served. Lower-case hex of SHA-256. */
export interface Fingerprints {
  /** The certificate that the profile names. */
  readonly expectedFingerprint?: string;
  /** What amltls deployed last. */
  readonly deployedFingerprint?: string;
  /** Somebody else issues and changes it: Microsoft. */
  readonly changesByItself?: boolean;
}

/** What is served, held against what the profile names and against what was deployed last. */
export function findingsOfFingerprint(subject: string, { address, leaf }: Extract<Served, { seen: true }>, held: Fingerprints & Met): readonly Finding[] {
  const { expectedFingerprint: expected, deployedFingerprint: deployed, changesByItself } = held;
  const served = leaf.fingerprintSha256;
  const at = { address: value(address) };
  const found = (id: string, severity: Finding['severity'], message: Text, next: readonly Text[]) => [{ code: id, severity, subject, message, next }];
  if (expected === served || (expected === undefined && (deployed === undefined || deployed === served))) {
    if (deployed === undefined || deployed === served) return [];
    const message = say(
      '{address} serves the certificate of the profile; amltls on this machine deployed another one last.',
      '{address} はプロファイルの証明書を提示していますが、このコンピューターの amltls が最後にデプロイしたのは別の証明書です。',
      at,
    );
    return found('deployed-elsewhere', 'info', message, [say('Nothing is to be done.', '対応は不要です。')]);
  }
  if (expected === undefined && changesByItself === true) {
    const message = say(
      '{address} serves another certificate than after the last run of amltls: it was renewed since.',
      '{address} は、amltls の前回の実行後とは別の証明書を提示しています。その後に更新されました。',
      at,
    );
    return found('certificate-changed', 'info', message, [say('Nothing is to be done.', '対応は不要です。')]);
  }
  if (expected !== undefined && deployed === served) {
    const message = say(
      'The files of the profile hold another certificate than {address} serves: it was never deployed.',
      'プロファイルのファイルの証明書は {address} が提示しているものと異なり、まだデプロイされていません。',
      at,
    );
    return found('fingerprint-differs', 'error', message, [
      say('Deploy it: {command}', 'デプロイしてください: {command}', { command: code(profileCommand('renew', held)) }),
    ]);
  }
  const message =
    expected === undefined
      ? say(
          '{address} serves another certificate than amltls deployed last.',
          '{address} は、amltls が最後にデプロイしたものとは別の証明書を提示しています。',
          at,
        )
      : say('{address} serves another certificate than the profile names.', '{address} はプロファイルとは別の証明書を提示しています。', at);
  return found('fingerprint-differs', 'error', message, [
    say('Find out who deployed it, then deploy the profile again: {command}', 'デプロイ元を確認し、プロファイルを再度デプロイしてください: {command}', {
      command: code(profileCommand('replay', held)),
    }),
  ]);
}
