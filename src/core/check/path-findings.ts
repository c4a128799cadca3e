import type { Certificate } from '../certificates/certificate.ts';
import { sameName } from '../certificates/distinguished-name.ts';
import { type RuleWords, wordsOfRule } from '../certificates/findings/of-rule.ts';
import { isSelfSigned } from '../certificates/order.ts';
import type { Violation } from '../certificates/path/rules.ts';
import { validatePath } from '../certificates/path/validate.ts';
import type { Finding } from '../contracts/index.ts';
import { code, say, value } from '../text/say.ts';

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
