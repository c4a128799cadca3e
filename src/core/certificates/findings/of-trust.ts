import type { Finding, Severity, Span } from '../../contracts/index.ts';
import { code, say, value } from '../../text/say.ts';
import { isSelfSigned, type OrderedChain } from '../order.ts';
import { isAnchored } from '../trust.ts';
import { chainIncomplete } from './of-chain.ts';
import { shownCertificate, shownName } from './shown.ts';

export interface Trusting {
  /** PEM of what clients trust, as `TlsClient.roots()` gives it. */
  readonly roots: readonly string[];
  /** PEM of the private CA that the profile names. */
  readonly trustPem?: string | undefined;
  /** What a self-signed certificate is worth where nobody named it as trusted. */
  readonly selfSigned: Severity;
}

/** Why no path leads from the leaf to a root that clients trust. */
export function findingOfTrust(chain: OrderedChain, { roots, trustPem, selfSigned }: Trusting, subject: string): Finding {
  const { leaf, serve } = chain;
  if (isSelfSigned(leaf)) return selfSignedFinding(shownCertificate(leaf), selfSigned, subject);
  const anchored = isAnchored(leaf, roots) || (trustPem !== undefined && isAnchored(leaf, [trustPem]));
  if (serve.length === 1 && chain.roots.length === 0 && !anchored) return chainIncomplete(chain, subject);
  const top = value(shownName((serve.at(-1) ?? leaf).issuer));
  return trustPem === undefined ? untrustedRoot(top, subject) : trustsAnother(top, subject);
}

/** A self-signed certificate, wherever it comes from. */
export function selfSignedFinding(name: Span, severity: Severity, subject: string): Finding {
  return {
    code: 'self-signed',
    severity,
    subject,
    message: say(
      'The certificate {name} is self-signed: every client has to be told to trust it. It is for development only.',
      '証明書 {name} は自己署名証明書です。すべてのクライアントに、この証明書を信頼する設定が必要です。開発用途にのみ使用してください。',
      { name },
    ),
    next:
      severity === 'error'
        ? [
            say('Use a certificate that a CA issued.', '証明機関が発行した証明書を使用してください。'),
            say(
              'For development, name the certificate itself with {trust}, or let {plugin} make one.',
              '開発用途の場合は、証明書自体を {trust} に指定するか、{plugin} で作成してください。',
              {
                trust: code('certificate.trust'),
                plugin: code('certificate.plugin: self-signed'),
              },
            ),
          ]
        : [
            say(
              'Replace it with one from a CA before others use the service.',
              'ほかの人がサービスを利用する前に、証明機関が発行した証明書に置き換えてください。',
            ),
          ],
  };
}

// A private CA is right for clients of the same company: a warning where no CA was named, an error where another one was.
function untrustedRoot(top: Span, subject: string): Finding {
  return {
    code: 'untrusted-root',
    severity: 'warning',
    subject,
    message: say(
      'The chain ends under {root}, which this machine and public clients do not trust.',
      'チェーンの最上位の {root} は、このコンピューターや一般のクライアントには信頼されていません。',
      { root: top },
    ),
    next: [
      say(
        'If it is your own CA, name its certificate with {trust}; checks then accept it.',
        '自社の CA の場合は、その証明書を {trust} に指定すると、検査で受け入れられます。',
        {
          trust: code('certificate.trust'),
        },
      ),
    ],
  };
}

function trustsAnother(top: Span, subject: string): Finding {
  return {
    code: 'untrusted-root',
    severity: 'error',
    subject,
    message: say('The chain ends under {root}, and {trust} names another CA.', 'チェーンの最上位は {root} ですが、{trust} には別の CA が指定されています。', {
      root: top,
      trust: code('certificate.trust'),
    }),
    next: [
      say('Name the certificate of {root} with {trust}.', '{root} の証明書を {trust} に指定してください。', { root: top, trust: code('certificate.trust') }),
    ],
  };
}
