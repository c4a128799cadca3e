import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import type { PairFiles } from '../../shared/pair/read-files.ts';

/** A certificate is there and its key is not: neither can be used nor overwritten. */
export function certificateWithoutKey({ cert, key }: PairFiles): ProblemError {
  return new ProblemError({
    code: 'self-signed-key-missing',
    owner: 'you',
    message: say('{cert} is there, but its private key {key} is not.', '{cert} はありますが、秘密鍵 {key} がありません。', {
      cert: value(cert),
      key: value(key),
    }),
    next: [
      say('Put the key back, or name it with {flag}.', '秘密鍵を元に戻すか、{flag} に指定してください。', { flag: code('certificate.keyFile') }),
      say('Or move {cert} away: the next run makes a new pair.', 'または {cert} を移動してください。次回の実行時に新しい証明書と鍵を作成します。', {
        cert: value(cert),
      }),
    ],
  });
}

/** Somebody put a certificate there after the plan was made: no key is written beside it. */
export function certificateAppeared(cert: string): ProblemError {
  return new ProblemError({
    code: 'file-exists',
    owner: 'you',
    message: say('{path} appeared in the meantime and is left as it is.', '{path} が途中で作成されたため、そのまま残しました。', { path: value(cert) }),
    next: [say('Run the command again: it looks at what is there now.', 'コマンドをもう一度実行すると、現在のファイルを確認します。')],
  });
}

/** A key is there that no certificate can be made for. */
export function unusableKey(key: string): ProblemError {
  return new ProblemError({
    code: 'self-signed-key-unusable',
    owner: 'you',
    message: say(
      '{key} exists and is no key that a certificate can be made for: RSA with 2048 bits or more, or ECDSA P-256 or P-384, without a passphrase.',
      '{key} は既に存在しますが、証明書の作成に使用できる鍵ではありません。2048 ビット以上の RSA、または ECDSA P-256 か P-384 (パスフレーズなし) が必要です。',
      { key: value(key) },
    ),
    next: [say('Move it away, or name another path with {flag}.', '移動するか、別のパスを {flag} に指定してください。', { flag: code('certificate.keyFile') })],
  });
}
