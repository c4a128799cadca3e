import type { Finding, Text } from '../../contracts/index.ts';
import { code, say, value } from '../../text/say.ts';
import type { CertificateFile } from '../read.ts';
import { argument } from './shown.ts';

/** Whether the file of certificates can be read. @param subject its path */
export function findingsOfFile({ certificates, unreadable, others }: CertificateFile, subject: string): readonly Finding[] {
  if (unreadable.length > 0) return unreadable.map((line) => damaged(line, subject));
  return certificates.length === 0 ? [noCertificate(others, subject)] : [];
}

function damaged(line: number, subject: string): Finding {
  return {
    code: 'parse-error',
    severity: 'error',
    subject,
    message: say(
      'The certificate that begins in line {line} cannot be read: it is cut off or damaged.',
      '{line} 行目から始まる証明書を読み取れません。途中で切れているか、破損しています。',
      {
        line,
      },
    ),
    next: [
      say(
        'Save the file again as your CA delivered it, as plain text with its BEGIN and END lines.',
        '証明機関から受け取った内容を、BEGIN 行と END 行を含むプレーン テキストとして保存し直してください。',
      ),
    ],
  };
}

function noCertificate(others: readonly string[], subject: string): Finding {
  return {
    code: 'parse-error',
    severity: 'error',
    subject,
    message: say('{file} holds no certificate.', '{file} に証明書がありません。', { file: value(subject) }),
    next: [cureOf(others, subject)],
  };
}

function cureOf(others: readonly string[], subject: string): Text {
  if (others.some((label) => label.endsWith('CERTIFICATE REQUEST'))) {
    return say(
      'It holds a certificate signing request. Send that to your CA, and name the file that comes back with {key}.',
      'このファイルは証明書署名要求 (CSR) です。証明機関に送り、発行された証明書のファイルを {key} に指定してください。',
      { key: code('certificate.certFile') },
    );
  }
  if (others.some((label) => label.endsWith('PRIVATE KEY'))) {
    return say(
      'It holds a private key. Name the certificate with {cert} and this file with {key}.',
      'このファイルは秘密鍵です。証明書は {cert} に、このファイルは {key} に指定してください。',
      { cert: code('certificate.certFile'), key: code('certificate.keyFile') },
    );
  }
  if (others.some((label) => label.startsWith('PKCS'))) {
    return say('It is a PKCS #7 file. Convert it: {command}', 'PKCS #7 形式のファイルです。次のコマンドで変換してください: {command}', {
      command: code(`openssl pkcs7 -print_certs -in ${argument(subject)} -out fullchain.pem`),
    });
  }
  return say(
    'Name a PEM file with {key} that holds your certificate and then its intermediates.',
    '証明書に続けて中間証明書を含む PEM ファイルを {key} に指定してください。',
    { key: code('certificate.certFile') },
  );
}
