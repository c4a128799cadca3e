import type { Problem } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import type { VaultSecret } from './secret-url.ts';

export function noVault(url: string, suffixes: readonly string[]): Problem {
  const example = `https://NAME${suffixes[0] ?? ''}/secrets/NAME`;
  return {
    code: 'keyvault-url',
    owner: 'you',
    message: say('{url} names no secret in a Key Vault of this cloud.', '{url} は、このクラウドの Key Vault のシークレットを指していません。', {
      url: value(url),
    }),
    next: [say('Write it like {example}.', '次の形式で指定してください: {example}', { example: code(example) })],
  };
}

export function forbidden({ vaultUrl, name }: VaultSecret): ProblemError {
  return new ProblemError({
    code: 'keyvault-forbidden',
    owner: 'you',
    exit: 4,
    message: say('You may not read the secret {name} of {vault}.', '{vault} のシークレット {name} を読み取る権限がありません。', {
      name: value(name),
      vault: value(vaultUrl),
    }),
    next: [
      say(
        'Ask for the role {role}, or for {permission} in the access policy of the vault.',
        'ロール {role}、またはアクセス ポリシーの {permission} を付与してもらってください。',
        {
          role: code('Key Vault Secrets User'),
          permission: code('secrets/get'),
        },
      ),
      say(
        'A firewall of the vault refuses unknown networks in the same way.',
        'コンテナーのファイアウォールでネットワークが拒否された場合も、同じ応答になります。',
      ),
    ],
  });
}

export function gone({ vaultUrl, name }: VaultSecret): ProblemError {
  return new ProblemError({
    code: 'keyvault-missing',
    owner: 'you',
    message: say('{vault} has no secret {name}, or not this version of it.', '{vault} にシークレット {name} (またはそのバージョン) がありません。', {
      vault: value(vaultUrl),
      name: value(name),
    }),
    next: [
      say('Look with {command}.', '{command} で確認してください。', {
        command: code(`az keyvault secret list --vault-name ${new URL(vaultUrl).hostname.split('.')[0] ?? ''} -o table`),
      }),
    ],
  });
}

export function notOpened(url: string): ProblemError {
  return new ProblemError({
    code: 'keyvault-pfx',
    owner: 'you',
    message: say('The PFX in {url} cannot be opened, or it holds no key.', '{url} の PFX を開けないか、秘密鍵が含まれていません。', { url: value(url) }),
    next: [say('Make the key exportable, or store chain and key as PEM.', 'キーをエクスポート可能にするか、チェーンと鍵を PEM 形式で保存してください。')],
  });
}
