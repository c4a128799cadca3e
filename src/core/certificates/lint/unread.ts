import type { Finding, Text } from '../../contracts/index.ts';
import { code, say, value } from '../../text/say.ts';
import type { Contents, Fault, Unread } from '../contents/contents.ts';
import { findingOfRule } from '../rules/finding.ts';

/** Parts of a file that could not be read, and a file with nothing to judge in it. */
export function unreadFindings(contents: Contents, subject: string): readonly Finding[] {
  const { unread, certificates, keys, requests } = contents;
  const findings = unread.map((part) =>
    part.fault === 'locked' && part.label === 'PRIVATE KEY' ? findingOfRule('key-encrypted', subject, {}) : fault(part, subject),
  );
  if (findings.length > 0 || certificates.length > 0) return findings;
  return [nothing(subject, requests.length > 0 ? 'request' : keys.length > 0 ? 'key' : 'nothing')];
}

function fault(part: Unread, subject: string): Finding {
  return { code: 'parse-error', severity: 'error', subject, ...unreadPart(part), source: 'RFC 7468' };
}

/** Why a part of a file stayed closed, and what opens it. */
export function unreadPart({ label, fault: kind, line }: Unread): { readonly message: Text; readonly next: readonly Text[] } {
  const { says, cure } = FAULTS[kind];
  return { message: says(label, line), next: [cure] };
}

const PASSPHRASE = say('Give the passphrase with {file} or in {variable}.', 'パスフレーズを {file} または {variable} で指定してください。', {
  file: code('--passphrase-file FILE'),
  variable: code('AMLTLS_PASSPHRASE'),
});
const AGAIN = say(
  'Save the file again as it was delivered, with its BEGIN and END lines.',
  '受け取った内容を、BEGIN 行と END 行を含めて保存し直してください。',
);

const FAULTS: Readonly<Record<Fault, { readonly says: (label: string, line: number) => Text; readonly cure: Text }>> = {
  damaged: {
    says: (label, line) =>
      say(
        'The {label} that begins in line {line} cannot be read: it is cut off or damaged.',
        '{line} 行目から始まる {label} を読み取れません。途中で切れているか、破損しています。',
        {
          label: value(label),
          line,
        },
      ),
    cure: AGAIN,
  },
  locked: {
    says: (label) => say('The {label} is protected with a passphrase.', '{label} はパスフレーズで保護されています。', { label: value(label) }),
    cure: PASSPHRASE,
  },
  'wrong-passphrase': {
    says: (label) => say('The passphrase does not open the {label}.', 'パスフレーズが正しくないため、{label} を開けません。', { label: value(label) }),
    cure: PASSPHRASE,
  },
  costly: {
    says: (label) =>
      say('Opening the {label} would take minutes; it was not tried.', '{label} を開くには数分以上かかるため、処理を中止しました。', { label: value(label) }),
    cure: say('Export it again with fewer rounds of key derivation.', '鍵導出の反復回数を減らしてエクスポートし直してください。'),
  },
  unsupported: {
    says: (label) => say('The {label} is protected in a way that is not supported.', '{label} の保護方式には対応していません。', { label: value(label) }),
    cure: say('Export it again with AES (PBES2).', 'AES (PBES2) でエクスポートし直してください。'),
  },
};

function nothing(subject: string, holds: 'request' | 'key' | 'nothing'): Finding {
  const next = {
    request: say(
      'It holds a request. Send that to your CA and name the file that comes back.',
      'このファイルは証明書署名要求 (CSR) です。証明機関に送り、発行された証明書を指定してください。',
    ),
    key: say(
      'It holds a private key; name it with {flag}, and the certificate as the file.',
      'このファイルは秘密鍵です。{flag} に指定し、ファイルには証明書を指定してください。',
      {
        flag: code('--key'),
      },
    ),
    nothing: say('Name a file with a certificate: PEM, DER, PFX or PKCS #7.', '証明書を含むファイル (PEM、DER、PFX、PKCS #7) を指定してください。'),
  }[holds];
  const message = say('{file} holds no certificate.', '{file} に証明書がありません。', { file: value(subject) });
  return { code: 'parse-error', severity: 'error', subject, message, next: [next], source: 'RFC 7468' };
}
