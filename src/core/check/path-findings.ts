import type { Certificate } from '../certificates/certificate.ts';
import { sameName } from '../certificates/distinguished-name.ts';
import { type RuleWords, wordsOfRule } from '../certificates/findings/of-rule.ts';
import { isSelfSigned, orderChain } from '../certificates/order.ts';
import type { Violation } from '../certificates/path/rules.ts';
import { validatePath } from '../certificates/path/validate.ts';
import type { Finding } from '../contracts/index.ts';
import { code, say, value } from '../text/say.ts';

export interface ServedPath {
  /** Host and port, as the finding's subject. */
  readonly subject: string;
  /** Leaf first, as served. */
  readonly chain: readonly Certificate[];
  /** PEM of the roots that count, in sets: what is read of a set is kept as long as its array lives. */
  readonly trusted: readonly (readonly string[])[];
  /** ms since the epoch of the environment's clock */
  readonly at: number;
  /** What the certificate has to cover; undefined where no name is known. */
  readonly host: string | undefined;
}

/** What a careful client would say of a served chain: nothing, or each fault once. */
export function findingsOfPath(path: ServedPath): readonly Finding[] {
  const results = path.trusted.map((roots) => validatePath({ chain: path.chain, roots, at: path.at, ...(path.host === undefined ? {} : { host: path.host }) }));
  if (results.some((result) => result.ok)) return inOrder(path.chain) ? [] : [outOfOrder(path.subject)];
  // Of several refusals the one counts that found its root.
  const refused = results.flatMap((result) => (result.ok ? [] : [result.violations]));
  const violations = refused.find((each) => !each.some(({ rule }) => rule === 'untrusted-root')) ?? refused[0] ?? [];
  const findings = violations.map((violation) => findingOf(violation, path));
  return findings.filter((finding, at) => findings.findIndex((each) => each.code === finding.code) === at);
}

// A leaf and one intermediate cannot be in the wrong order.
function inOrder(chain: readonly Certificate[]): boolean {
  return chain.length < 3 || orderChain(chain)?.inOrder !== false;
}

function outOfOrder(subject: string): Finding {
  return {
    code: 'chain-order',
    severity: 'warning',
    subject,
    message: say(
      'The certificates are not served in order: leaf first, each followed by its issuer. Older clients refuse that.',
      '証明書が正しい順序 (サーバー証明書、続いて各発行者) で提供されていません。古いクライアントは受け入れません。',
    ),
    next: [SERVE_FULL],
  };
}

function findingOf(violation: Violation, path: ServedPath): Finding {
  const { code: id, message, next } = wordsOf(violation, path);
  return { code: id, severity: 'error', subject: path.subject, message, next };
}

const SERVE_ANOTHER = say('Deploy a certificate without this fault: {command}', '問題のない証明書をデプロイしてください: {command}', {
  command: code('amltls secure'),
});

function wordsOf(violation: Violation, path: ServedPath): RuleWords {
  if (violation.rule === 'untrusted-root') return untrusted(path);
  if (violation.rule !== 'name-not-covered') return wordsOfRule(violation);
  return {
    code: violation.rule,
    message: say('The served certificate does not cover {host}.', '提供された証明書は {host} に対応していません。', { host: value(path.host ?? '') }),
    next: [SERVE_ANOTHER],
  };
}

function untrusted({ chain }: ServedPath): RuleWords {
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
      next: [SERVE_FULL, TRUST_IT],
    };
  }
  return {
    code: 'untrusted-root',
    message: say('No trusted root stands above the chain.', 'チェーンの上位に信頼されたルートがありません。'),
    next: [
      TRUST_IT,
      say(
        'Otherwise an intermediate is missing at the end: deploy the full chain of your CA.',
        'それ以外の場合は上位の中間証明書が不足しています。証明機関の完全なチェーンをデプロイしてください。',
      ),
    ],
  };
}

const SERVE_FULL = say(
  'Deploy the full chain: the certificate, then its intermediates.',
  '証明書に続けて中間証明書を含む完全なチェーンをデプロイしてください。',
);

const TRUST_IT = say('If it is your own CA, name it with {flag} or {key}.', '自社の CA の場合は {flag} または {key} で指定してください。', {
  flag: code('--trust CA.pem'),
  key: code('certificate.trust'),
});
