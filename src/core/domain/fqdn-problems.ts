import type { Problem, Text } from '../contracts/index.ts';
import { code, say, value } from '../text/say.ts';

const EXAMPLE = code('www.contoso.com');
const example = () =>
  say('Give the whole name that clients call, for example {example}.', 'クライアントが呼び出す完全な名前を指定してください。例: {example}', {
    example: EXAMPLE,
  });

function problem(id: string, message: Text, ...next: readonly Text[]): Problem {
  return { code: `fqdn-${id}`, owner: 'you', message, next: next.length > 0 ? next : [example()] };
}

export const empty = () => problem('empty', say('A domain name is needed.', 'ドメイン名を指定する必要があります。'));

export const address = (text: string) =>
  problem(
    'address',
    say(
      '{text} reads as an IP address; a certificate for a web service names a host.',
      '{text} は IP アドレスとして解釈されます。Web サービスの証明書にはホスト名が必要です。',
      {
        text: value(text),
      },
    ),
    example(),
    say('The DNS step points the name to the address.', '名前をこのアドレスに向ける設定は DNS の手順で行います。'),
  );

export const notOnlyAName = (text: string, host: string | undefined) =>
  problem(
    'not-only-a-name',
    say('{text} holds more than a domain name.', '{text} にはドメイン名以外の部分が含まれています。', { text: value(text) }),
    host === undefined ? example() : say('Give the name alone: {host}', '名前だけを指定してください: {host}', { host: code(host) }),
  );

export const wildcard = (text: string) =>
  problem(
    'wildcard',
    say('{text} stands for many names; clients call one.', '{text} は複数の名前を表します。クライアントが呼び出す名前を 1 つ指定する必要があります。', {
      text: value(text),
    }),
    say(
      'Give the one name; a wildcard certificate may still cover it.',
      '名前を 1 つ指定してください。ワイルドカード証明書でその名前を保護することもできます。',
    ),
  );

export const letters = (text: string) =>
  problem(
    'letters',
    say('{text} holds letters that no domain name may have.', '{text} にはドメイン名に使用できない文字が含まれています。', { text: value(text) }),
    say('Use letters, digits and hyphens, with dots between the parts.', '文字、数字、ハイフンを使い、ドットで区切ってください。'),
  );

export const emptyLabel = (text: string) =>
  problem('empty-label', say('{text} has two dots in a row or begins with one.', '{text} ではドットが連続しているか、先頭にあります。', { text: value(text) }));

export const tooLong = (text: string) =>
  problem(
    'too-long',
    say('{text} is too long for DNS.', '{text} は DNS の名前として長すぎます。', { text: value(text) }),
    say('Use at most 63 characters between two dots and 253 in all.', 'ドットで区切られた各部分は 63 文字以内、全体で 253 文字以内にしてください。'),
  );

export const label = (text: string, bad: string) =>
  problem(
    'label',
    say('The part {bad} of {text} is not allowed in a host name.', '{text} の {bad} の部分はホスト名に使用できません。', {
      bad: value(bad),
      text: value(text),
    }),
    say(
      'Use letters, digits and hyphens; a part begins and ends with a letter or digit.',
      '文字、数字、ハイフンを使ってください。各部分の先頭と末尾は文字または数字にします。',
    ),
  );

export const singleLabel = (text: string) =>
  problem(
    'single-label',
    say('{text} has no dot: it is not a fully qualified domain name.', '{text} にはドットがないため、完全修飾ドメイン名ではありません。', {
      text: value(text),
    }),
  );

export const publicSuffix = (fqdn: string) =>
  problem(
    'public-suffix',
    say(
      '{fqdn} is a suffix under which others register names; nobody has it as a host.',
      '{fqdn} は登録用のサフィックスであり、ホスト名としては使用できません。',
      { fqdn: value(fqdn) },
    ),
    say('Give a name of yours below it, for example {example}.', 'その下にある所有する名前を指定してください。例: {example}', {
      example: code(`www.contoso.${fqdn}`),
    }),
  );
