import type { Paths, SecretRef } from '../../../core/contracts/index.ts';

const KEY_VAULT = 'keyvault:';

/** `env:NAME`, `file:PATH`, `prompt:WHAT`, `keyvault:https://…`; undefined for anything else, which may be the secret itself. */
export function parseSecretRef(text: string, paths: Pick<Paths, 'resolve'>): SecretRef | undefined {
  const [, from, name = ''] = /^(env|file|prompt|keyvault):(.+)$/.exec(text.trim()) ?? [];
  switch (from) {
    case 'env':
      return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? { from, name } : undefined;
    case 'file':
      return { from, name: paths.resolve(name) };
    case 'prompt':
      return { from, name };
    case 'keyvault':
      return URL.parse(name)?.protocol === 'https:' ? { from, name } : undefined;
    default:
      return undefined;
  }
}

/** Where an answer that is usually a path names a Key Vault instead. */
export function isKeyVault(answer: unknown): answer is string {
  return typeof answer === 'string' && answer.startsWith(KEY_VAULT);
}
