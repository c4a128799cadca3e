import type { Problem } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';

const UNTRUSTED = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
]);

/** The handshake ended it: nothing of the request went out. */
export const isUntrusted = (reason: string) => UNTRUSTED.has(reason);

/** Whether a problem says that a request may or may not have been carried out. */
export const isAnswerLost = (problem: Problem) => problem.code === 'answer-lost';

/** No answer. @param reason the system's code (`ENOTFOUND`), or `timeout` */
export function networkProblem(url: URL, reason: string): ProblemError {
  const host = value(url.host);
  if (isUntrusted(reason)) {
    return new ProblemError({
      code: 'network-untrusted',
      owner: 'you',
      exit: 1,
      message: say(
        'Something between this machine and {host} presents a certificate that this machine does not trust ({reason}).',
        'このマシンと {host} の間で、信頼されていない証明書が提示されました ({reason})。',
        { host, reason: value(reason) },
      ),
      next: [
        say(
          'If your company inspects TLS, point {variable} to its CA certificate (PEM).',
          '社内で TLS 検査を行っている場合は、{variable} に CA 証明書 (PEM) を指定してください。',
          { variable: code('NODE_EXTRA_CA_CERTS') },
        ),
        say('Check the date and time of this machine.', 'このマシンの日付と時刻を確認してください。'),
      ],
    });
  }
  return new ProblemError({
    code: 'network-unreachable',
    owner: 'service',
    message: say('No answer from {host} ({reason}).', '{host} から応答がありません ({reason})。', { host, reason: value(reason) }),
    next: [
      say(
        'Check the network connection. Behind a proxy set {proxy}.',
        'ネットワーク接続を確認してください。プロキシを使用している場合は {proxy} を設定してください。',
        {
          proxy: code('HTTPS_PROXY'),
        },
      ),
      say('Look at every part of the way with {command}.', '{command} で経路を確認してください。', { command: code('amltls doctor') }),
    ],
  });
}

/** A request that changes something went out, and nobody knows whether it was taken. */
export function answerLost(url: URL, reason: string): ProblemError {
  return new ProblemError({
    code: 'answer-lost',
    owner: 'service',
    message: say(
      'The connection to {host} broke after the request was sent ({reason}). Azure may or may not have taken it.',
      '要求の送信後に {host} との接続が切断されました ({reason})。Azure が要求を受け付けたかどうかは不明です。',
      { host: value(url.host), reason: value(reason) },
    ),
    next: [
      say(
        'Run the same command again: amltls looks at what Azure has before it sends anything.',
        '同じコマンドをもう一度実行してください。amltls は送信する前に Azure の状態を確認します。',
      ),
    ],
  });
}

export function badProxy(): ProblemError {
  return new ProblemError({
    code: 'proxy-invalid',
    owner: 'you',
    message: say('The proxy setting is not a URL.', 'プロキシの設定が URL ではありません。'),
    next: [
      say('Set {variable} to a URL such as {example}.', '{variable} に {example} のような URL を設定してください。', {
        variable: code('HTTPS_PROXY'),
        example: code('http://proxy.contoso.com:8080'),
      }),
    ],
  });
}
