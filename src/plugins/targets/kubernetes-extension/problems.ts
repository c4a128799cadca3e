import { code, type Problem, say, value } from 'amltls/plugin';
import type { Extension } from './extension.ts';

/** Codes of the health check that say what to do (facts.md 4, Microsoft's list of extension errors). */
const CURES: readonly (readonly [RegExp, Problem['next'][number]])[] = [
  [
    /E40007/,
    say(
      'The cluster refuses certificate, key or name: look at them with {command}. The key must have no passphrase, and the certificate must cover the name.',
      'クラスターが証明書、秘密鍵、または名前を拒否しました。{command} で確認してください。秘密鍵にはパスフレーズを付けられません。また、証明書に名前が含まれている必要があります。',
      { command: code('amltls cert lint CERT.pem --key KEY.pem') },
    ),
  ],
  [
    /E4500[45]/,
    say(
      'The front end of Azure ML v1 is still on this cluster: see {page}, then set {key}.',
      'このクラスターには Azure ML v1 のフロント エンドが残っています。{page} を参照し、{key} を設定してください。',
      { page: code('docs/migrating-to-v2.md'), key: code('target.moveFrontEnd=true') },
    ),
  ],
];

/** Installing or updating failed: the service's own words, and what they mean. */
export function failed({ name, errors }: Extension): Problem {
  const message = errors.map((error) => error.message).join(' ');
  const [first] = errors;
  return {
    code: 'kubernetes-extension-failed',
    owner: 'service',
    message: say('Azure could not set up the extension {name}. {reason}', 'Azure は拡張機能 {name} を構成できませんでした。{reason}', {
      name: value(name),
      reason: value(message),
    }),
    next: [
      ...CURES.filter(([pattern]) => pattern.test(message)).map(([, cure]) => cure),
      say('Mend what the message names, then run {command} again.', 'メッセージの原因を解消してから、{command} をもう一度実行してください。', {
        command: code('amltls replay'),
      }),
    ],
    service: { ...(first?.code === undefined ? {} : { code: first.code }), ...(message === '' ? {} : { message }) },
  };
}

export function notApplied(name: string, shown: string): Problem {
  return {
    code: 'kubernetes-extension-not-applied',
    owner: 'service',
    message: say(
      'Azure reported success, but the extension {name} shows other TLS settings: {shown}',
      'Azure は成功を報告しましたが、拡張機能 {name} の TLS 設定が異なります: {shown}',
      {
        name: value(name),
        shown: value(shown),
      },
    ),
    next: [
      say('Run {command} to see what differs, then run it again.', '{command} で差分を確認し、もう一度実行してください。', { command: code('amltls plan') }),
    ],
  };
}

/** Something that the rules of the service forbid, known before anything is sent. */
export function rule(codeWord: string, message: Problem['message'], ...next: Problem['next']): Problem {
  return { code: `kubernetes-extension-${codeWord}`, owner: 'you', message, next };
}
