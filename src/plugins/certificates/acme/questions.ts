import type { Answers, ChoiceQuestion, ConfirmQuestion, Environment, PathQuestion, Question, Text, TextQuestion } from '../../../core/contracts/index.ts';
import { code, link, say, value } from '../../../core/text/say.ts';
import { extraNames, folder, keyType } from '../../shared/keys/questions.ts';
import { parseSecretRef } from '../../shared/keys/secret-ref.ts';
import { isLoopback } from '../../shared/net/is-loopback.ts';
import { certificateFileProblem } from '../../shared/pair/read-files.ts';
import { trust } from '../../shared/pair/trust-question.ts';
import { AUTHORITIES } from './authorities.ts';
import { outsideAuthority } from './outside.ts';

export const authority: ChoiceQuestion = {
  kind: 'choice',
  key: 'certificate.authority',
  label: say('Which authority shall issue it?', 'どの証明機関から発行を受けますか?'),
  learn: say(
    'An ACME authority (RFC 8555) issues by itself once a record in your zone shows that the name is yours. Certificates live shorter every year, down to 47 days in 2029: nobody will want to order them by hand.',
    'ACME (RFC 8555) に対応した証明機関は、ゾーンのレコードで名前の所有を確認すると自動的に発行します。証明書の有効期間は年々短くなり 2029 年には 47 日になるため、手作業での注文は現実的ではなくなります。',
  ),
  initial: async ({ env }) => env.suggests?.['certificate.authority'],
  async options({ env }) {
    const offered = AUTHORITIES.filter(({ id, directoryUrl: url }) =>
      id === 'environment' ? env.authority !== undefined : env.closed !== true || url === undefined,
    );
    return offered.map(({ id, title, detail }) => ({
      value: id,
      label: LABELS[id]?.(env) ?? title,
      detail,
      ...(id === env.suggests?.['certificate.authority'] ? { suggested: true } : {}),
    }));
  },
};

const LABELS: Readonly<Record<string, (env: Environment) => Text>> = {
  environment: ({ authority: own }) => say('{authority}, of this environment', 'この環境の {authority}', { authority: value(own?.title ?? '') }),
  custom: () => say('Another ACME authority', 'その他の ACME 証明機関'),
};

const isCustom = (answers: Answers) => answers[authority.key] === 'custom';

export const directoryUrl: TextQuestion = {
  kind: 'text',
  key: 'certificate.directoryUrl',
  label: say('What is the URL of its directory?', 'ディレクトリの URL は何ですか?'),
  help: say('For example {example}', '例: {example}', { example: code('https://ca.contoso.com/acme/directory') }),
  when: isCustom,
  async check(text, { env }) {
    if (URL.parse(text)?.protocol === 'https:') return env.closed === true && !isLoopback(text) ? outsideAuthority(text) : undefined;
    return {
      code: 'acme-directory',
      owner: 'you',
      message: say('{url} is no https URL.', '{url} は https の URL ではありません。', { url: value(text) }),
      next: [say('Use the directory URL that your CA gives.', '証明機関が案内しているディレクトリの URL を指定してください。')],
    };
  },
};

export const authorityCaFile: PathQuestion = {
  kind: 'path',
  key: 'certificate.authorityCaFile',
  label: say('Which CA signs the certificate of that server?', 'そのサーバーの証明書はどの CA が署名していますか?'),
  help: say('PEM; leave empty where this machine trusts it already.', 'PEM 形式。このコンピューターが既に信頼している場合は空欄にします。'),
  when: isCustom,
  optional: true,
  advanced: true,
  check: certificateFileProblem,
};

export const termsAgreed: ConfirmQuestion = {
  kind: 'confirm',
  key: 'certificate.termsAgreed',
  label: say('Do you agree to the terms of service of this authority?', 'この証明機関の利用規約に同意しますか?'),
  help: say("Let's Encrypt: {url}; the others have theirs on their sites.", "Let's Encrypt: {url}。その他の証明機関の規約は各サイトにあります。", {
    url: link('https://letsencrypt.org/repository/'),
  }),
  learn: say('An account can be opened only by somebody who agrees.', '同意しなければアカウントを作成できません。'),
  async check(agreed) {
    if (agreed) return undefined;
    return {
      code: 'acme-terms',
      owner: 'you',
      message: say('The authority opens an account only for those who agree to its terms.', '利用規約に同意しない場合、証明機関のアカウントを作成できません。'),
      next: [say('Agree, or choose another source of certificates.', '同意するか、別の方法で証明書を入手してください。')],
    };
  },
};

export const email: TextQuestion = {
  kind: 'text',
  key: 'certificate.email',
  label: say('Which address may the authority write to?', '証明機関からの連絡先メール アドレスは何ですか?'),
  help: say('Leave empty for none; most no longer send expiry notices.', '不要な場合は空欄にします。期限切れの通知を送らない証明機関が増えています。'),
  optional: true,
  advanced: true,
};

const binds = (answers: Answers) => AUTHORITIES.find(({ id }) => id === answers[authority.key])?.binding !== 'none';

const eabKeyId: TextQuestion = {
  kind: 'text',
  key: 'certificate.eabKeyId',
  label: say('What is the key ID of your external account there?', '外部アカウントのキー ID は何ですか?'),
  help: say('ZeroSSL and Google need one; leave empty where the authority wants none.', 'ZeroSSL と Google では必須です。不要な証明機関の場合は空欄にします。'),
  learn: say(
    'External account binding ties the ACME account to the one that you have at the authority’s site, which shows a key ID and an HMAC key.',
    '外部アカウント バインディングは、ACME アカウントを証明機関のサイトのアカウントに結び付けます。キー ID と HMAC キーはサイトに表示されます。',
  ),
  when: binds,
  optional: true,
};

const eabHmac: TextQuestion = {
  kind: 'text',
  key: 'certificate.eabHmac',
  label: say('Where is its HMAC key?', 'HMAC キーはどこにありますか?'),
  help: say('Not the key itself: {examples}', 'キーそのものではなく、次の形式で指定します: {examples}', {
    examples: code('env:AMLTLS_EAB_HMAC, file:./eab.key, keyvault:https://…'),
  }),
  when: binds,
  optional: true,
  check: async (text, { paths }) => (parseSecretRef(text, paths) === undefined ? noReference() : undefined),
};

export const EAB = { keyId: 'certificate.eabKeyId', hmac: 'certificate.eabHmac' } as const;

export const reuseKey: ConfirmQuestion = {
  kind: 'confirm',
  key: 'certificate.reuseKey',
  label: say('Keep the key when the certificate is renewed?', '証明書の更新時に同じ鍵を使い続けますか?'),
  help: say('Only where clients pin the key.', 'クライアントが鍵をピン留めしている場合のみ選択します。'),
  learn: say(
    'A new key with each certificate ends whatever harm a lost key can do.',
    '証明書ごとに新しい鍵を使用すると、鍵が漏えいした場合の被害を抑えられます。',
  ),
  advanced: true,
  defaulted: true,
  initial: async () => false,
};

export const preferredChain: TextQuestion = {
  kind: 'text',
  key: 'certificate.preferredChain',
  label: say('Which root shall the chain lead to?', 'どのルートにつながるチェーンを使用しますか?'),
  help: say(
    'Its common name, for example {example}; leave empty for the usual chain.',
    'ルートの共通名 (例: {example})。通常のチェーンを使用する場合は空欄にします。',
    { example: code('ISRG Root X1') },
  ),
  optional: true,
  advanced: true,
};

export const questions: readonly Question[] = [
  authority,
  directoryUrl,
  authorityCaFile,
  termsAgreed,
  eabKeyId,
  eabHmac,
  email,
  keyType,
  extraNames,
  reuseKey,
  preferredChain,
  folder,
  trust,
];

function noReference() {
  return {
    code: 'secret-reference',
    owner: 'you' as const,
    message: say(
      'This says no place where the key is. The key itself is never kept in a profile.',
      'キーの場所の指定ではありません。キーそのものはプロファイルに保存しません。',
    ),
    next: [
      say('Use one of: {examples}', '次のいずれかの形式で指定してください: {examples}', {
        examples: code('env:NAME, file:PATH, keyvault:https://NAME.vault.azure.net/secrets/NAME'),
      }),
    ],
  };
}
