import type { Finding, Span, Text } from '../../contracts/index.ts';
import { code, say, value } from '../../text/say.ts';
import type { KeyReading } from '../key.ts';
import { isMatch, type Pair } from '../pair.ts';
import { argument, shownCertificate } from './shown.ts';

/** Whether the key can be read and belongs to the certificate. */
export function findingsOfKey(pair: Pair, certFile: string, keyFile: string): readonly Finding[] {
  const { key, chain } = pair;
  if (key.state === 'encrypted') return [encrypted(keyFile)];
  if (key.state !== 'read') return [unreadable(key.state, keyFile)];
  const findings = key.armoured ? [] : [notPem(keyFile)];
  return chain === undefined || isMatch(pair) ? findings : [...findings, mismatch(shownCertificate(chain.leaf), certFile, keyFile)];
}

function encrypted(subject: string): Finding {
  return {
    code: 'key-encrypted',
    severity: 'error',
    subject,
    message: say(
      'The private key in {file} is protected with a passphrase; Azure ML needs it without one.',
      '{file} の秘密鍵はパスフレーズで暗号化されています。Azure ML では、暗号化されていない秘密鍵が必要です。',
      { file: value(subject) },
    ),
    next: [
      say('Decrypt it into a new file: {command}', '新しいファイルに復号してください: {command}', {
        command: code(`openssl pkey -in ${argument(subject)} -out key-plain.pem`),
      }),
      say(
        'Then name the new file with {key}, and keep it readable for you alone.',
        '次に、新しいファイルを {key} に指定し、自分だけが読み取れるようにしてください。',
        {
          key: code('certificate.keyFile'),
        },
      ),
    ],
  };
}

const UNREADABLE: Readonly<Record<Exclude<KeyReading['state'], 'read' | 'encrypted'>, { readonly message: (file: string) => Text; readonly next: Text }>> = {
  missing: {
    message: (file) => say('{file} holds no private key.', '{file} に秘密鍵がありません。', { file: value(file) }),
    next: say(
      'Name the file with {key} that was made together with the request for the certificate.',
      '証明書の要求と一緒に作成した秘密鍵のファイルを {key} に指定してください。',
      {
        key: code('certificate.keyFile'),
      },
    ),
  },
  several: {
    message: (file) => say('{file} holds more than one private key.', '{file} に秘密鍵が複数あります。', { file: value(file) }),
    next: say('Leave only the one that belongs to the certificate in it.', '証明書に対応する秘密鍵だけを残してください。'),
  },
  unreadable: {
    message: (file) =>
      say(
        'The private key in {file} is damaged or of a kind that OpenSSL does not know.',
        '{file} の秘密鍵は破損しているか、OpenSSL が対応していない種類です。',
        { file: value(file) },
      ),
    next: say('Export it again as PEM (PKCS #8, without a passphrase).', 'PEM 形式 (PKCS #8、パスフレーズなし) でエクスポートし直してください。'),
  },
};

function unreadable(state: keyof typeof UNREADABLE, subject: string): Finding {
  const { message, next } = UNREADABLE[state];
  return { code: 'parse-error', severity: 'error', subject, message: message(subject), next: [next] };
}

function notPem(subject: string): Finding {
  return {
    code: 'parse-error',
    severity: 'error',
    subject,
    message: say('The private key in {file} is DER; Azure ML takes PEM.', '{file} の秘密鍵は DER 形式です。Azure ML には PEM 形式が必要です。', {
      file: value(subject),
    }),
    next: [
      say('Convert it, and name the new file with {key}: {command}', '次のコマンドで変換し、新しいファイルを {key} に指定してください: {command}', {
        key: code('certificate.keyFile'),
        command: code(`openssl pkey -inform DER -in ${argument(subject)} -out key.pem`),
      }),
    ],
  };
}

function mismatch(certificate: Span, certFile: string, keyFile: string): Finding {
  return {
    code: 'key-mismatch',
    severity: 'error',
    subject: keyFile,
    message: say(
      'The private key in {keyFile} does not belong to the certificate {certificate} in {certFile}.',
      '{keyFile} の秘密鍵は、{certFile} の証明書 {certificate} に対応していません。',
      {
        keyFile: value(keyFile),
        certFile: value(certFile),
        certificate,
      },
    ),
    next: [
      say(
        'Name the key that the certificate was requested with; both of these print the same where they match: {one} and {other}',
        '証明書の要求に使用した秘密鍵を指定してください。対応している場合、次の 2 つのコマンドの出力は同じになります: {one} と {other}',
        {
          one: code(`openssl x509 -pubkey -noout -in ${argument(certFile)}`),
          other: code(`openssl pkey -pubout -in ${argument(keyFile)}`),
        },
      ),
      say('If that key is lost, have the certificate issued again for a new one.', 'その秘密鍵を紛失した場合は、新しい鍵で証明書を再発行してください。'),
    ],
  };
}
