import type { Answers, ChoiceQuestion, ListQuestion, PathQuestion } from '../../../core/contracts/index.ts';
import { checkFqdn } from '../../../core/domain/check-fqdn.ts';
import { code, say } from '../../../core/text/say.ts';
import { KEY_ALGORITHMS, type KeyAlgorithm } from '../x509/key-algorithm.ts';

const DEFAULT_ALGORITHM: KeyAlgorithm = 'rsa-2048';

export const keyType: ChoiceQuestion = {
  kind: 'choice',
  key: 'certificate.keyType',
  label: say('What kind of key?', '鍵の種類は何にしますか?'),
  help: say('RSA with 2048 bits works with every client.', '2048 ビットの RSA はすべてのクライアントで使用できます。'),
  learn: say(
    'ECDSA keys are smaller and make faster handshakes; RSA is understood by the oldest clients too. More bits than 2048 (RSA) or 256 (ECDSA) cost time at every connection and are asked for by policies, not by attacks of today.',
    'ECDSA は鍵が小さくハンドシェイクも高速です。RSA は古いクライアントでも使用できます。RSA 2048 ビット、ECDSA 256 ビットを超える鍵は接続ごとの負荷が増え、現時点では攻撃への備えというよりも社内規定などで求められるものです。',
  ),
  advanced: true,
  defaulted: true,
  initial: async () => DEFAULT_ALGORITHM,
  options: async () => KEY_ALGORITHMS.map((algorithm) => ({ value: algorithm, label: words(algorithm) })),
};

export const extraNames: ListQuestion = {
  kind: 'list',
  key: 'certificate.extraNames',
  label: say('Which other names shall the certificate cover?', '証明書に含める名前は他にありますか?'),
  help: say('For example {example}. Leave empty for the one name.', '例: {example}。1 つの名前だけの場合は空欄にします。', {
    example: code('contoso.com, api.contoso.com'),
  }),
  learn: say(
    'Everybody can read all names of a certificate, and all of them depend on one key. Only names of the same service belong together.',
    '証明書に含まれる名前は誰でも参照でき、すべての名前が 1 つの鍵に依存します。同じサービスの名前だけをまとめてください。',
  ),
  optional: true,
  advanced: true,
  async check(names) {
    for (const name of names) {
      const checked = checkFqdn(name.replace(/^\*\./, ''));
      if ('code' in checked) return checked;
    }
    return undefined;
  },
};

export const folder: PathQuestion = {
  kind: 'path',
  key: 'certificate.folder',
  label: say('In which folder shall keys and certificates be kept?', '鍵と証明書をどのフォルダーに保存しますか?'),
  help: say('Leave empty for your amltls folder, which is yours alone.', '空欄の場合は、自分だけがアクセスできる amltls のフォルダーに保存します。'),
  learn: say(
    'Each pair gets a folder of its own below it, and the file {current} names the one in use: a new key never stands beside an old certificate, not even after a power cut.',
    'その下に鍵と証明書の組ごとのフォルダーを作成し、使用中のものを {current} ファイルに記録します。停電が起きても、新しい鍵と古い証明書が組み合わさることはありません。',
    { current: code('current') },
  ),
  optional: true,
  advanced: true,
};

/** The kind of key that is wanted, the default filled in. */
export function keyTypeOf(answers: Answers): KeyAlgorithm {
  return KEY_ALGORITHMS.find((algorithm) => algorithm === answers[keyType.key]) ?? DEFAULT_ALGORITHM;
}

/** The names of the service and those beside it, each once. */
export function allNames(names: readonly string[], answers: Answers): readonly string[] {
  const more = answers[extraNames.key];
  return [...new Set([...names, ...(Array.isArray(more) ? more.map((name) => plain(String(name))) : [])])];
}

// Wildcards are for certificates alone; the rest is a host name like any.
function plain(name: string): string {
  const checked = checkFqdn(name.replace(/^\*\./, ''));
  return 'code' in checked ? name.toLowerCase() : `${name.startsWith('*.') ? '*.' : ''}${checked.fqdn}`;
}

const words = (algorithm: KeyAlgorithm): string => algorithm.toUpperCase().replace('-', ' ').replace('ECDSA P', 'ECDSA P-');
