import type { Finding } from '../../../../core/contracts/index.ts';
import { code, say } from '../../../../core/text/say.ts';

/**
 * What is to be said before a certificate and its key go to the practice Azure: the key of one that clients everywhere trust
 * has no business in a practice folder.
 * @param chainPem leaf first
 * @param subject what the finding is about: the file, or the name
 */
export async function practiceConcerns(chainPem: string, subject: string): Promise<readonly Finding[]> {
  const [{ readCertificates }, { isPubliclyTrusted }, { publicRoots }] = await Promise.all([
    import('../../../../core/certificates/read.ts'),
    import('../../../../core/certificates/trust.ts'),
    import('../../../shared/net/roots.ts'),
  ]);
  if (!isPubliclyTrusted(readCertificates(chainPem).certificates, publicRoots())) return [];
  return [
    {
      code: 'public-key-in-practice',
      severity: 'warning',
      subject,
      message: say(
        'This certificate is trusted everywhere, and its private key would be kept in the practice Azure, unencrypted in a file on this computer.',
        'この証明書は一般に信頼されている証明書です。秘密鍵は、練習用 Azure によってこのコンピューター上のファイルに暗号化されずに保存されます。',
      ),
      next: [
        say('Practise with a certificate made for it: {plugin}.', '練習には専用の証明書 ({plugin}) を使ってください。', {
          plugin: code('certificate.plugin: self-signed'),
        }),
        say('If it was uploaded already, forget it with {command}.', '既にアップロードした場合は、{command} で削除してください。', {
          command: code('amltls sandbox reset'),
        }),
      ],
    },
  ];
}
