import { createPrivateKey, X509Certificate } from 'node:crypto';
import { cleanKeyPem } from '../../../core/certificates/key.ts';
import type { CertBundle, Context } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say } from '../../../core/text/say.ts';

/**
 * The PEM text of the private key, read at the last moment and held against the certificate once more:
 * the files may have changed since the plan, and a pair that does not match takes the service down.
 * @throws ProblemError `key-mismatch`, `certificate-not-made`, or what reading the secret says
 */
export async function resolvePair(bundle: CertBundle | undefined, context: Context): Promise<{ readonly cert: string; readonly key: string }> {
  if (bundle === undefined) throw notMade();
  const key = cleanKeyPem(await context.env.secrets.resolve(bundle.key, context.signal));
  if (key === undefined || !matches(bundle.chainPem, key)) throw mismatch();
  return { cert: bundle.chainPem, key };
}

/** What stands in a preview for the two of them: enough to tell certificates apart, nothing of the key. */
export function previewOfPair(bundle: CertBundle | undefined): { readonly cert: string; readonly key: string } {
  return { cert: bundle === undefined ? '(certificate that this run makes)' : `sha256:${bundle.fingerprintSha256}`, key: '(private key)' };
}

// What OpenSSL says about an unreadable key may quote parts of it, so nothing of it is passed on.
function matches(chainPem: string, key: string): boolean {
  try {
    return new X509Certificate(chainPem).checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
}

function mismatch(): ProblemError {
  return new ProblemError({
    code: 'key-mismatch',
    owner: 'you',
    exit: 3,
    message: say('The private key no longer belongs to the certificate; nothing was sent.', '秘密キーが証明書と一致しなくなりました。何も送信していません。'),
    next: [
      say(
        'Put the two matching files back, look at them with {command}, and run this again.',
        '対応する 2 つのファイルを元に戻し、{command} で確認してから、もう一度実行してください。',
        {
          command: code('amltls cert inspect FILE'),
        },
      ),
    ],
  });
}

function notMade(): ProblemError {
  return new ProblemError({
    code: 'certificate-not-made',
    owner: 'amltls',
    message: say('The certificate that is to be deployed does not exist yet.', 'デプロイする証明書がまだ作成されていません。'),
    next: [
      say('Run {command} again: it makes the certificate first.', '{command} をもう一度実行してください。先に証明書を作成します。', {
        command: code('amltls replay'),
      }),
    ],
  });
}
