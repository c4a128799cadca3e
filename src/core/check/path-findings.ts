import type { Certificate } from '../certificates/certificate.ts';
import { describeCertificate } from '../certificates/describe.ts';
import { sameName } from '../certificates/distinguished-name.ts';
import { isSelfSigned } from '../certificates/order.ts';
import type { PathRule, Violation } from '../certificates/path/rules.ts';
import { validatePath } from '../certificates/path/validate.ts';
import type { Finding, Text } from '../contracts/index.ts';
import { code, date, say, value } from '../text/say.ts';

export interface ServedPath {
  /** Host and port, as the finding's subject. */
  readonly subject: string;
  /** Leaf first, as served. */
  readonly chain: readonly Certificate[];
  /** PEM */
  readonly roots: readonly string[];
  /** ms since the epoch of the environment's clock */
  readonly at: number;
  /** What the certificate has to cover; undefined where no name is known. */
  readonly host: string | undefined;
}

/** What a careful client would say of a served chain: nothing, or each fault once. */
export function findingsOfPath(path: ServedPath): readonly Finding[] {
  const result = validatePath({ chain: path.chain, roots: path.roots, at: path.at, ...(path.host === undefined ? {} : { host: path.host }) });
  if (result.ok) return [];
  const findings = result.violations.map((violation) => findingOf(violation, path));
  return findings.filter((finding, at) => findings.findIndex((each) => each.code === finding.code) === at);
}

function findingOf(violation: Violation, path: ServedPath): Finding {
  const { code: id, message, next } = violation.rule === 'untrusted-root' ? untrusted(path) : wordsOf(violation, path);
  return { code: id, severity: 'error', subject: path.subject, message, next };
}

interface Words {
  readonly code: string;
  readonly message: Text;
  readonly next: readonly Text[];
}

const SERVE_ANOTHER = say('Deploy a certificate without this fault: {command}', '問題のない証明書をデプロイしてください: {command}', {
  command: code('amltls secure'),
});

function untrusted({ chain }: ServedPath): Words {
  const [leaf, ...others] = chain;
  if (leaf !== undefined && isSelfSigned(leaf)) {
    return {
      code: 'self-signed',
      message: say(
        'The certificate is self-signed: only clients that know it accept it.',
        '自己署名証明書です。この証明書を登録したクライアントしか受け入れません。',
      ),
      next: [TRUST_IT, say('Or get one from a public certificate authority.', 'または公的な証明機関から証明書を取得してください。')],
    };
  }
  const issuerServed = leaf !== undefined && others.some((each) => sameName(each.subject, leaf.issuer));
  if (!issuerServed) {
    return {
      code: 'chain-incomplete',
      message: say(
        'The intermediate certificate is not served. Browsers may cope; curl and Python do not.',
        '中間証明書が提供されていません。ブラウザーでは動作しても、curl や Python では失敗します。',
      ),
      next: [say('Deploy the full chain: the certificate, then its intermediates.', '証明書に続けて中間証明書を含む完全なチェーンをデプロイしてください。')],
    };
  }
  return {
    code: 'untrusted-root',
    message: say('No trusted root stands above the chain.', 'チェーンの上位に信頼されたルートがありません。'),
    next: [TRUST_IT],
  };
}

const TRUST_IT = say('If it is your own CA, name it with {flag} or {key}.', '自社の CA の場合は {flag} または {key} で指定してください。', {
  flag: code('--trust CA.pem'),
  key: code('certificate.trust'),
});

function wordsOf({ rule, certificate }: Violation, { host }: ServedPath): Words {
  const info = describeCertificate(certificate);
  const subject = value(info.subject === '' ? (info.names[0] ?? '?') : info.subject);
  const one = (message: Text): Words => ({ code: CODES[rule] ?? rule, message, next: [SERVE_ANOTHER] });
  switch (rule) {
    case 'expired':
      return one(say('{subject} expired on {date}.', '{subject} は {date} に期限切れになりました。', { subject, date: date(info.notAfter) }));
    case 'not-yet-valid':
      return {
        code: rule,
        message: say('{subject} is valid from {date} only.', '{subject} は {date} から有効です。', { subject, date: date(info.notBefore) }),
        next: [say('Check the clock of this machine, or wait until then.', 'このコンピューターの時計を確認するか、その日時まで待ってください。')],
      };
    case 'name-not-covered':
      return one(say('{subject} does not cover {host}.', '{subject} は {host} に対応していません。', { subject, host: value(host ?? '') }));
    case 'san-missing':
      return one(
        say(
          '{subject} has no subject alternative name; clients ignore the common name.',
          '{subject} にはサブジェクトの別名がありません。クライアントは共通名を無視します。',
          { subject },
        ),
      );
    case 'eku-no-server-auth':
      return one(say('{subject} is not meant for TLS servers.', '{subject} は TLS サーバー用ではありません。', { subject }));
    case 'key-weak':
      return one(say('The key of {subject} is too weak.', '{subject} の鍵は強度が不足しています。', { subject }));
    case 'signature-weak':
      return one(say('The signature of {subject} is too weak.', '{subject} の署名は強度が不足しています。', { subject }));
    default:
      return one(say('Clients refuse {subject}: {rule}.', 'クライアントは {subject} を拒否します: {rule}', { subject, rule: code(rule) }));
  }
}

// Rules that have no code of their own in cli.md are one fault for a person: the chain is not valid.
const CODES: Partial<Record<PathRule, string>> = {
  'too-long': 'chain-invalid',
  'too-complex': 'chain-invalid',
  malformed: 'chain-invalid',
  'duplicate-extension': 'chain-invalid',
  'unknown-critical-extension': 'chain-invalid',
  'not-a-ca': 'chain-invalid',
  'no-cert-sign': 'chain-invalid',
  'path-length': 'chain-invalid',
  'empty-name': 'chain-invalid',
  'name-constraint': 'chain-invalid',
  'key-usage': 'chain-invalid',
};
