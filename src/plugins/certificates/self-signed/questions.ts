import type { ChoiceQuestion, Context, NumberQuestion, PathQuestion, Problem } from '../../../core/contracts/index.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { KEY_ALGORITHMS, type KeyAlgorithm } from '../../shared/x509/key-algorithm.ts';

const DEFAULT_ALGORITHM: KeyAlgorithm = 'rsa-2048';
const DEFAULT_DAYS = 365;
// Apple's clients refuse more, whoever the issuer is.
const MAX_DAYS = 825;

export const certFile: PathQuestion = {
  kind: 'path',
  key: 'certificate.certFile',
  label: say('Where shall the certificate go?', '証明書の保存先はどこにしますか?'),
  help: say(
    'Leave empty for a file in your amltls folder. An existing file is used, never overwritten.',
    '空欄の場合は amltls のフォルダーに保存します。既存のファイルは上書きせずに使用します。',
  ),
  optional: true,
  advanced: true,
  check: notAFolder,
};

export const keyFile: PathQuestion = {
  kind: 'path',
  key: 'certificate.keyFile',
  label: say('Where shall its private key go?', '秘密鍵の保存先はどこにしますか?'),
  help: say(
    'Leave empty for a file in your amltls folder, readable for you alone.',
    '空欄の場合は amltls のフォルダーに、自分だけが読み取れるファイルとして保存します。',
  ),
  optional: true,
  advanced: true,
  check: notAFolder,
};

export const keyType: ChoiceQuestion = {
  kind: 'choice',
  key: 'certificate.keyType',
  label: say('What kind of key?', '鍵の種類は何にしますか?'),
  help: say('RSA with 2048 bits works with every client.', '2048 ビットの RSA はすべてのクライアントで使用できます。'),
  advanced: true,
  defaulted: true,
  initial: async () => DEFAULT_ALGORITHM,
  options: async () =>
    KEY_ALGORITHMS.map((algorithm) => ({ value: algorithm, label: algorithm.toUpperCase().replace('-', ' ').replace('ECDSA P', 'ECDSA P-') })),
};

export const days: NumberQuestion = {
  kind: 'number',
  key: 'certificate.days',
  label: say('For how many days shall it be valid?', '有効期間は何日にしますか?'),
  help: say('1 to {max} days.', '1 から {max} 日です。', { max: MAX_DAYS }),
  advanced: true,
  defaulted: true,
  initial: async () => DEFAULT_DAYS,
  check: async (number) => (Number.isInteger(number) && number >= 1 && number <= MAX_DAYS ? undefined : badDays()),
};

/** What is asked for, defaults filled in. */
export function wishOf({ answers }: Context): { readonly algorithm: KeyAlgorithm; readonly days: number } {
  const wanted = answers[days.key];
  return {
    algorithm: KEY_ALGORITHMS.find((algorithm) => algorithm === answers[keyType.key]) ?? DEFAULT_ALGORITHM,
    days: typeof wanted === 'number' ? wanted : DEFAULT_DAYS,
  };
}

async function notAFolder(path: string, { env, paths }: Context): Promise<Problem | undefined> {
  const full = paths.resolve(path);
  if ((await env.files.stat(full))?.kind !== 'folder') return undefined;
  return {
    code: 'file-is-folder',
    owner: 'you',
    message: say('{path} is a folder; a file is needed.', '{path} はフォルダーです。ファイルを指定してください。', { path: value(full) }),
    next: [say('Name a file in it.', 'その中のファイルを指定してください。')],
  };
}

function badDays(): Problem {
  return {
    code: 'self-signed-days',
    owner: 'you',
    message: say('{key} has to be a whole number from 1 to {max}.', '{key} には 1 から {max} までの整数を指定してください。', {
      key: code(days.key),
      max: MAX_DAYS,
    }),
    next: [say('For example: {flag}', '例: {flag}', { flag: code(`--set ${days.key}=${DEFAULT_DAYS}`) })],
  };
}
