import type { CertificateInfo } from '../../../core/certificates/describe.ts';
import type { Served } from '../../../core/check/served.ts';
import type { Deployment, Text } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';

/** Whether what is deployed is what is wanted. */
export type Verdict = { readonly state: 'same' | 'different' | 'unknown'; readonly why: Text };

export interface Evidence {
  readonly looks: readonly Served[];
  /** True for the certificate that is wanted. */
  readonly right: (leaf: CertificateInfo) => boolean;
  /** What is wrong with one that is not, where there is more to say than that it is another. */
  readonly fault?: (leaf: CertificateInfo) => Text | undefined;
  /** Of the wanted certificate; undefined where Azure makes it. */
  readonly fingerprintSha256?: string;
  readonly last?: Deployment;
  /** The resource's own time stamp, now. */
  readonly modifiedOn?: string;
}

/** The served certificate decides; where none can be seen, what was recorded decides, as long as nobody changed the resource since. */
export function judge({ looks, right, fault, fingerprintSha256, last, modifiedOn }: Evidence): Verdict {
  const seen = looks.flatMap((look) => (look.seen ? [look] : []));
  const wrong = seen.find((look) => !right(look.leaf));
  if (wrong !== undefined) {
    return {
      state: 'different',
      why: fault?.(wrong.leaf) ?? say('{address} serves another certificate.', '{address} は別の証明書を提示しています。', { address: value(wrong.address) }),
    };
  }
  const [first] = seen;
  if (first !== undefined) {
    return {
      state: 'same',
      why: say('{address} serves this certificate already.', '{address} は既にこの証明書を提示しています。', { address: value(first.address) }),
    };
  }
  if (last?.modifiedOn === undefined || last.modifiedOn !== modifiedOn) return { state: 'unknown', why: unreachable(looks) };
  if (fingerprintSha256 !== undefined && last.fingerprintSha256 !== fingerprintSha256) {
    return { state: 'different', why: say('Another certificate was deployed last.', '前回デプロイされたのは別の証明書です。') };
  }
  return {
    state: 'same',
    why: say('It was deployed on {at}, and the resource has not been changed since.', '{at} にデプロイ済みで、その後リソースは変更されていません。', {
      at: { date: last.at },
    }),
  };
}

/** @throws ProblemError `cannot-tell`: nothing is sent unless somebody insists */
export function cannotTell(resource: string, verdict: Verdict): ProblemError {
  return new ProblemError({
    code: 'cannot-tell',
    owner: 'you',
    exit: 3,
    message: say('amltls cannot tell which certificate {resource} serves. {why}', '{resource} が提示している証明書を確認できません。{why}', {
      resource: value(resource),
      why: verdict.why,
    }),
    next: [
      say(
        'Run it where the service can be reached, for example inside its virtual network.',
        'サービスに接続できる場所 (仮想ネットワーク内など) で実行してください。',
      ),
      say('Or deploy the certificate in any case with {flag}.', 'または {flag} を付けて証明書を必ずデプロイしてください。', { flag: code('--redeploy') }),
    ],
  });
}

function unreachable(looks: readonly Served[]): Text {
  const silent = looks.find((look) => !look.seen);
  if (silent === undefined || silent.seen) return say('Azure tells no address for it.', 'Azure からアドレスを取得できません。');
  return say('{address} does not answer on port 443 ({layer}: {reason}).', '{address} はポート 443 で応答しません ({layer}: {reason})。', {
    address: value(silent.address),
    layer: code(silent.layer.toUpperCase()),
    reason: value(silent.reason),
  });
}
